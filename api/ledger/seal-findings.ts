// The columns of a case against the seals of its events: whatever was changed, added or lost behind their back. Pure.
import { fieldsOf, isInitial, sealOf, sealsWhole, type SealedRow, type Seals } from '../cases/seals/seal.ts';

export type SealingEvent = { seq: number; step: string; seals: string | null };
export type SealedWhole = {
  row: { number: string; version: number; receivedAt: Date; consentedAt: Date | null };
  /** In the order of `seq`. */
  events: readonly SealingEvent[];
  /** By the event's number; the first event's stands with the content. */
  salts: ReadonlyMap<number, Buffer>;
  texts: readonly { seq: number; kind: string }[];
  /** Everything of the case that is sealed, as it stands now. */
  rows: readonly SealedRow[];
};

type Expected = { seal: string; seq: number; step: string };

/** The seals in force: of each column the last one, since the last step that sealed the case whole. */
function sealsInForce(events: readonly SealingEvent[]): { seals: Map<string, Expected>; isWhole: boolean } {
  const seals = new Map<string, Expected>();
  let isWhole = false;
  for (const event of events) {
    if (event.seals === null) continue;
    if (sealsWhole(event.step)) {
      isWhole = true;
      seals.clear();
    }
    for (const [field, seal] of Object.entries(JSON.parse(event.seals) as Seals))
      // Words are one row per event: each has a place of its own.
      seals.set(field === kindField ? `${field} ${event.seq}` : field, { seal, ...event });
  }
  return { seals, isWhole };
}

const kindField = 'case_event_texts.kind';

/** Whether a case was taken in before steps sealed what they wrote, and has not been sealed whole since. */
export const isBeforeSeals = (events: readonly SealingEvent[]): boolean => !sealsInForce(events).isWhole;

/** Sentences in Vietnamese that name table, row and column; none when everything is as its step left it. */
export function* sealFindings({
  row,
  events,
  salts,
  texts,
  rows,
}: SealedWhole): Generator<string, undefined> {
  const { number } = row;
  const { seals, isWhole } = sealsInForce(events);
  const present = [
    ...[...fieldsOf(rows)].map(({ field, value }) => ({ field, name: field, value })),
    ...texts.map(({ seq, kind }) => ({ field: kindField, name: `${kindField} ${seq}`, value: kind })),
  ];
  for (const { field, name, value } of present) {
    const expected = seals.get(name);
    seals.delete(name);
    if (!expected) {
      if (isWhole && !isInitial(value)) yield `Hồ sơ ${number}: ${name} có giá trị mà không bước nào ghi.`;
      continue;
    }
    const salt = salts.get(expected.seq);
    const place = `bước ${expected.seq} (${expected.step})`;
    if (!salt) yield `Hồ sơ ${number}: ${name} mất muối của cam kết ở ${place}.`;
    else if (sealOf(salt, field, value) !== expected.seal)
      yield `Hồ sơ ${number}: ${name} không khớp cam kết ở ${place}.`;
  }
  for (const [name, { seq, step }] of seals)
    yield `Hồ sơ ${number}: ${name} đã ghi ở bước ${seq} (${step}) nay không còn.`;
  if (row.version !== events.at(-1)?.seq) yield `Hồ sơ ${number}: cases.version không khớp số bước đã ghi.`;
  if (row.consentedAt && row.consentedAt.getTime() !== row.receivedAt.getTime())
    yield `Hồ sơ ${number}: case_senders.consented_at không khớp lúc nhận.`;
  return undefined;
}
