// In which order an officer is offered the steps open to them: one in front, the others collapsed in groups.
import { isStanding } from '../../../api/cases/intake/signal.ts';
import { StepName } from '../../../api/cases/lifecycle.ts';
import type { Place } from '../../../api/cases/steps/step.ts';
import { isOfficerStep, officerPartOf } from '../../../api/cases/steps/table.ts';
import type { StaffCase } from './staff-case.ts';
import type { Step } from './step-form.ts';

type Offered = Pick<StaffCase, 'steps' | 'status'> &
  Partial<Pick<StaffCase, 'signal' | 'locked' | 'handlerId'>> & { proposal: { step: Step } | null };

const titles: Record<Place['group'], string> = {
  triage: 'Phân loại',
  handling: 'Xử lý',
  other: 'Khác',
};

const placed = StepName.options.filter(isOfficerStep).flatMap((step) => {
  const { place } = officerPartOf(step);
  return place === 'beside-proposal' ? [] : [{ step, ...place }];
});

// What moves a case on, the most pressing first.
const moving = placed
  .flatMap(({ step, pressing, restsIn }) => (pressing === null ? [] : [{ step, pressing, restsIn }]))
  .toSorted((one, other) => one.pressing - other.pressing);

const groups = (Object.keys(titles) as Place['group'][]).map((group) => ({
  title: titles[group],
  steps: placed
    .filter((one) => one.group === group)
    .toSorted((one, other) => one.order - other.order)
    .map(({ step }): Step => step),
}));

function frontOf(
  { steps, status, proposal, handlerId, signal = null, locked = false }: Offered,
  tried: string | undefined,
): Step | undefined {
  const refused = steps.find((step) => step === tried);
  if (refused) return refused;
  // Nothing moves a letter that is locked but telling its sender where it belongs.
  if (locked) return steps.find((step) => step === 'guide-out');
  // A sign of a tố cáo is looked at before anything else.
  if (isStanding(signal) && steps.includes('lock')) return 'lock';
  // What waits for a signature goes first; who does not sign it has nothing to press on with meanwhile.
  if (proposal) return steps.find((step) => step === proposal.step);
  // Given to a unit as a whole, or given back: first of all it is given to somebody.
  if (handlerId === null && steps.includes('reassign')) return 'reassign';
  return moving.find(({ step, restsIn }) => steps.includes(step) && restsIn !== status)?.step;
}

const rare: ReadonlySet<Step> = new Set(placed.filter((one) => one.rare).map(({ step }) => step));

/**
 * The step in front (the one just refused, else the one to sign, else what moves the case on) and the other open steps
 * in their groups, the seldom ones apart where there are others; `declines` stands beside what is to be signed.
 */
export function arrange(offered: Offered, tried?: string) {
  const front = frontOf(offered, tried);
  const declines = offered.steps.includes('decline-proposal') && front !== 'decline-proposal';
  const isOther = (step: Step) => step !== front && offered.steps.includes(step);
  const others = groups.flatMap(({ steps }) => steps).filter(isOther);
  const isFolded = (step: Step) => rare.has(step) && others.some((one) => !rare.has(one));
  return {
    front,
    declines,
    groups: groups
      .map(({ title, steps }) => ({
        title,
        steps: steps.filter((step) => isOther(step) && !isFolded(step)),
      }))
      .filter(({ steps }) => steps.length > 0),
    folded: others.filter(isFolded),
  };
}
