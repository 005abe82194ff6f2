// The ways to speak to a public office, from content/ways.yaml; a wrong file stops the build.
import { parse } from 'yaml';
import { z } from 'zod';
import { DeadlineCode } from '../../api/deadlines/schema.ts';
import source from '../../content/ways.yaml?raw';
import { deadlineOf, periodOf } from './deadlines.ts';

/** A period in law; `secondary`: read in a copy, not yet compared with the official text. */
const Time = z.strictObject({
  text: z.string(),
  source: z.string(),
  certainty: z.enum(['law', 'operational', 'proposal', 'secondary']),
});
type Time = z.infer<typeof Time>;

const Way = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  question: z.string(),
  name: z.string(),
  /** Whether this portal takes it in as phản ánh, kiến nghị. */
  taken: z.boolean(),
  what: z.string(),
  example: z.string(),
  law: z.string(),
  form: z.string(),
  goesTo: z.string(),
  /** A code stands for that period of content/deadlines.yaml. */
  times: z.array(z.union([DeadlineCode.transform(timeOf), Time])),
  /** Offices outside the portal that take it; their addresses are not known yet. */
  receivers: z.array(z.string()).default([]),
  action: z.strictObject({ href: z.string(), label: z.string() }).optional(),
});
export type Way = z.infer<typeof Way>;

export const ways = z.array(Way).parse(parse(source));

function timeOf(code: DeadlineCode): Time {
  const { label, legalBasis, certainty } = deadlineOf(code);
  return { text: `${label}: trong ${periodOf(code)}`, source: legalBasis, certainty };
}
