// The table of rights and the steps of a case as the office reads them, of all roles or of one.
import { isClosed, states, Status, type Actor } from '../../../api/cases/lifecycle.ts';
import { steps } from '../../../api/cases/steps/table.ts';
import {
  complainedOf,
  complaintLabels,
  groups,
  may,
  relationLabels,
  relationsOf,
  rights,
  rolesWith,
  type Right,
} from '../../../api/staff/rights.ts';
import { Role, roleNames } from '../../../api/staff/roles.ts';

const actorNames: Record<Actor, string> = { CD: 'Người gửi', HT: 'Hệ thống', ...roleNames };
const firstLetterUp = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

// Names of roles have commas in them.
const namesOf = (actors: readonly Actor[]) => actors.map((actor) => actorNames[actor]).join('; ');

/** `Công chức xử lý: hồ sơ được giao xử lý`: roles that have it on the same cases in one line, the many last. */
function holdersOf(right: Right): string[] {
  const on = (role: Role) =>
    relationsOf(role, right)
      .map((relation) => relationLabels[relation])
      .filter(Boolean)
      .join(' hoặc ');
  const many = Role.options.length / 2;
  return [...Map.groupBy(rolesWith(right), on)]
    .toSorted(([, some], [, others]) => Number(some.length > many) - Number(others.length > many))
    .map(([cases, roles]) => {
      const isAll = roles.length === Role.options.length;
      const names = isAll
        ? 'Mọi vai trò'
        : cases && roles.length > many
          ? 'Các vai trò khác'
          : namesOf(roles);
      return cases ? `${names}: ${cases}` : names;
    });
}

const open = Status.options.filter((status) => status !== 'draft' && !isClosed(status));
function statesOf(from: readonly Status[]): string {
  const isOpen = open.every((status) => from.includes(status));
  const rest = isOpen ? from.filter((status) => !open.includes(status)) : from;
  return [...(isOpen ? ['Mọi trạng thái đang mở'] : []), ...rest.map((status) => states[status].label)].join(
    '; ',
  );
}

/** The groups in which there is something for the role (all groups when none is named). */
export const groupsFor = (role: Role | undefined) =>
  (Object.keys(groups) as (keyof typeof groups)[])
    .map((group) => ({
      title: groups[group],
      rows: (Object.keys(rights) as Right[])
        .filter((right) => rights[right].group === group && (!role || may({ role }, right)))
        .map((right) => ({
          name: right,
          does: rights[right].does,
          who: holdersOf(right),
          source: rights[right].source,
        })),
    }))
    .filter(({ rows }) => rows.length > 0);

/** What is kept from whom, though they have the right to open the case otherwise. */
export const complaintRows = (role: Role | undefined) =>
  [...Map.groupBy(Role.options, (one) => complainedOf[one].map((how) => complaintLabels[how]).join('; '))]
    .filter(([, roles]) => !role || roles.includes(role))
    .map(([cases, roles]) => ({ who: namesOf(roles), cases: firstLetterUp(cases) }));

type Step = {
  from: readonly Status[];
  by: readonly Actor[];
  signedBy?: readonly Actor[];
  label: string;
  source: string;
};

/** The steps that the role takes, prepares or signs (all steps when none is named), in the order of the table. */
export const stepRows = (role: Role | undefined) =>
  Object.entries<Step>(steps)
    .filter(([, { by, signedBy = [] }]) => !role || [...by, ...signedBy].includes(role))
    .map(([name, { from, by, signedBy = [], label, source }]) => ({
      name,
      label,
      who: namesOf(by),
      signers: namesOf(signedBy),
      from: statesOf(from),
      source: firstLetterUp(source),
    }));
