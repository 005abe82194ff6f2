// Whatever a case shows its sender, in English.
import type { ContentCode } from './schema.ts';

/** Label and the words of Article 5 of Decree No. 20/2008/ND-CP behind it. */
export const englishContents: Record<ContentCode, { label: string; hint: string }> = {
  '5.1': {
    label: 'Officials or agencies are slow, obstructive or do not follow the rules',
    hint: 'Difficulties through conduct: delay, obstruction, not applying the rules or applying them wrongly.',
  },
  '5.2': {
    label: 'A rule does not fit reality',
    hint: 'The rule is there but cannot be followed, or is no longer reasonable.',
  },
  '5.3': { label: 'Rules contradict each other', hint: 'Rules are not consistent or not uniform.' },
  '5.4': { label: 'A rule is against the law', hint: 'The rule is not lawful.' },
  '5.5': {
    label: 'Against an international commitment',
    hint: 'The rule is against a treaty that Vietnam has signed or acceded to.',
  },
  '5.6': { label: 'Another matter', hint: 'Other matters about administrative rules.' },
  '5.7': { label: 'A proposal how to mend it', hint: 'A way to deal with the difficulties named above.' },
  '5.8': {
    label: 'An initiative, a proposal for a new rule',
    hint: 'An initiative to issue a new administrative rule.',
  },
};
