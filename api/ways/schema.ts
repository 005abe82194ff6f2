// content/ways.yaml: the ways to speak to a public office, the questions that sort them, and who receives.
import { z } from 'zod';
import { Detail } from '../contacts/schema.ts';
import { Text } from '../text/published.ts';
import { DeadlineCode } from '../deadlines/schema.ts';
import { faultsOf } from './walk.ts';

/** Part of an address: an answer, a question, a way. */
const Slug = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'Chỉ gồm chữ thường không dấu và dấu gạch nối.');

/** `secondary`: read in a copy, not yet compared with the official text; pages say so. */
export const Certainty = z.enum(['law', 'operational', 'proposal', 'secondary']);
export type Certainty = z.infer<typeof Certainty>;

/** A period in law. */
export const Time = z.strictObject({ text: Text, source: Text, certainty: Certainty });
export type Time = z.infer<typeof Time>;

/** What a letter must say; `template` is a file of this portal, null while the department has not given one. */
export const Letter = z.strictObject({
  says: z.array(Text).min(1),
  source: Text,
  certainty: Certainty,
  template: z
    .string()
    .regex(/^\/\S+$/)
    .nullable(),
});

export const Way = z.strictObject({
  id: Slug,
  question: Text,
  name: Text,
  /** Whether this portal takes it in as phản ánh, kiến nghị. */
  taken: z.boolean(),
  what: Text,
  example: Text,
  law: Text,
  form: Text,
  letter: Letter.optional(),
  goesTo: Text,
  /** A code stands for that period of content/deadlines.yaml. */
  times: z.array(z.union([DeadlineCode, Time])),
  /** Ids of receivers, in the order in which they are shown. */
  receivers: z.array(Slug).default([]),
  action: z.strictObject({ href: Text, label: Text }).optional(),
});
export type Way = z.infer<typeof Way>;

/** An office that takes it; `contact` borrows the address, telephone and hours of a channel of contacts.yaml. */
export const Receiver = z
  .strictObject({
    id: Slug,
    name: Text,
    contact: z.string().optional(),
    details: z.array(Detail).default([]),
  })
  .refine(({ contact, details }) => contact !== undefined || details.length > 0, 'Ghi contact hoặc details.');

/** One of a question's answers: it leads to another question or, at the end, to a way. */
export const Answer = z
  .strictObject({
    id: Slug,
    text: Text,
    hint: Text.optional(),
    question: Slug.optional(),
    way: Slug.optional(),
  })
  .refine(({ question, way }) => (question === undefined) !== (way === undefined), 'Ghi question hoặc way.');
export type Answer = z.infer<typeof Answer>;

export const Question = z.strictObject({
  id: Slug,
  text: Text,
  hint: Text.optional(),
  answers: z.array(Answer).min(2),
});
export type Question = z.infer<typeof Question>;

/** The whole file; the first question is where everybody begins. */
export const Ways = z
  .strictObject({
    ways: z.array(Way).min(1),
    receivers: z.array(Receiver),
    questions: z.array(Question).min(1),
  })
  .superRefine(({ ways, receivers, questions }, context) => {
    const known = new Set(receivers.map(({ id }) => id));
    const unknown = ways.flatMap((way) => way.receivers).filter((id) => !known.has(id));
    const faults = [
      ...unknown.map((id) => `Nơi nhận “${id}” không có trong receivers.`),
      ...faultsOf(
        questions,
        ways.map(({ id }) => id),
      ),
    ];
    for (const message of faults) context.addIssue({ code: 'custom', message });
  });
export type Ways = z.infer<typeof Ways>;
