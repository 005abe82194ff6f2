// The named text of an event and its hash, rebuilt in JavaScript for checking what the database wrote. Pure.
import { createHash } from 'node:crypto';

export type EventFacts = {
  caseId: string;
  seq: number;
  step: string;
  fromStatus: string;
  toStatus: string;
  actorRole: string;
  actorId: string | null;
  at: Date;
  dueBefore: string | null;
  dueAfter: string | null;
  commitment: Buffer | null;
  data: string | null;
  prevHash: Buffer | null;
  /** Canonical JSON of the seals, or nothing. */
  seals: string | null;
};

/**
 * The text of an event, format `minh-bach/event/v1`: one line per part in this order, a missing part as an empty line,
 * the instant in milliseconds since 1970, dates as YYYY-MM-DD, bytes in hex. `data` is canonical JSON without line ends.
 * An event with seals has `minh-bach/event/v2`: the same with the seals as the last line.
 */
export function eventText(event: EventFacts): string {
  return [
    event.seals === null ? 'minh-bach/event/v1' : 'minh-bach/event/v2',
    event.caseId,
    event.seq,
    event.step,
    event.fromStatus,
    event.toStatus,
    event.actorRole,
    event.actorId ?? '',
    event.at.getTime(),
    event.dueBefore ?? '',
    event.dueAfter ?? '',
    event.commitment?.toString('hex') ?? '',
    event.data ?? '',
    event.prevHash?.toString('hex') ?? '',
    ...(event.seals === null ? [] : [event.seals]),
  ].join('\n');
}

/** SHA-256 of the text in UTF-8: the hash of the event, and its entry in the ledger. */
export const eventHash = (event: EventFacts): Buffer =>
  createHash('sha256').update(eventText(event), 'utf8').digest();
