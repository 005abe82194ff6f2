// Ways to lodge and receiving places out of the cell “Địa điểm/cách thức thực hiện”.
import type { Channel, Method, OnlineLevel } from '../procedures/schema.ts';

const channels: [RegExp, Channel][] = [
  [/trực tiếp/i, 'in-person'],
  [/trực tuyến|dịch vụ công quốc gia|https?:/i, 'online'],
  [/bưu chính|bưu điện/i, 'postal'],
];

/** Every line or clause goes to the ways that it names, whole; what names none is a place that receives dossiers. */
export function placesOf(words: string): { methods: Method[]; receiving: string[] } {
  const clauses = words
    .normalize('NFC')
    .split(/\n|;/)
    .map((clause) => clause.replace(/^\s*[-+•*]\s*/, '').trim())
    .filter((clause) => /\p{L}/u.test(clause));
  const methods = clauses.flatMap((text) =>
    channels
      .filter(([pattern]) => pattern.test(text))
      .map(([, channel]) => ({ channel, text, time: null, fee: null })),
  );
  const receiving = clauses.filter((text) => !channels.some(([pattern]) => pattern.test(text)));
  return { methods, receiving };
}

/** Words that name a way and say nothing of it: `qua dịch vụ bưu chính công ích`. */
export const isBareChannel = (words: string): boolean =>
  /^(?:nộp )?(?:hồ sơ )?(?:qua )?(?:dịch vụ )?(?:trực tiếp|trực tuyến|bưu chính(?: công ích)?|bưu điện)\.?$/i.test(
    words,
  );

/** `DVCTT toàn trình` or `một phần`; null where neither or both are said. */
export const onlineLevelOf = (words: string): OnlineLevel | null =>
  one(/toàn trình/i.test(words), /(trực tuyến|dvctt|dvc).{0,20}một phần/i.test(words));

/** The same of a column of its own, where `Một phần` or `Không` alone say it. */
export const onlineLevelIn = (cell: string): OnlineLevel | null =>
  /^(không|chưa)(?!\p{L})/iu.test(cell) ? 'none' : one(/toàn trình/i.test(cell), /một phần/i.test(cell));

const one = (full: boolean, partial: boolean): OnlineLevel | null =>
  full === partial ? null : full ? 'full' : 'partial';
