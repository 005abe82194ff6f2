// A refusal in the language that it is asked in. Pure.
import type { Language } from '../../languages/language.ts';
import type { ProblemBody } from '../problem.ts';
import { inEnglish } from './in-english.ts';

export const bodyIn = (language: Language, body: ProblemBody): ProblemBody =>
  language === 'vi'
    ? body
    : {
        ...body,
        title: inEnglish(body.title),
        ...(body.detail !== undefined && { detail: inEnglish(body.detail) }),
        ...(body.errors && {
          errors: body.errors.map(({ pointer, detail }) => ({ pointer, detail: inEnglish(detail) })),
        }),
      };
