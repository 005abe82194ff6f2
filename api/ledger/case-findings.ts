// What does not fit in one case: its events against their chain, their words, and the row that they led to. Pure.
import { createHash } from 'node:crypto';
import { contentText } from '../cases/fields/content-text.ts';
import type { ContentColumns } from '../cases/fields/table.ts';
import { eventHash, type EventFacts } from './event-text.ts';

export type CaseFacts = {
  id: string;
  register: string;
  year: number;
  serial: number;
  number: string;
  status: string;
  receivedAt: Date;
  dueOn: string;
  erasedAt: Date | null;
};
export type StoredEvent = EventFacts & { hash: Buffer };
export type StoredText = { seq: number; kind: string; salt: Buffer; text: string };
export type StoredContent = { salt: Buffer } & ContentColumns;

type CaseWhole = {
  row: CaseFacts;
  /** In the order of `seq`. */
  events: readonly StoredEvent[];
  texts: readonly StoredText[];
  content: StoredContent | undefined;
};

/** Sentences in Vietnamese, in the order of the events; none when the case is as its events say. */
export function* caseFindings({ row, events, texts, content }: CaseWhole): Generator<string> {
  const textOf = new Map(texts.map((text) => [text.seq, text]));
  let last: StoredEvent | undefined;
  for (const event of events) {
    const place = `Hồ sơ ${row.number}, bước ${event.seq} (${event.step})`;
    if (event.seq !== (last?.seq ?? 0) + 1) yield `Hồ sơ ${row.number}: thiếu bước ${(last?.seq ?? 0) + 1}.`;
    if (!same(event.prevHash, last?.hash)) yield `${place}: không nối với bước trước.`;
    if (!eventHash(event).equals(event.hash)) yield `${place}: nội dung bước không khớp mã băm của nó.`;
    if (last && event.fromStatus !== last.toStatus)
      yield `${place}: trạng thái đi không khớp trạng thái đến trước đó.`;
    const words = event.seq === 1 ? undefined : textOf.get(event.seq);
    if (words && !opens(event.commitment, words.salt, words.text))
      yield `${place}: lời văn không khớp cam kết đã ghi.`;
    if (event.seq > 1 && event.commitment && !words && !row.erasedAt)
      yield `${place}: lời văn đã mất mà không có bước xóa dữ liệu.`;
    last = event;
  }
  yield* rowFindings(row, events[0], last);
  const known = new Set(events.map(({ seq }) => seq));
  for (const { seq } of texts)
    if (!known.has(seq)) yield `Hồ sơ ${row.number}: có lời văn của bước ${seq} không có trong sổ.`;
  yield* contentFindings(row, events, content);
}

function* rowFindings(
  row: CaseFacts,
  first: StoredEvent | undefined,
  last: StoredEvent | undefined,
): Generator<string> {
  const place = `Hồ sơ ${row.number}`;
  const serial = String(row.serial).padStart(6, '0');
  if (row.number !== `${row.register}-${row.year}-${serial}`)
    yield `${place}: mã hồ sơ không khớp số trong sổ.`;
  if (!first || !last) yield `${place}: không có bước nào.`;
  else if (row.status !== last.toStatus)
    yield `${place}: trạng thái trong sổ là “${row.status}”, bước cuối (${last.seq}) để lại “${last.toStatus}”.`;
  else if (row.dueOn !== last.dueAfter)
    yield `${place}: hạn trong sổ là ${row.dueOn}, bước cuối (${last.seq}) để lại ${last.dueAfter ?? 'không hạn'}.`;
  else if (row.receivedAt.getTime() !== first.at.getTime()) yield `${place}: lúc nhận không khớp bước 1.`;
}

function* contentFindings(
  row: CaseFacts,
  events: readonly StoredEvent[],
  content: StoredContent | undefined,
): Generator<string> {
  const place = `Hồ sơ ${row.number}`;
  const erased = events.findLast(({ step }) => step === 'erase');
  if (erased?.at.getTime() !== row.erasedAt?.getTime())
    yield `${place}: dấu đã xóa dữ liệu không khớp các bước.`;
  if (!content && !row.erasedAt) yield `${place}: nội dung đã mất mà không có bước xóa dữ liệu.`;
  if (content && !opens(events[0]?.commitment, content.salt, contentText(content)))
    yield `${place}: nội dung phản ánh không khớp cam kết ở bước 1.`;
}

const same = (one: Buffer | null | undefined, other: Buffer | null | undefined): boolean =>
  one && other ? one.equals(other) : !one && !other;

const opens = (commitment: Buffer | null | undefined, salt: Buffer, text: string): boolean =>
  same(commitment, createHash('sha256').update(salt).update(text, 'utf8').digest());
