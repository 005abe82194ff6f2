// The ways to speak to a public office and the questions that sort them, from content/ways.yaml; a wrong file stops the build.
import { parse } from 'yaml';
import { detailsOn } from '../../../api/contacts/expiry.ts';
import type { Detail } from '../../../api/contacts/schema.ts';
import { DeadlineCode } from '../../../api/deadlines/schema.ts';
import { type Time, type Way as WrittenWay, Ways } from '../../../api/ways/schema.ts';
import source from '@content/ways.yaml?raw';
import { allContacts, contacts } from './contacts.ts';
import { deadlineOf, periodOf } from '../staff/deadlines.ts';

// Where to write, call or go; forms and web pages have their own button.
const reached: Detail['type'][] = ['address', 'phone', 'hours'];

const written = Ways.parse(parse(source));

export type Receiver = { name: string; details: Detail[] };
export type Way = Omit<WrittenWay, 'times' | 'receivers'> & { times: Time[]; receivers: Receiver[] };

export const questions = written.questions;

export const ways: Way[] = written.ways.map((way) => ({
  ...way,
  times: way.times.map(timeOf),
  receivers: way.receivers.map(receiverOf),
}));

/** The address of the page that these answers lead to. */
export const addressOf = (answers: readonly string[]): string =>
  answers.length === 0 ? '/phan-anh' : `/phan-anh/cach-gui/${answers.join('/')}`;

function timeOf(time: WrittenWay['times'][number]): Time {
  const code = DeadlineCode.safeParse(time);
  if (!code.success) return time as Time;
  const { label, legalBasis, certainty } = deadlineOf(code.data);
  return { text: `${label}: trong ${periodOf(code.data)}`, source: legalBasis, certainty };
}

function receiverOf(id: string): Receiver {
  const receiver = written.receivers.find((candidate) => candidate.id === id);
  const contact = contacts.find((channel) => channel.id === receiver?.contact);
  if (!receiver || (receiver.contact && !allContacts.some(({ id: known }) => known === receiver.contact)))
    throw new Error(
      `content/ways.yaml: nơi nhận “${id}” chỉ tới một kênh không có trong content/contacts.yaml.`,
    );
  const borrowed = contact
    ? detailsOn(contact, __BUILT_ON__).filter(({ type }) => reached.includes(type))
    : [];
  return { name: receiver.name, details: [...receiver.details, ...borrowed] };
}
