// The SQL twins of the one meaning of “answered” (standing.ts), over rows of `cases`. A test holds them together.
import { sql, type RawBuilder } from 'kysely';
import { stands } from '../db/undone.ts';
import { openStates } from './lifecycle.ts';
import { stepsWhere } from './steps/table.ts';

const stillOpen = sql.join(
  openStates.filter((status) => status !== 'answered').map((status) => sql.lit(status)),
);

/** Whether an answer of the department stands on a row of `cases` now. */
export const answerStands = sql<boolean>`(cases.answered_at is not null and cases.merged_into is null
  and cases.outside_number is null and cases.status not in (${stillOpen}))`;

const takesUpAgain = sql.join(
  stepsWhere(({ counts }) => counts?.starts === 'continued').map((step) => sql.lit(step)),
);

/** The day on which the sender of a published answer went on with the case; null where the answer is the last word. */
export const continuedOn: RawBuilder<string | null> = sql<string | null>`(
  select max((e.at at time zone 'Asia/Ho_Chi_Minh')::date) from case_events e
  where e.case_id = published_answers.case_id and e.step in (${takesUpAgain})
    and e.at >= published_answers.published_at and ${stands('e')})`;
