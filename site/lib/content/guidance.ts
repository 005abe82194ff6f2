// What a sender of a khiếu nại or tố cáo is told: where such a letter goes, in the words of content/ways.yaml.
import { ways } from './ways.ts';

function lineOf(id: string): string {
  const way = ways.find((candidate) => candidate.id === id);
  if (!way) throw new Error(`content/ways.yaml không có cách gửi “${id}”.`);
  const receivers = way.receivers.map(({ name, details }) =>
    [name, ...details.map(({ value }) => value).filter(Boolean)].join(', '),
  );
  return `${way.name}: ${way.form} Nơi giải quyết: ${way.goesTo} Nơi nhận: ${receivers.join('; ')}.`;
}

const notOurs =
  'Nội dung này không thuộc phản ánh, kiến nghị theo Nghị định số 20/2008/NĐ-CP nên không được xử lý theo trình tự đó.';

/** What is said of each kind, without a word on the content: the way of that kind, and of no other. */
export const guidance = {
  complaint: `${notOurs}\n\n${lineOf('khieu-nai')}`,
  denunciation: `${notOurs}\n\n${lineOf('to-cao')}`,
  other: notOurs,
};
