// What a page does with the form that was posted to it: read, hand on, lead on by 303, or show the form again as it was.
import type { APIContext } from 'astro';
import type { z } from 'zod';
import type { ProblemBody } from '../../../api/problems/problem.ts';
import { bodyOf } from './body.ts';
import { errorsOf, readUpload, type FieldErrors, type Values } from './form.ts';
import { seeOther } from './see-other.ts';
import { keepFiles, type KeptFile } from './uploads.ts';

type Page = Pick<APIContext, 'request' | 'locals'> & { response: { status?: number } };
type Answer = { ok: boolean; status: number; headers: Headers; json(): Promise<unknown> };
/** What a page refuses by itself, before anything is sent. */
export type Refusal = { errors: FieldErrors; status: number };
type Sent<Schema extends z.ZodType> = {
  values: Values;
  /** The body that the schema makes of what was typed. */
  json: z.input<Schema>;
  files: File[];
  /** The token of a form of staff as the API takes it. No page judges it: the API does, once for all (staff/guard.ts). */
  auth: { headers: { 'x-form-token': string } };
};
type Sending = Promise<Answer | Refusal | undefined>;
type Taken<Given> =
  Awaited<Given> extends infer One ? (One extends { ok: false } | Refusal | undefined ? never : One) : never;
/** Where it leads, an answer as it is, or what the page itself then shows. */
type Next<Shown> = string | Response | { shown: Shown };

type Plan<Schema extends z.ZodType, Given extends Sending, Shown> = {
  schema?: Schema;
  /** What stands in the form before anybody has typed. */
  fresh?: Values;
  /** The form carries files: they are sent on as soon as they come and kept by their tokens. One that is refused stops all. */
  carriesFiles?: true;
  /** What was typed as the form means it, where a button says more than one thing. */
  read?: (values: Values) => Values;
  /** Nothing where the form is only shown again. */
  send: (sent: Sent<Schema>) => Given;
  next: (answer: Taken<Given>, values: Values) => Next<Shown> | Promise<Next<Shown>>;
  /** The sentences of a refusal; those of `errorsOf` where nothing is said. */
  words?: (problem: ProblemBody, values: Values) => FieldErrors;
  /** Leads each sentence to its control, where names of controls are not those of the body. */
  place?: (errors: FieldErrors, values: Values) => FieldErrors;
  /** The status of the page with the refused form, where it is not the API's. */
  statusOf?: (status: number) => number;
};

/** A form on its page: what stands in it, what was refused, and what went through and is shown here. */
export type Form<Shown> = {
  values: Values;
  errors: FieldErrors;
  /** Of what was posted: undefined on a visit. */
  status: number | undefined;
  kept: KeptFile[];
  shown: Shown | undefined;
};

/** One visit to a page with a form; a Response is for the page to return. */
export async function posted<Given extends Sending, Schema extends z.ZodType = z.ZodUndefined, Shown = never>(
  page: Page,
  plan: Plan<Schema, Given, Shown>,
): Promise<Response | Form<Shown>> {
  const fresh: Form<Shown> = {
    values: plan.fresh ?? {},
    errors: [],
    status: undefined,
    kept: [],
    shown: undefined,
  };
  if (page.request.method !== 'POST') return fresh;
  const { values: typed, files } = readUpload(page);
  const read = { values: plan.read?.(typed) ?? typed, files };
  const {
    values,
    kept,
    errors: wrongFiles,
  } = plan.carriesFiles
    ? await keepFiles(page.locals.api, read)
    : { values: read.values, kept: [], errors: [] };
  const refuse = ({ errors, status }: Refusal): Form<Shown> => {
    const shownStatus = plan.statusOf?.(status) ?? status;
    page.response.status = shownStatus;
    return { values, kept, errors: plan.place?.(errors, values) ?? errors, status, shown: undefined };
  };
  if (wrongFiles.length > 0) return refuse({ errors: wrongFiles, status: 422 });
  const json = (plan.schema ? bodyOf(plan.schema, values) : undefined) as z.input<Schema>;
  const auth = { headers: { 'x-form-token': values['formToken'] ?? '' } };
  const answer = await plan.send({ values, json, files: read.files, auth });
  if (!answer) return { values, kept, errors: [], status: 200, shown: undefined };
  if ('errors' in answer) return refuse(answer);
  if (!answer.ok) {
    const words = plan.words ?? errorsOf;
    return refuse({ errors: words((await answer.json()) as ProblemBody, values), status: answer.status });
  }
  const next = await plan.next(answer as unknown as Taken<Given>, values);
  if (typeof next === 'string') return seeOther(next, answer);
  if (next instanceof Response) return next;
  return { values, kept, errors: [], status: answer.status, shown: next.shown };
}
