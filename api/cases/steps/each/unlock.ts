// A lock that was wrong; a letter that was guided out by mistake is classified anew.
import { openStates } from '../../lifecycle.ts';
import { onlyReason } from '../form-parts.ts';
import { posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { tooEarly } from '../subject.ts';

export const unlock = {
  from: [...openStates, 'guided_out'],
  to: openStates,
  by: ['LD'],
  label: 'Mở khóa hồ sơ',
  source: 'nội bộ',
  told: { sentence: 'Hồ sơ được mở lại.', words: false, onlyFrom: 'guided_out' },
  letter: false,
  merged: null,
  counts: { starts: 'reopened', about: 'unsaid', onlyFrom: 'guided_out' },
  officer: officer({
    input: posted('unlock', { reason }),
    place: { group: 'triage', order: 90, pressing: null, rare: true },
    fields: onlyReason(
      'Vì sao mở khóa',
      'Mở khóa rồi, hồ sơ lại hiện với người làm việc trên hồ sơ. Hồ sơ đã hướng dẫn trở lại bước phân loại, hạn tính như lúc vào sổ.',
    ),
    whose: null,
    first: ({ locked }) => (locked ? undefined : tooEarly('Hồ sơ không bị khóa.')),
    needs: null,
    classifies: false,
    whenLocked: true,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
