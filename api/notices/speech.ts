// In which words a sender is written to, by the language in which they use the portal. Pure.
import { englishStatus } from '../cases/english.ts';
import { publicStatusLabels } from '../cases/labels.ts';
import type { PublicStatus } from '../cases/lifecycle.ts';
import { englishEvent } from '../cases/steps/english.ts';
import { englishDate, vietnameseDate } from '../dates/dates.ts';
import type { Department } from '../department/schema.ts';
import { addressIn } from '../languages/addresses.ts';
import type { Language } from '../languages/language.ts';
import type { SenderNotices } from './schema.ts';

export type Speech = {
  notices: SenderNotices;
  /** A day (YYYY-MM-DD) as it is written. */
  day: (date: string) => string;
  /** The sentence of a step. */
  event: (sentence: string) => string;
  status: Record<PublicStatus, string>;
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
        event: englishEvent,
        status: englishStatus,
        department: department.english?.name ?? department.name,
        to: (path) => addressIn('en', path),
        answerDue: (number) => `Answer to case ${number} due`,
        supplyDue: (number) => `Information for case ${number} due`,
      }
    : {
        notices,
        day: vietnameseDate,
        event: (sentence) => sentence,
        status: publicStatusLabels,
        department: department.name,
        to: (path) => path,
        answerDue: (number) => `Hạn trả lời hồ sơ ${number}`,
        supplyDue: (number) => `Hạn bổ sung hồ sơ ${number}`,
      };
