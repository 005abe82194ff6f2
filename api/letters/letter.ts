// The letters of a case as they stand on paper, in the layout of Nghị định 30/2020/NĐ-CP: print page and DOCX show the same. Pure.
import { localDate, vietnameseDate, writtenDate } from '../dates/dates.ts';
import type { StepName } from '../cases/lifecycle.ts';
import type { Department } from '../department/schema.ts';
import { LetterKind } from './schema.ts';

export type Letter = {
  kind: LetterKind;
  parent: string;
  office: string;
  number: string;
  subject: string;
  /** `Quảng Ngãi, ngày 05 tháng 7 năm 2026`; a draft has dots for day and month. */
  placeAndDay: string;
  isDraft: boolean;
  /** What stands above all of a letter that is none; null: nothing. */
  mark: string | null;
  to: string[];
  /** Paragraphs in order; `said`: an officer's own words, with their line breaks. */
  body: { text: string; said?: boolean }[];
  copies: string[];
};

/** What a letter needs of a case as staff see it. */
export type LetterCase = {
  number: string;
  receivedAt: string;
  unit: string | null;
  dueOn: string;
  stageDueOn: string | null;
  letterNumber: string | null;
  sender: { kind: 'person' | 'organisation'; name: string; address: string } | null;
  outside: { agency: string; number: string | null; on: string | null } | null;
  reply: { body: string; writtenAt: string } | null;
  events: readonly { step: StepName; at: string; text: string | null }[];
};

const blank = '.........';
const steps: Record<LetterKind, StepName> = {
  reply: 'approve',
  transfer: 'transfer',
  guidance: 'guide-out',
  extension: 'extend',
  refusal: 'reject',
  supplement: 'ask-supplement',
};
const subjects: Record<LetterKind, string> = {
  reply: 'trả lời phản ánh, kiến nghị',
  transfer: 'chuyển phản ánh, kiến nghị đến cơ quan có thẩm quyền',
  guidance: 'hướng dẫn gửi đơn đến nơi có thẩm quyền',
  extension: 'gia hạn trả lời phản ánh, kiến nghị',
  refusal: 'không tiếp nhận phản ánh, kiến nghị',
  supplement: 'đề nghị bổ sung thông tin phản ánh, kiến nghị',
};
const guided: Record<string, string> = { complaint: 'khiếu nại', denunciation: 'tố cáo' };

/** The letters that a case can have now: those of steps that were taken, and the draft of a reply. */
export const lettersOf = (found: LetterCase): LetterKind[] =>
  found.sender === null
    ? []
    : LetterKind.options.filter((kind) =>
        kind === 'reply' ? found.reply !== null : found.events.some(({ step }) => step === steps[kind]),
      );

/**
 * One letter of a case; undefined where there is none of that kind, or where the viewer may not see who sent the case.
 * `guidedAs`: what a case was guided out as. `today`: the day that a draft would carry.
 */
export function letterOf(
  kind: LetterKind,
  found: LetterCase,
  department: Pick<Department, 'name' | 'parent' | 'province' | 'letterSymbol'>,
  { today, guidedAs }: { today: string; guidedAs?: string },
): Letter | undefined {
  const { sender } = found;
  if (!sender || !lettersOf(found).includes(kind)) return undefined;
  const step = found.events.findLast((event) => event.step === steps[kind]);
  // A reply that was written after the last approval is a draft again.
  const isDraft = kind === 'reply' && (!step || (found.reply?.writtenAt ?? '') > step.at);
  const office = department.name.replace(/ tỉnh .*/, '');
  const place = department.province.replace(/^(tỉnh|thành phố)\s+/iu, '');
  const on = step && !isDraft ? localDate(new Date(step.at)) : undefined;
  const addressed = sender.kind === 'person' ? 'Ông/Bà' : 'Quý đơn vị';
  const person = `${sender.kind === 'person' ? 'Ông/Bà ' : ''}${sender.name}`;
  return {
    kind,
    parent: department.parent,
    office,
    number: numberOf(kind, found, department.letterSymbol, isDraft),
    subject: `V/v ${kind === 'guidance' && guidedAs && guided[guidedAs] ? `hướng dẫn gửi đơn ${guided[guidedAs]}` : subjects[kind]}, mã hồ sơ ${found.number}`,
    placeAndDay: on
      ? `${place}, ${writtenDate(on)}`
      : `${place}, ngày ${blank} tháng ${blank} năm ${today.slice(0, 4)}`,
    isDraft,
    mark: null,
    to: kind === 'transfer' ? [found.outside?.agency ?? blank] : [person, `(địa chỉ: ${sender.address})`],
    body: bodyOf(kind, found, { office, addressed, person, name: department.name, said: step?.text ?? '' }),
    copies: [
      'Như trên;',
      ...(kind === 'transfer' ? [`${person} (để biết);`] : []),
      `Lưu: VT, ${found.unit ?? blank}.`,
    ],
  };
}

function numberOf(
  kind: LetterKind,
  { letterNumber, outside }: LetterCase,
  symbol: string | null,
  isDraft: boolean,
): string {
  const known = kind === 'reply' && !isDraft ? letterNumber : kind === 'transfer' ? outside?.number : null;
  return `Số: ${known ?? `${blank}/${symbol === null ? blank : `${symbol}-${blank}`}`}`;
}

type Words = { office: string; addressed: string; person: string; name: string; said: string };

function bodyOf(
  kind: LetterKind,
  found: LetterCase,
  { office, addressed, person, name, said }: Words,
): Letter['body'] {
  const received = `ngày ${vietnameseDate(localDate(new Date(found.receivedAt)))}, mã hồ sơ ${found.number}`;
  const opening = `${name} nhận được phản ánh, kiến nghị của ${addressed} ${received}.`;
  const decree = 'Nghị định số 20/2008/NĐ-CP ngày 14 tháng 02 năm 2008 của Chính phủ';
  const known = { text: `${office} thông báo để ${addressed} được biết./.` };
  const words = { text: said, said: true };
  switch (kind) {
    case 'reply':
      return [
        { text: `${opening} Thực hiện ${decree}, ${office} trả lời như sau:` },
        { text: found.reply?.body ?? '', said: true },
        { text: `${office} trả lời để ${addressed} được biết./.` },
      ];
    case 'transfer':
      return [
        {
          text: `${name} nhận được phản ánh, kiến nghị của ${person} ${received}. Nội dung không thuộc thẩm quyền của ${office}.`,
        },
        {
          text: `Căn cứ điểm d khoản 1 Điều 9 ${decree}, ${office} chuyển phản ánh, kiến nghị (kèm theo) đến ${found.outside?.agency ?? blank} để xem xét, giải quyết theo thẩm quyền và trả lời người gửi./.`,
        },
      ];
    case 'guidance':
      // No phản ánh, kiến nghị: the letter does not call it one.
      return [
        {
          text: `${name} nhận được đơn của ${addressed} ${received}. ${office} hướng dẫn ${addressed} như sau:`,
        },
        words,
        known,
      ];
    case 'extension':
      return [
        { text: `${opening} Vì lý do sau, ${office} chưa trả lời được trong thời hạn đã hẹn:` },
        words,
        { text: `Thời hạn trả lời mới là ngày ${vietnameseDate(found.dueOn)}.` },
        known,
      ];
    case 'refusal':
      return [
        { text: `${opening} Đối chiếu ${decree}, ${office} không tiếp nhận phản ánh, kiến nghị này. Lý do:` },
        words,
        known,
      ];
    case 'supplement':
      return [
        { text: `${opening} Để có đủ thông tin xem xét, đề nghị ${addressed} bổ sung:` },
        words,
        {
          text: found.stageDueOn
            ? `Xin gửi bổ sung chậm nhất ngày ${vietnameseDate(found.stageDueOn)}. Trong lúc chờ, thời hạn trả lời tạm dừng.`
            : 'Trong lúc chờ bổ sung, thời hạn trả lời tạm dừng.',
        },
        known,
      ];
  }
}
