// Khiếu nại, tố cáo and what is no phản ánh: its sender is told where it belongs, without a word on the content.
import { z } from 'zod';
import { guideOutLabels } from '../../labels.ts';
import { openStates } from '../../lifecycle.ts';
import { choicesOf } from '../../../forms/asked.ts';
import { keeperOf, posted, words } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { forbidden, invalid, isKeeper } from '../subject.ts';

const guideOutKinds = ['complaint', 'denunciation', 'other'] as const;
const areaLabels = { complaint: 'khiếu nại', denunciation: 'tố cáo', other: 'nội dung khác' };

export const guideOut = {
  from: openStates,
  to: ['guided_out'],
  by: ['TN', 'XL', 'TP', 'LD', 'CVP'],
  label: 'Hướng dẫn khiếu nại, tố cáo',
  source: 'Điều 1 Nghị định số 20/2008/NĐ-CP; Điều 25-28 Luật Tiếp công dân; Điều 24 Luật Tố cáo',
  told: { sentence: 'Cơ quan đã hướng dẫn gửi đến nơi có thẩm quyền.', words: true },
  letter: false,
  merged: null,
  counts: { ends: 'guided' },
  officer: officer({
    input: posted('guide-out', {
      kind: z.enum(guideOutKinds, {
        error: 'Chọn khiếu nại, tố cáo hay loại khác.',
      }),
      guidance: words('Hướng dẫn nơi gửi, cách gửi; không nhận xét nội dung.'),
      /** The one person who keeps a denunciation, besides the leaders. */
      keeperId: keeperOf('Chọn người được giao giữ.'),
    }),
    place: { group: 'triage', order: 80, pressing: null },
    fields: (_found, { colleagues, guidance }) => [
      {
        control: 'words',
        text: 'Không xử lý, không nhận xét nội dung. Khiếu nại, tố cáo bị khóa: chỉ người được giao giữ và lãnh đạo mở được.',
      },
      {
        control: 'radios',
        name: 'kind',
        label: 'Nội dung là',
        options: choicesOf(guideOutKinds, guideOutLabels),
      },
      {
        control: 'select',
        name: 'keeperId',
        label: 'Người được giao giữ',
        hint: 'Bắt buộc với tố cáo. Không chọn chính người bị tố cáo.',
        groups: colleagues,
        empty: 'Chưa chọn',
      },
      {
        control: 'per-choice',
        name: 'guidance',
        of: 'kind',
        rows: 10,
        hint: 'Thư hướng dẫn ghi đúng những lời này. Ghi thêm địa chỉ nếu còn thiếu.',
        unchosen: 'Chọn “Nội dung là” để có lời hướng dẫn của loại đó.',
        areas: guideOutKinds.map((choice) => ({
          choice,
          label: `Hướng dẫn cho người gửi: ${areaLabels[choice]}`,
          known: guidance[choice],
        })),
      },
    ],
    perChoice: { guidance: 'kind' },
    whose: (subject, viewer) =>
      (viewer.role === 'XL' || viewer.role === 'TP') && !isKeeper(subject, viewer)
        ? forbidden('Tiếp nhận, Chánh Văn phòng, lãnh đạo hoặc người được giao giữ hướng dẫn người gửi.')
        : undefined,
    first: null,
    needs: ({ kind, keeperId }, subject) =>
      kind === 'denunciation' && !keeperId && subject.keeperId === null
        ? invalid('/keeperId', 'Đơn tố cáo phải giao cho một người giữ bí mật.')
        : undefined,
    classifies: false,
    whenLocked: true,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
