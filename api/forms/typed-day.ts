// A day in a form of officers as people type it: by the browser's calendar, or 5/1/2026, 05-01-2026, 5.1.2026. Pure.
import { z } from 'zod';
import { typedDate } from '../dates/dates.ts';

/** What is said of a day that is none, or lacks its year: which one is meant is not guessed. */
export const noSuchDay = 'Ghi đủ ngày, tháng, năm của một ngày có thật, ví dụ 05/01/2026.';
const mostCharacters = 40;

const tidy = (value: unknown) =>
  typeof value === 'string' && value.length <= mostCharacters ? typedDate(value) : value;

/** Comes out as `2026-01-05`; `missing` is said where nothing is. */
export const typedDay = (missing: string) =>
  z.preprocess(tidy, z.iso.date({ error: ({ input }) => (input ? noSuchDay : missing) }));
