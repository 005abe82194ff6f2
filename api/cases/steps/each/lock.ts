// Recognised as a tố cáo or khiếu nại, at whatever point: from now on for its keeper and the leaders alone.
import { openStates } from '../../lifecycle.ts';
import { area } from '../form-field.ts';
import { keeperOf, posted, reason } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { forbidden } from '../subject.ts';
import { handlersOwn } from '../whose.ts';

export const lock = {
  from: openStates,
  to: [],
  by: ['TN', 'XL', 'TP', 'LD', 'CVP'],
  label: 'Khóa hồ sơ (tố cáo, khiếu nại)',
  source: 'Điều 8, Điều 56 Luật Tố cáo',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('lock', {
      /** Who locks it keeps it, unless somebody else is named. */
      keeperId: keeperOf('Chọn người được giao giữ hồ sơ.'),
      reason,
    }),
    place: { group: 'triage', order: 70, pressing: null, rare: true },
    fields: (_found, { colleagues }) => [
      {
        control: 'words',
        text: 'Từ lúc khóa, chỉ người được giao giữ và lãnh đạo mở được hồ sơ; không xử lý, không trả lời, không công khai, không gửi thư. Đề xuất đang chờ duyệt bị bỏ. Sau đó hướng dẫn người gửi.',
      },
      colleagues.length > 0
        ? {
            control: 'select',
            name: 'keeperId',
            label: 'Người được giao giữ',
            hint: 'Không chọn người bị tố cáo. Để trống: người khóa giữ hồ sơ.',
            groups: colleagues,
            empty: 'Người khóa hồ sơ',
            optional: true,
          }
        : { control: 'words', text: 'Người khóa giữ hồ sơ cho đến khi lãnh đạo giao người khác.' },
      area('reason', 'Vì sao khóa', 3),
    ],
    whose: (subject, viewer) => {
      const strange = handlersOwn(subject, viewer);
      if (strange) return strange;
      if (subject.locked && viewer.role !== 'LD')
        return forbidden('Hồ sơ đã khóa: lãnh đạo giao người khác giữ.');
      if (viewer.role === 'TP' && subject.unit !== viewer.unit)
        return forbidden('Chỉ trưởng phòng, đơn vị được giao khóa hồ sơ này.');
      return undefined;
    },
    first: null,
    needs: null,
    classifies: false,
    whenLocked: true,
    exposes: false,
    endsProposal: true,
  }),
  sender: null,
} as const satisfies Step;
