// Where to send phản ánh, kiến nghị, as a sheet on the wall tells it; what is unknown is left to be written in by hand.
import { vietnameseDate } from '../dates/dates.ts';
import { detailLabels, focalPersonLabel, substituteLabel } from '../contacts/labels.ts';
import type { Contact, Detail, FocalPerson } from '../contacts/schema.ts';
import type { FactRow, InnerBlock } from './block.ts';

const isReached = ({ details }: Contact) => details.some(({ value }) => value !== null);

/** The channels that a notice must name: the province's receiver and the national system first, then the department. */
export const onNotice = (contacts: readonly Contact[]) =>
  contacts.filter(({ tier }) => tier === 'province' || tier === 'national' || tier === 'department');

/** Every channel with every way to reach it, for the guidance notice. */
export const fullAddresses = (contacts: readonly Contact[]): InnerBlock[] =>
  onNotice(contacts).flatMap((contact, index): InnerBlock[] => [
    { kind: 'heading', text: `${index + 1}. ${contact.name}` },
    {
      kind: 'facts',
      rows: [
        ...(contact.validTo ? [row('Kênh có giá trị', [until(contact)])] : []),
        ...contact.details.map((detail) => detailRow(contact, detail)),
        ...contact.focalPersons.flatMap(personRows),
      ],
    },
  ]);

/** The channels in brief, for the box at the foot of a procedure: what is known of address, telephone, mail, form. */
export const briefAddresses = (contacts: readonly Contact[]): InnerBlock[] =>
  onNotice(contacts)
    .filter(isReached)
    .flatMap((contact): InnerBlock[] => [
      { kind: 'text', text: contact.name, tone: 'strong' },
      {
        kind: 'facts',
        rows: contact.details
          .filter(
            ({ type, value }) =>
              value !== null &&
              (type === 'phone' || type === 'email' || type === 'address' || type === 'form'),
          )
          .map((detail) => detailRow(contact, detail)),
      },
    ]);

function detailRow({ tier }: Pick<Contact, 'tier'>, detail: Detail): FactRow {
  const { type, value } = detail;
  // Only the number that the province has set apart takes phản ánh, kiến nghị (Điều 6 Nghị định 20/2008/NĐ-CP).
  const phone = tier === 'province' ? 'Số điện thoại chuyên dùng' : 'Số điện thoại';
  const label = type === 'phone' ? phone : detailLabels[type];
  if (value === null) return { label, lines: [toFill], state: 'fill' };
  const shown = value.startsWith('/') ? `{origin}${value}` : value.replace(/^https?:\/\//, '');
  const remark = until(detail);
  return row(label, [remark ? `${shown} (${remark})` : shown]);
}

function personRows(person: FocalPerson): FactRow[] {
  const rows = [personRow(focalPersonLabel, person, until(person))];
  return person.substitute ? [...rows, personRow(substituteLabel, person.substitute, '')] : rows;
}

function personRow(
  label: string,
  { name, position, phone, email }: Pick<FocalPerson, 'name' | 'position' | 'phone' | 'email'>,
  remark: string,
): FactRow {
  const known = [name, position, phone, email].filter((value) => value !== null);
  if (known.length === 0) return { label, lines: [toFill], state: 'fill' };
  return row(label, [`${known.join(', ')}${remark ? ` (${remark})` : ''}`]);
}

/** A sheet on a wall outlives its printing: it says itself until when something holds. */
function until({ validFrom, validTo }: Pick<Detail, 'validFrom' | 'validTo'>): string {
  return [
    validFrom ? `từ ngày ${vietnameseDate(validFrom)}` : '',
    validTo ? `đến hết ngày ${vietnameseDate(validTo)}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Stands where the office writes by hand what is not in the data. */
const toFill = '(Sở chưa công bố)';

const row = (label: string, lines: string[]): FactRow => ({ label, lines, state: 'given' });
