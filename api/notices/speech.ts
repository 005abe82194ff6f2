// In which words a sender is written to, by the language in which they use the portal. Pure.
import { englishSize, sizeText } from '../attachments/labels.ts';
import { englishContents, englishStatus } from '../cases/english.ts';
import { contentLabels, publicStatusLabels } from '../cases/labels.ts';
import type { PublicStatus } from '../cases/lifecycle.ts';
import type { ContentCode } from '../cases/schema.ts';
import { englishEvent } from '../cases/steps/english.ts';
import { englishDate, englishMoment, momentWords, vietnameseDate } from '../dates/dates.ts';
import type { Department } from '../department/schema.ts';
import { addressIn } from '../languages/addresses.ts';
import type { Language } from '../languages/language.ts';
import { twoFigures } from '../text/numbers.ts';
import type { SenderNotices } from './schema.ts';

export type Speech = {
  notices: SenderNotices;
  /** A day (YYYY-MM-DD) as it is written. */
  day: (date: string) => string;
  moment: (instant: Date) => string;
  /** The sentence of a step. */
  event: (sentence: string) => string;
  status: Record<PublicStatus, string>;
  /** Of which kind a letter is, and the procedure that it is about, which has a name in Vietnamese only. */
  about: (code: ContentCode, procedure: string | undefined) => string;
  files: (count: number, bytes: number) => string;
  department: string;
  /** Where a page of the Vietnamese way stands. */
  to: (path: string) => string;
  /** What is due on the day of a calendar file. */
  answerDue: (number: string) => string;
  supplyDue: (number: string) => string;
};

type Content = { notices: SenderNotices; englishNotices: SenderNotices; department: Department };

export const speechOf = ({ notices, englishNotices, department }: Content, language: Language): Speech =>
  language === 'en'
    ? {
        notices: englishNotices,
        day: englishDate,
        moment: englishMoment,
        event: englishEvent,
        status: englishStatus,
        about: (code, procedure) =>
          englishContents[code].label + (procedure ? `; procedure (name in Vietnamese): ${procedure}` : ''),
        files: (count, bytes) =>
          count === 0 ? 'none' : `${count} ${count === 1 ? 'file' : 'files'}, ${englishSize(bytes)}`,
        department: department.english?.name ?? department.name,
        to: (path) => addressIn('en', path),
        answerDue: (number) => `Answer to case ${number} due`,
        supplyDue: (number) => `Information for case ${number} due`,
      }
    : {
        notices,
        day: vietnameseDate,
        moment: momentWords,
        event: (sentence) => sentence,
        status: publicStatusLabels,
        about: (code, procedure) => contentLabels[code].label + (procedure ? `; thủ tục ${procedure}` : ''),
        files: (count, bytes) => (count === 0 ? 'không có' : `${twoFigures(count)} tệp, ${sizeText(bytes)}`),
        department: department.name,
        to: (path) => path,
        answerDue: (number) => `Hạn trả lời hồ sơ ${number}`,
        supplyDue: (number) => `Hạn bổ sung hồ sơ ${number}`,
      };
