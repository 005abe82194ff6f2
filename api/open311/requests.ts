// A service request as GeoReport v2 tells it: what is published of a case, or to who posted it no more than open or closed. Pure.
import { vietnameseDate } from '../dates/dates.ts';
import { contentLabels, outcomeLabels } from '../cases/labels.ts';
import { publicStatusOf, type PublicStatus, type Status } from '../cases/lifecycle.ts';
import type { ContentCode, Outcome } from '../cases/schema.ts';
import type { Value } from './document.ts';

export type Published = {
  number: string;
  contentCode: ContentCode;
  summary: string;
  outcome: Outcome;
  unit: string | null;
  receivedOn: string;
  publishedAt: Date;
  /** Since when its sender has gone on with the case; null: the answer is its end. */
  continuedOn: string | null;
};
export type Unpublished = {
  contentCode: ContentCode;
  status: Status;
  receivedAt: Date;
  dueOn: string;
  answeredAt: Date | null;
  closedAt: Date | null;
};

// The portal keeps no place of a letter: these are part of every request and never filled.
const nowhere = { address: null, address_id: null, zipcode: null, lat: null, long: null, media_url: null };
const stillOpen: readonly (PublicStatus | null)[] = [
  'received',
  'accepted',
  'awaiting-supplement',
  'handling',
];
/** Days in Việt Nam as the instants of their first and last second. */
const dayBegins = (on: string) => `${on}T00:00:00+07:00`;
const dayEnds = (on: string) => `${on}T23:59:59+07:00`;

/** The answer that anybody may read; `agency` in words, `page` the address of the answer. */
export const publishedRequest = (
  id: string,
  row: Published,
  { agency, page }: { agency: string; page: string },
): Value => ({
  service_request_id: id,
  status: 'closed',
  status_notes: `${outcomeLabels[row.outcome]}. Trả lời đầy đủ: ${page}${
    row.continuedOn === null
      ? ''
      : `. Người gửi đã tiếp tục phản ánh từ ngày ${vietnameseDate(row.continuedOn)}`
  }`,
  service_name: contentLabels[row.contentCode].label,
  service_code: row.contentCode,
  description: row.summary,
  agency_responsible: agency,
  service_notice: null,
  requested_datetime: dayBegins(row.receivedOn),
  updated_datetime: row.publishedAt.toISOString(),
  expected_datetime: null,
  ...nowhere,
});

/** Nothing of what was written, of who wrote it or of who handles it. */
export function ownRequest(id: string, row: Unpublished, agency: string): Value {
  const isOpen = stillOpen.includes(publicStatusOf(row.status, { isClassified: true, endedBy: null }));
  const closedAt = row.answeredAt ?? row.closedAt ?? row.receivedAt;
  return {
    service_request_id: id,
    status: isOpen ? 'open' : 'closed',
    status_notes: null,
    service_name: contentLabels[row.contentCode].label,
    service_code: row.contentCode,
    description: null,
    agency_responsible: agency,
    service_notice: null,
    requested_datetime: row.receivedAt.toISOString(),
    updated_datetime: (isOpen ? row.receivedAt : closedAt).toISOString(),
    expected_datetime: isOpen ? dayEnds(row.dueOn) : null,
    ...nowhere,
  };
}
