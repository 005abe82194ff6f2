// No word that somebody typed is lost: whatever cannot take a posted form answers with a page that shows it all, to be
// copied or sent again. The door answers citizens (site/pages/gui-lai.astro), pages answer officers (can-bo/gui-lai.astro).
import type { AstroGlobal } from 'astro';
import { pageTokenField } from '../../../api/forms/page-token-field.ts';
import { englishFields } from '../../../api/cases/fields/english.ts';
import type { Language } from '../../../api/languages/language.ts';
import { fieldNames, labelOf } from '../../../api/cases/fields/table.ts';
import { sendAgain } from '../../texts/send-again.ts';
import type { Values } from './form.ts';

/** Why a form was not taken, as the page that keeps its words says it. */
export type Lost = {
  title: string;
  detail: string;
  status: number;
  /** It waits on the server and comes back after the log-in. */
  isKept?: boolean;
};

/**
 * The answer to a posted form whose own page is not there (any more) for this officer. What was
 * posted stays with the visit, so that `readUpload` gives it there too.
 */
export async function keepWords(astro: AstroGlobal, lost: Lost): Promise<Response> {
  astro.locals.lost = lost;
  return await astro.rewrite('/can-bo/gui-lai');
}

/** The system does not answer for the moment. */
export const systemAway: Lost = {
  title: 'Hệ thống đang tạm ngừng',
  detail: 'Chờ vài phút rồi bấm “Gửi lại”.',
  status: 503,
};

/** A round of a survey that is not there, or not for this role. */
export const roundGone: Lost = {
  title: 'Không có đợt khảo sát này',
  detail: 'Đợt khảo sát không còn, hoặc không thuộc vai trò đang đăng nhập.',
  status: 404,
};

// What forms carry for themselves, and what is chosen from a list: nothing that somebody typed.
const carried =
  /token$|^(draft[A-Z]\w*|keptForm|version|session|secret|uploads|seen|step|press|viec|move|key|after|slug|place|obligation|year|period|rows|replaces|code|id|again|idempotencyKey|status|language|done|kind|track|certainty|outcome|verification|contentCode|ground|procedure|handlerId|keeperId|subjectId|subjectUnit|lawful|necessary|simple|feasible|consistent|treaty|unit-.*|channel-.*)$/i;
const secret = /password|^(code|response|ticket)$/i;

/** What may be carried on in a form that is sent again: passwords and one-time codes are typed anew. */
export const mayCarry = (name: string): boolean => !secret.test(name) && name !== pageTokenField;

const labels: Record<string, string> = {
  body: 'Nội dung',
  summary: 'Tóm tắt',
  answer: 'Nội dung trả lời công khai',
  reason: 'Lý do',
  why: 'Lý do',
  note: 'Ghi chú',
  question: 'Điều cần bổ sung',
  guidance: 'Hướng dẫn',
  interim: 'Trả lời tạm',
  result: 'Kết quả',
  agency: 'Cơ quan nhận',
  documentNumber: 'Số, ký hiệu văn bản',
  documentOn: 'Ngày văn bản',
  letterNumber: 'Số công văn',
  into: 'Mã hồ sơ chung',
  days: 'Số ngày',
  name: 'Họ tên',
  evidence: 'Minh chứng',
  legalBasis: 'Căn cứ',
  decision: 'Căn cứ',
  amount: 'Số ngày',
  title: 'Tên',
  on: 'Ngày',
  from: 'Từ ngày',
  to: 'Đến ngày',
};

const caseLabels = new Map<string, string>(fieldNames.map((name) => [name, labelOf(name)]));
const englishLabels = new Map<string, string>(fieldNames.map((name) => [name, englishFields[name].label]));

const labelIn = (language: Language, name: string): string =>
  language === 'en'
    ? (englishLabels.get(name) ?? sendAgain.typed.en)
    : (labels[name] ?? caseLabels.get(name) ?? sendAgain.typed.vi);

/** What somebody has typed in a form, to be read and copied: in its order, nothing secret, nothing the form carries. */
export const typedWords = (values: Values, language: Language = 'vi'): { label: string; text: string }[] =>
  Object.entries(values)
    .filter(([name, value]) => value.trim() !== '' && !carried.test(name) && !secret.test(name))
    .map(([name, text]) => ({ label: labelIn(language, name), text }));
