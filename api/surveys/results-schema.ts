// The results of a round: everything, for staff and reports, and what may be seen by all.
import { z } from '@hono/zod-openapi';
import { Channel } from './round.ts';

const share = { n: z.int(), satisfied: z.int(), percent: z.number().nullable() };
const score = { points: z.int(), scored: z.int(), mean: z.number().nullable() };
const named = { code: z.string(), label: z.string() };

/** Which round, in words that stand above its results. */
export const RoundFacts = z.object({
  id: z.string(),
  surveyId: z.string(),
  surveyVersion: z.int(),
  title: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  /** Null while answers may still come in. */
  closedOn: z.string().nullable(),
  procedures: z.array(z.object({ slug: z.string(), name: z.string(), field: z.string().nullable() })),
  target: z.int(),
  formsIssued: z.int().nullable(),
});
export type RoundFacts = z.infer<typeof RoundFacts>;

const row = {
  /** Null: the form does not say. */
  value: z.string().nullable(),
  label: z.string(),
  forms: z.int(),
  satisfaction: z.object(share),
  facts: z.object(score),
};
export const AxisName = z.enum(['procedure', 'field', 'filing', 'respondent', 'quarter']);
const changes = z
  .object({
    previous: z.string(),
    previousTitle: z.string(),
    overall: z.number().nullable(),
    general: z.number().nullable(),
    facts: z.number().nullable(),
    groups: z.array(z.object({ code: z.string(), change: z.number().nullable() })),
  })
  .nullable();
const Formula = z.object({ code: z.string(), title: z.string(), text: z.string(), source: z.string() });

/** In full, for staff alone. */
export const Tally = z.object({
  round: RoundFacts,
  forms: z.object({
    received: z.int(),
    valid: z.int(),
    invalid: z.int(),
    /** Received on the web, and not yet mixed with others; they are in no other number. */
    waiting: z.int(),
    channels: z.array(z.object({ channel: Channel, valid: z.int(), invalid: z.int() })),
  }),
  overall: z.object(share),
  general: z.object({ ...named, ...share }).nullable(),
  groups: z.array(z.object({ code: z.string(), title: z.string(), ...share })),
  /** `levels`: how many said 1, 2, 3, 4, 5; `none`: had no opinion. */
  items: z.array(
    z.object({
      ...named,
      group: z.string().nullable(),
      levels: z.array(z.int()).length(5),
      none: z.int(),
      ...share,
    }),
  ),
  facts: z.object({ ...score, items: z.array(z.object({ ...named, indicator: z.string(), ...score })) }),
  axes: z.array(z.object({ axis: AxisName, title: z.string(), rows: z.array(z.object(row)) })),
  choices: z.array(
    z.object({
      ...named,
      /** Forms that answer the question. */
      answered: z.int(),
      options: z.array(z.object({ value: z.string(), label: z.string(), n: z.int() })),
    }),
  ),
  /** Empty until the round is closed. */
  texts: z.array(z.object({ ...named, texts: z.array(z.string()) })),
  change: changes,
  formulas: z.array(Formula),
});
export type Tally = z.infer<typeof Tally>;

/** For all: a figure that rests on fewer than five is not there, nor what would give it away. */
export const PublicResults = z
  .object({
    round: RoundFacts.omit({ target: true, formsIssued: true }),
    /** Null: fewer than five. */
    forms: z.object({
      valid: z.int().nullable(),
      invalid: z.int().nullable(),
      channels: z.array(z.object({ channel: Channel, n: z.int() })),
    }),
    overall: z.object(share).nullable(),
    general: z.object({ ...named, ...share }).nullable(),
    groups: z.array(z.object({ code: z.string(), title: z.string(), ...share })),
    items: z.array(z.object({ ...named, group: z.string(), ...share })),
    facts: z.object(score).nullable(),
    factItems: z.array(z.object({ ...named, indicator: z.string(), ...score })),
    axes: z.array(z.object({ axis: AxisName, title: z.string(), rows: z.array(z.object(row)) })),
    /** Way of filing by kind of respondent: whole or not at all. */
    cross: z.array(
      z.object({ filing: z.string(), respondent: z.string(), forms: z.int(), satisfaction: z.object(share) }),
    ),
    choices: z.array(
      z.object({
        ...named,
        options: z.array(z.object({ value: z.string(), label: z.string(), n: z.int() })),
      }),
    ),
    change: changes,
    formulas: z.array(Formula),
  })
  .openapi('SurveyResults');
export type PublicResults = z.infer<typeof PublicResults>;
