// The satisfaction report of a round of surveys: chapters and tables by content, figures from the tally. Pure.
import { channelLabels, levelLabels } from '../surveys/labels.ts';
import type { Tally } from '../surveys/results-schema.ts';
import { shareOf as levelShare, smallestCell, smallSample } from '../surveys/tally.ts';
import type { Cell, ReportBlock, ReportTable } from './document.ts';
import type { SatisfactionForm } from './form-schema.ts';

type TableName = NonNullable<SatisfactionForm['chapters'][number]['table']>;
type Plain = { name: string; head: string[]; rows: Cell[][]; widths: number[]; note?: string | null };

const table = ({ name, head, rows, widths, note = null }: Plain): ReportTable => ({
  kind: 'table',
  name,
  caption: null,
  head: [head.map((text) => ({ text }))],
  rows,
  total: null,
  widths,
  note,
});
const value = (given: string | number | null): Cell => ({ value: given });
const share = (percent: number | null): Cell => ({ value: percent, percent: true });
/** A share that its row's own columns give. */
const shareOf = (percent: number | null, part: number, whole: number): Cell =>
  percent === null ? value(null) : { value: percent, percent: true, formula: { percent: [part, whole] } };
const tooSmall = `Số dưới ${smallestCell} phiếu và dòng có dưới ${smallestCell} phiếu chỉ để tham khảo trong cơ quan, không công khai.`;
const fewForms = `Dòng có dưới ${smallSample} phiếu: chênh lệch có thể do ngẫu nhiên.`;
const levelNames = (['1', '2', '3', '4', '5'] as const).map((level) => levelLabels[level]);

/** The chapters in the order of the content; a table without rows gives way to a sentence. */
export function satisfactionBlocks(form: SatisfactionForm, tally: Tally): ReportBlock[] {
  return form.chapters.flatMap(({ heading, text, table: wanted }): ReportBlock[] => [
    { kind: 'heading', text: heading },
    ...(text ? [{ kind: 'text' as const, text }] : []),
    ...(wanted ? tables[wanted](tally, form) : []),
  ]);
}

const orSentence = (block: ReportTable): ReportBlock[] =>
  block.rows.length > 0 ? [block] : [{ kind: 'text', text: 'Không có số liệu.' }];

const tables: Record<TableName, (tally: Tally, form: SatisfactionForm) => ReportBlock[]> = {
  forms: ({ round, forms, overall, general, facts }) => [
    {
      kind: 'text',
      text: `${round.title}: chỉ số hài lòng chung ${spoken(overall.percent, '%')} (${overall.satisfied}/${overall.n} ý kiến)${general ? `; đánh giá chung ${spoken(general.percent, '%')} (${general.satisfied}/${general.n})` : ''}; điểm việc đã diễn ra ${spoken(facts.mean, '')} trên 2 (${facts.scored} câu trả lời có điểm).`,
    },
    table({
      name: 'Số phiếu',
      head: ['Nội dung', 'Số phiếu'],
      rows: [
        [value('Phiếu phát ra'), value(round.formsIssued ?? 'Chưa ghi')],
        [value('Phiếu mong muốn'), value(round.target)],
        [value('Phiếu thu về'), value(forms.received)],
        [value('Phiếu hợp lệ'), value(forms.valid)],
        [value('Phiếu không hợp lệ'), value(forms.invalid)],
        ...forms.channels.map(({ channel, valid }) => [
          value(`Hợp lệ – ${channelLabels[channel].toLocaleLowerCase('vi').replace('qr', 'QR')}`),
          value(valid),
        ]),
      ],
      widths: [40, 12],
    }),
  ],
  procedures: ({ round }) =>
    orSentence(
      table({
        name: 'Thủ tục được chọn',
        head: ['STT', 'Thủ tục hành chính', 'Lĩnh vực'],
        rows: round.procedures.map(({ name, field }, index) => [value(index + 1), value(name), value(field)]),
        widths: [5, 45, 20],
      }),
    ),
  levels: ({ groups, items }) =>
    orSentence(
      table({
        name: 'Theo nhóm, từng mức',
        head: ['Tiêu chí', 'Số ý kiến', ...levelNames, 'Chỉ số hài lòng'],
        rows: [...groups.map((group) => group.code), null].flatMap((code) => {
          const own = items.filter(({ group }) => group === code);
          const group = groups.find((one) => one.code === code);
          const sums = levelNames.map((_, level) =>
            own.reduce((sum, { levels }) => sum + (levels[level] ?? 0), 0),
          );
          return [
            ...(group ? [levelRow(`${code}. ${group.title}`, sums, group)] : []),
            ...own.map((item) => levelRow(`${item.code}. ${item.label}`, item.levels, item)),
          ];
        }),
        widths: [30, 7, 9, 9, 10, 9, 9, 9],
      }),
    ),
  groups: ({ groups }) =>
    orSentence(
      table({
        name: 'Theo nhóm',
        head: ['Nhóm', 'Tên nhóm', 'Số ý kiến', 'Hài lòng', 'Tỷ lệ hài lòng (%)'],
        rows: groups.map(({ code, title, n, satisfied, percent }) => [
          value(code),
          value(title),
          value(n),
          value(satisfied),
          shareOf(percent, 3, 2),
        ]),
        widths: [6, 36, 9, 9, 11],
      }),
    ),
  items: ({ items }) =>
    orSentence(
      table({
        name: 'Theo tiêu chí',
        head: ['Tiêu chí', 'Nội dung', 'Số ý kiến', ...levelNames, levelLabels.none, 'Tỷ lệ hài lòng (%)'],
        rows: items.map(({ code, label, n, levels, none, percent }) => [
          value(code),
          value(label),
          value(n),
          ...levels.map(value),
          value(none),
          share(percent),
        ]),
        widths: [6, 20, 7, 9, 8, 10, 8, 8, 8, 9],
      }),
    ),
  'by-procedure': ({ axes }) => axes.filter(({ axis }) => axis === 'procedure').flatMap(axisTable),
  breakdowns: ({ axes }) => axes.filter(({ axis }) => axis !== 'procedure').flatMap(axisTable),
  facts: ({ facts }) =>
    orSentence(
      table({
        name: 'Điểm việc đã diễn ra',
        head: ['Câu', 'Nội dung', 'Chỉ số', 'Câu trả lời có điểm', 'Tổng điểm', 'Điểm trung bình (0–2)'],
        rows: facts.items.map(({ code, label, indicator, scored, points, mean }) => [
          value(code),
          value(label),
          value(indicator),
          value(scored),
          value(points),
          value(mean),
        ]),
        widths: [5, 24, 30, 9, 8, 10],
      }),
    ),
  change: ({ change, forms, overall, general, groups, facts }) => {
    if (!change) return [{ kind: 'text', text: 'Chưa có đợt nào trước đó dùng cùng bộ câu hỏi.' }];
    const since = (code: string) => change.groups.find((group) => group.code === code)?.change ?? null;
    return [
      { kind: 'text', text: `Đợt trước: ${change.previousTitle}.` },
      table({
        name: 'So với đợt trước',
        head: ['Chỉ tiêu', 'Đợt này', 'Thay đổi'],
        rows: [
          [value('Chỉ số hài lòng chung (%)'), value(overall.percent), value(change.overall)],
          ...(general
            ? [
                [
                  value(`${general.code}. ${general.label} (%)`),
                  value(general.percent),
                  value(change.general),
                ],
              ]
            : []),
          ...groups.map(({ code, title, percent }) => [
            value(`${code}. ${title} (%)`),
            value(percent),
            value(since(code)),
          ]),
          [value('Điểm việc đã diễn ra (0–2)'), value(facts.mean), value(change.facts)],
        ],
        widths: [44, 10, 10],
        note: forms.valid < smallSample ? fewForms : null,
      }),
    ];
  },
  trouble: ({ choices }, { trouble }) => choiceTables(choices, trouble),
  wishes: ({ choices }, { wishes }) => choiceTables(choices, wishes),
  formulas: ({ formulas }) =>
    formulas.map(({ title, text, source }) => ({ kind: 'text', text: `${title}: ${text} (${source})` })),
};

const spoken = (given: number | null, unit: string) =>
  given === null ? 'chưa có' : `${given.toLocaleString('vi-VN')}${unit}`;

const levelRow = (
  name: string,
  levels: readonly number[],
  { n, percent }: { n: number; percent: number | null },
): Cell[] => [
  value(name),
  value(n),
  ...levels.map((count) => share(levelShare(count, n).percent)),
  share(percent),
];

function axisTable({ title, rows }: Tally['axes'][number]): ReportBlock[] {
  return orSentence(
    table({
      name: title,
      head: [title, 'Số phiếu', 'Số ý kiến', 'Hài lòng', 'Tỷ lệ hài lòng (%)', 'Điểm việc đã diễn ra'],
      rows: rows.map(({ label, forms, satisfaction, facts }) => [
        value(label),
        value(forms),
        value(satisfaction.n),
        value(satisfaction.satisfied),
        shareOf(satisfaction.percent, 3, 2),
        value(facts.mean),
      ]),
      widths: [34, 8, 8, 8, 10, 10],
      note:
        [
          rows.some(({ forms }) => forms < smallestCell) && tooSmall,
          rows.some(({ forms }) => forms < smallSample) && fewForms,
        ]
          .filter(Boolean)
          .join(' ') || null,
    }),
  );
}

function choiceTables(choices: Tally['choices'], codes: readonly string[]): ReportBlock[] {
  const found = choices.filter(({ code }) => codes.includes(code));
  if (found.length === 0) return [{ kind: 'text', text: 'Không có số liệu.' }];
  return found.map(({ code, label, answered, options }) =>
    table({
      name: `Câu ${code}`,
      head: [label, 'Số phiếu chọn', 'Số phiếu trả lời', 'Tỷ lệ (%)'],
      rows: options.map((option) => [
        value(option.label),
        value(option.n),
        value(answered),
        shareOf(answered === 0 ? null : Math.round((1000 * option.n) / answered) / 10, 1, 2),
      ]),
      widths: [36, 10, 10, 10],
      note: options.some(({ n }) => n > 0 && n < smallestCell) ? tooSmall : null,
    }),
  );
}
