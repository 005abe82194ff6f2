// What the fields of templates give for one case. Pure.
import { outcomeLabels, statusLabelOf } from '../cases/labels.ts';
import { states, type Status, type StepName } from '../cases/lifecycle.ts';
import type { CaseSource, Outcome, Track } from '../cases/schema.ts';
import { localDate, vietnameseDate } from '../dates/dates.ts';
import type { Department } from '../department/schema.ts';
import type { FieldValues } from './fields.ts';
import type { LetterKind } from './schema.ts';

/** What a letter needs of a case as staff see it. */
export type LetterCase = {
  number: string;
  source: CaseSource;
  status: Status;
  track: Track | null;
  endedBy: StepName | null;
  receivedAt: string;
  unit: string | null;
  procedure: { name: string } | null;
  dueOn: string;
  stageDueOn: string | null;
  letterNumber: string | null;
  sender: { kind: 'person' | 'organisation'; name: string; address: string } | null;
  origin: {
    agency: string | null;
    number: string | null;
    on: string | null;
    nationalCode: string | null;
  } | null;
  outside: { agency: string; number: string | null; on: string | null } | null;
  reply: { body: string; outcome: Outcome; writtenAt: string } | null;
  events: readonly { step: StepName; at: string; fromStatus: Status; text: string | null }[];
};

export type Office = Pick<Department, 'name' | 'parent' | 'province' | 'letterSymbol' | 'statutoryReceiver'>;

/** The step that each kind of letter is written about. */
export const stepOfKind: Record<LetterKind, StepName | null> = {
  reply: 'approve',
  transfer: 'transfer',
  guidance: 'guide-out',
  extension: 'extend',
  refusal: 'reject',
  supplement: 'ask-supplement',
  report: null,
};
const guided: Record<string, string> = { complaint: 'khiếu nại', denunciation: 'tố cáo' };

export const officeName = ({ name }: Pick<Department, 'name'>): string => name.replace(/ tỉnh .*/, '');
export const lastStep = (found: Pick<LetterCase, 'events'>, step: StepName | null) =>
  found.events.findLast((event) => event.step === step);

type Given = { office: Office; guidedAs?: string | undefined; kind?: LetterKind | undefined };

/** The values of all fields for a case; one whose sender the viewer may not know gives neither name nor address. */
export function factsOf(found: LetterCase, { office, guidedAs, kind }: Given): FieldValues {
  const { sender, origin, outside } = found;
  const said = kind === 'reply' ? found.reply?.body : kind && lastStep(found, stepOfKind[kind])?.text;
  const all: Record<string, string | null | undefined> = {
    'mã hồ sơ': found.number,
    'ngày nhận': vietnameseDate(localDate(new Date(found.receivedAt))),
    'người gửi': sender && `${sender.kind === 'person' ? 'Ông/Bà ' : ''}${sender.name}`,
    'địa chỉ': sender?.address,
    'xưng hô': sender?.kind === 'organisation' ? 'Quý đơn vị' : 'Ông/Bà',
    'tên cơ quan': office.name,
    'cơ quan': officeName(office),
    'đơn vị xử lý': found.unit,
    'thủ tục': found.procedure?.name,
    'loại đơn': guided[guidedAs ?? ''] ?? 'đến nơi có thẩm quyền',
    'lời của cán bộ': said,
    'kết quả xử lý': resultOf(found),
    'hạn trả lời': vietnameseDate(found.dueOn),
    'câu về hạn bổ sung': supplementWords(found),
    'cơ quan nhận': outside?.agency,
    'cơ quan chuyển đến': senderOf(found, office),
    'văn bản chuyển đến': origin && cameBy(origin),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as FieldValues;
}

/** Who sent the case on to us; of what came from the province without a name, the receiver that the law names. */
export const senderOf = (
  { origin, source }: Pick<LetterCase, 'origin' | 'source'>,
  office: Pick<Office, 'statutoryReceiver'>,
) => origin?.agency ?? (source === 'vp-ubnd' ? office.statutoryReceiver : undefined);

const supplementWords = ({ status, stageDueOn }: LetterCase) =>
  status === 'need_info' && stageDueOn
    ? `Xin gửi bổ sung chậm nhất ngày ${vietnameseDate(stageDueOn)}. Trong lúc chờ, thời hạn trả lời tạm dừng.`
    : 'Trong lúc chờ bổ sung, thời hạn trả lời tạm dừng.';

function cameBy({ number, on, nationalCode }: NonNullable<LetterCase['origin']>): string | undefined {
  const said = [
    number && `Văn bản số ${number}`,
    on && `${number ? 'ngày' : 'văn bản ngày'} ${vietnameseDate(on)}`,
    nationalCode && `(mã ${nationalCode} trên Cổng Dịch vụ công quốc gia)`,
  ].filter(Boolean);
  return said.length > 0 ? said.join(' ') : undefined;
}

/** How it ended, in the office's words, and what was answered; undefined while nothing has. */
export function resultOf(found: LetterCase): string | undefined {
  const { status, reply, outside } = found;
  if (states[status].clock !== 'stopped' && status !== 'answered') return undefined;
  if (status === 'transferred' && outside)
    return `Đã chuyển ${outside.agency}${outside.number ? ` tại Văn bản số ${outside.number}` : ''}${outside.on ? ` ngày ${vietnameseDate(outside.on)}` : ''}.`;
  const answered = reply !== null && lastStep(found, 'approve') !== undefined;
  if (answered && status !== 'rejected' && status !== 'guided_out')
    return `${outcomeLabels[reply.outcome]}. Nội dung trả lời người gửi:\n${reply.body}`;
  const ended = found.endedBy && lastStep(found, found.endedBy)?.text;
  return `${statusLabelOf(found)}.${ended ? ` ${ended}` : ''}`;
}
