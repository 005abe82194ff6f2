// In which order an officer is offered the steps open to them: one in front, the others folded in groups.
import { isStanding } from '../../../api/cases/intake/signal.ts';
import type { StaffCase } from './staff-case.ts';
import type { Step } from './step-form.ts';

type Offered = Pick<StaffCase, 'steps' | 'status'> &
  Partial<Pick<StaffCase, 'signal' | 'locked'>> & { proposal: { step: Step } | null };

// What moves a case on, the most pressing first.
const moving: Step[] = [
  'record-outside-result',
  'assign-conduct',
  'assign',
  'approve',
  'publish',
  'refer-conduct',
  'accept',
  'classify',
  'submit-reply',
  'draft-reply',
];

const groups: { title: string; steps: Step[] }[] = [
  {
    title: 'Phân loại',
    steps: [
      'refer-conduct',
      'accept',
      'classify',
      'ask-supplement',
      'transfer',
      'dismiss-signal',
      'lock',
      'guide-out',
      'unlock',
      'split',
      'merge',
      'reject',
      'take-back',
      'return-transfer',
      'reopen-rejected',
    ],
  },
  {
    title: 'Xử lý',
    steps: [
      'assign-conduct',
      'assign',
      'approve',
      'submit-reply',
      'return-reply',
      'return-draft',
      'publish',
      'record-outside-result',
      'draft-reply',
      'resume',
      'reassign',
      'extend',
      'collect',
      'close-private',
    ],
  },
  { title: 'Khác', steps: ['note', 'archive', 'erase'] },
];

function frontOf(
  { steps, status, proposal, signal = null, locked = false }: Offered,
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
  // A draft that is written waits for the head of the unit.
  return moving.find((step) => steps.includes(step) && !(step === 'draft-reply' && status === 'reply_draft'));
}

/**
 * The step in front (the one just refused, else the one to sign, else what moves the case on) and the other open steps
 * in their groups; `declines` stands beside what is to be signed.
 */
export function arrange(offered: Offered, tried?: string) {
  const front = frontOf(offered, tried);
  const declines = offered.steps.includes('decline-proposal') && front !== 'decline-proposal';
  return {
    front,
    declines,
    groups: groups
      .map(({ title, steps }) => ({
        title,
        steps: steps.filter((step) => step !== front && offered.steps.includes(step)),
      }))
      .filter(({ steps }) => steps.length > 0),
  };
}
