// The authority that has sent the case on was told how it ended: on which day, under which number.
import { hasEnded, isForwarded } from '../../dates/report.ts';
import { Status } from '../../lifecycle.ts';
import { typedDay } from '../../../forms/typed-day.ts';
import { line } from '../../../forms/validation.ts';
import { optional } from '../../../forms/blank.ts';
import { posted } from '../posted.ts';
import { officer, type Step } from '../step.ts';
import { tooEarly } from '../subject.ts';

export const reportBack = {
  from: Status.options.filter(hasEnded),
  to: [],
  by: ['TN', 'CVP'],
  label: 'Đã báo cáo kết quả cho cơ quan chuyển đến',
  source: 'nội bộ (theo yêu cầu trong văn bản chuyển của cơ quan cấp trên)',
  told: null,
  letter: false,
  merged: null,
  counts: null,
  officer: officer({
    input: posted('report-back', {
      reportedOn: typedDay('Ghi ngày báo cáo.'),
      reportNumber: optional(line({ max: 100, missing: 'Ghi số, ký hiệu văn bản báo cáo.' })),
    }),
    place: { group: 'handling', order: 85, pressing: 5 },
    fields: ({ number, sender, reportedOn, reportNumber }) => [
      ...(sender
        ? [
            {
              control: 'link' as const,
              text: 'Xem, in, cấp số văn bản báo cáo',
              href: `/can-bo/ho-so/${number}/cong-van?loai=report`,
            },
          ]
        : []),
      { control: 'line', name: 'reportedOn', label: 'Ngày báo cáo', type: 'date', known: reportedOn ?? '' },
      {
        control: 'line',
        name: 'reportNumber',
        label: 'Số, ký hiệu văn bản báo cáo',
        known: reportNumber ?? '',
        optional: true,
      },
    ],
    whose: null,
    first: ({ source, originOn, nationalCode }) =>
      isForwarded(source) && (originOn !== null || nationalCode !== null)
        ? undefined
        : tooEarly('Hồ sơ này không do cơ quan khác chuyển đến.'),
    needs: null,
    classifies: false,
    whenLocked: false,
    exposes: false,
    endsProposal: false,
  }),
  sender: null,
} as const satisfies Step;
