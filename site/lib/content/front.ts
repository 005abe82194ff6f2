// What content/front.yaml puts on the first page; a wrong file stops the build.
import { parse } from 'yaml';
import { Front, type IconName } from '../../../api/department/front-schema.ts';
import { isSuperseded } from '../../../api/procedures/order.ts';
import { shortTimeLimit } from '../../../api/procedures/labels.ts';
import source from '@content/front.yaml?raw';
import { procedureHref, procedures, successorOfProcedure, superseded } from './procedures.ts';

const front = Front.parse(parse(source));
const all = [...procedures, ...superseded];

/** The tasks with where they lead today and, where it is known, how long they take. */
export const tasks = front.tasks.flatMap(({ label, procedure, icon }) => {
  const named = all.find(({ slug }) => slug === procedure);
  if (!named) throw new Error(`content/front.yaml: không có thủ tục “${procedure}” trong content/procedures.`);
  const today = isSuperseded(named) ? successorOfProcedure(procedure) : procedure;
  const current = procedures.find(({ slug }) => slug === today);
  if (!current) return [];
  return [{ label, icon, href: procedureHref(current.slug), time: shortTimeLimit(current) }];
});

/** The drawing of a field; a document where content names none. */
export const iconOf = (field: string): IconName =>
  front.fields.find((one) => one.field === field)?.icon ?? 'document';
