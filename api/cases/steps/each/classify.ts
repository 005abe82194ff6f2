// Says what a letter is about: content, procedure, and whom it complains of; what is ours may be taken up with it.
import { z } from 'zod';
import { line } from '../../../forms/validation.ts';
import { longestSummary } from '../../reading/suggested-summary.ts';
import { optional } from '../../../forms/blank.ts';
import { ContentCode } from '../../schema.ts';
import { area } from '../form-field.ts';
import { contents } from '../form-parts.ts';
import { posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';

export const classify = {
  from: ['submitted'],
  to: ['submitted'],
  by: ['TN'],
  label: 'Phân loại',
  source: 'điểm c khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP',
  told: { sentence: 'Cơ quan đã tiếp nhận và phân loại nội dung.', words: true },
  letter: false,
  merged: null,
  counts: { about: 'said', carries: true },
  officer: officer({
    input: posted('classify', {
      contentCode: ContentCode,
      procedure: optional(line({ max: 120, missing: 'Chọn thủ tục.' })),
      summary: line({
        min: 10,
        max: longestSummary,
        missing: 'Tóm tắt nội dung trong một câu, không ghi tên người gửi.',
      }),
      /** Whom a case about conduct complains of: a unit, or a person in it. They never see it. */
      subjectUnit: optional(line({ max: 60, missing: 'Chọn đơn vị.' })),
      subjectId: optional(line({ max: 100, missing: 'Chọn người.' })),
      /** It is ours: taken in (rules) or laid before the leader (conduct) in the same press. */
      takeUp: z.boolean().default(false),
    }),
    place: { group: 'triage', order: 30, pressing: 80 },
    title: ({ track }) => (track === null ? undefined : 'Phân loại lại'),
    fields: (
      { contentCode, subjects: [subject], procedureSlug, track, summary, suggestedSummary },
      { colleagues, procedures, units },
    ) => [
      {
        control: 'select',
        name: 'contentCode',
        label: 'Nội dung theo Điều 5',
        known: contentCode,
        options: contents,
      },
      {
        control: 'group',
        look: 'subject',
        legend: 'Chỉ với nội dung 5.1: ai bị phản ánh?',
        fields: [
          {
            control: 'select',
            name: 'subjectId',
            label: 'Người bị phản ánh',
            hint: 'Người này và trưởng đơn vị của họ sẽ không thấy hồ sơ.',
            known: subject?.staffId ?? '',
            groups: colleagues,
            empty: 'Không nêu người cụ thể',
            optional: true,
          },
          {
            control: 'select',
            name: 'subjectUnit',
            label: 'Hoặc cả đơn vị bị phản ánh',
            known: subject && !subject.staffId ? subject.unitCode : '',
            options: units,
            empty: 'Không nêu đơn vị',
            optional: true,
          },
        ],
      },
      {
        control: 'select',
        name: 'procedure',
        label: 'Thủ tục liên quan',
        known: procedureSlug ?? '',
        groups: procedures,
        empty: 'Không có',
        optional: true,
      },
      area('summary', 'Tóm tắt cho sổ tiếp nhận', 3, {
        hint:
          track === null && suggestedSummary
            ? 'Gợi ý lấy từ đầu thư: sửa thành một câu, không ghi tên người gửi.'
            : 'Một câu, không ghi tên người gửi.',
        known: track === null ? suggestedSummary : summary,
      }),
      {
        control: 'also',
        name: 'takeUp',
        label: 'Phân loại và tiếp nhận',
        instead: { of: 'contentCode', value: '5.1', label: 'Phân loại và trình lãnh đạo' },
      },
    ],
    unseen: ({ contentCode }) => (contentCode === '5.1' ? [] : ['subjectId', 'subjectUnit']),
    whose: null,
    first: null,
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
