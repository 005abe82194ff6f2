// What the decisions make of a procedure on a given day: its state, what replaced it, what comes next. Pure.
import { dateOf, dayNumber } from '../../dates/dates.ts';
import type { ProcedureFile, Status } from '../schema.ts';
import { type Decision, type DecisionItem, effectiveDay } from './schema.ts';

export type Told = { decision: Decision; item: DecisionItem; on: string };

export type ProcedureState = {
  status: Status;
  replacedBy: string | null;
  /** First and, where it ended or will end, last day on which it holds; null: not known. */
  effectiveFrom: string | null;
  effectiveTo: string | null;
  /** Everything decisions said of it, newest first; what is still to come included. */
  history: Told[];
};

/** Later effect first; of one day the later signed, then the later slug, so that the order never depends on the list. */
const newestFirst = (a: Told, b: Told) =>
  compare(b.on, a.on) ||
  compare(b.decision.signedOn, a.decision.signedOn) ||
  compare(b.decision.slug, a.decision.slug);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** All that decisions say of a procedure, as its own item or as one that it replaces; newest effect first. */
export function historyOf(slug: string, decisions: readonly Decision[]): Told[] {
  return decisions
    .flatMap((decision) =>
      decision.items
        .filter((item) => item.procedure === slug || item.replaces.includes(slug))
        .map((item) => ({ decision, item, on: effectiveDay(decision) })),
    )
    .toSorted(newestFirst);
}

/** Whether an item ends this procedure, begins it, says that it holds, or leaves its state alone (đính chính). */
export function effectOf(slug: string, { op, procedure }: DecisionItem): 'end' | 'begin' | 'hold' | 'none' {
  if (op === 'repeal' || procedure !== slug) return 'end';
  if (op === 'new' || op === 'replace') return 'begin';
  return op === 'correct' ? 'none' : 'hold';
}

type State = Omit<ProcedureState, 'history'>;
type OwnWords = Pick<ProcedureFile, 'status' | 'replacedBy' | 'effectiveFrom' | 'effectiveTo' | 'review'>;

/**
 * The state on `today` (YYYY-MM-DD, Việt Nam). A ministry and a province often say the same of one procedure: the
 * first day counts. Only mới ban hành and thay thế bring a procedure to life; đính chính changes no state. Where no
 * decision has spoken yet, the file's own words and days hold. A procedure that the department has not confirmed
 * stays `needs-review` while it would be in force.
 */
export function stateOn(
  slug: string,
  file: OwnWords,
  decisions: readonly Decision[],
  today: string,
): ProcedureState {
  const history = historyOf(slug, decisions);
  const rulings = history
    .map((told): Ruling => ({ ...told, effect: effectOf(slug, told.item) }))
    .toReversed();
  const lives = livesOf(rulings);
  const begun = lives.findLast(({ from }) => from !== null && from <= today) ?? lives.find(isOld);
  const own = isSaidToHold(rulings, today) ? heldBy(file) : fromFile(file, today);
  return { ...(begun ? inLife(begun, slug, file, own, today) : beforeAll(lives, own)), history };
}

type Ruling = Told & { effect: ReturnType<typeof effectOf> };
/** From a first beginning to its ends; `from` null: it was there before any decision of ours. */
type Life = { from: string | null; ends: Ruling[] };

function livesOf(rulings: readonly Ruling[]): Life[] {
  const lives: Life[] = [];
  for (const ruling of rulings) {
    const life = lives.at(-1);
    if (ruling.effect === 'end') {
      if (life) life.ends.push(ruling);
      else lives.push({ from: null, ends: [ruling] });
    } else if (ruling.effect === 'begin' && (!life || life.ends.length > 0))
      lives.push({ from: ruling.on, ends: [] });
  }
  return lives;
}
const isOld = ({ from }: Life) => from === null;

function inLife({ from, ends }: Life, slug: string, file: OwnWords, own: State, today: string): State {
  const [first] = ends;
  const past = ends.filter(({ on }) => on <= today);
  const days = {
    effectiveFrom: from ?? file.effectiveFrom,
    effectiveTo: first ? dayBefore(first.on) : null,
  };
  if (past.length > 0) {
    const successor = past.find(({ item }) => item.op === 'replace' && item.procedure !== slug);
    const replacedBy = successor?.item.procedure ?? null;
    return { ...days, status: successor ? 'replaced' : 'repealed', replacedBy };
  }
  if (from !== null) return { ...days, status: whileInForce(file), replacedBy: null };
  return isOver(own.status) ? own : { ...own, ...days };
}

/** No life has begun by `today`: its own words, unless a decision says that it is only to come. */
function beforeAll([coming]: readonly Life[], own: State): State {
  if (!coming?.from || isOver(own.status)) return own;
  const [end] = coming.ends;
  return {
    status: 'not-yet-in-force',
    replacedBy: null,
    effectiveFrom: coming.from,
    effectiveTo: end ? dayBefore(end.on) : null,
  };
}

const isSaidToHold = (rulings: readonly Ruling[], today: string) =>
  rulings.some(({ effect, on }) => effect === 'hold' && on <= today);

/** A decision in force lists it, and none has ended it: the file's own words about its end are out of date. */
const heldBy = (file: OwnWords): State => ({
  status: whileInForce(file),
  replacedBy: null,
  effectiveFrom: file.effectiveFrom,
  effectiveTo: null,
});

/** What the file says by itself; its days ruling too. `effectiveTo` is the last day on which it holds. */
function fromFile(file: OwnWords, today: string): State {
  const { status, replacedBy, effectiveFrom, effectiveTo } = file;
  const days = { replacedBy, effectiveFrom, effectiveTo };
  if (isOver(status)) return { ...days, status };
  if (effectiveTo !== null && effectiveTo < today)
    return { ...days, status: replacedBy ? 'replaced' : 'repealed' };
  const open = { ...days, replacedBy: null };
  if (effectiveFrom !== null && effectiveFrom > today) return { ...open, status: 'not-yet-in-force' };
  if (status === 'not-yet-in-force' && effectiveFrom !== null) return { ...open, status: whileInForce(file) };
  return { ...open, status };
}

const isOver = (status: Status) => status === 'replaced' || status === 'repealed';
const whileInForce = ({ review }: OwnWords): Status =>
  review.state === 'confirmed' ? 'in-force' : 'needs-review';
const dayBefore = (day: string) => dateOf(dayNumber(day) - 1);
