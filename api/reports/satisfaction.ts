// The satisfaction report of a round of surveys: chapters and tables by content, figures from the tally. Pure.
import { channelLabels, levelLabels } from '../surveys/labels.ts';
import type { Tally } from '../surveys/results-schema.ts';
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
const small = 'Dòng có dưới 5 phiếu chỉ để tham khảo trong cơ quan, không công khai.';

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
        [value('Phiếu phát ra'), value(round.formsIssued ?? 'chưa ghi')],
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
        head: [
          'Tiêu chí',
          'Nội dung',
          'Số ý kiến',
          ...(['1', '2', '3', '4', '5', 'none'] as const).map((level) => levelLabels[level]),
          'Tỷ lệ hài lòng (%)',
        ],
        rows: items.map(({ code, label, n, levels, none, percent }) => [
          value(code),
          value(label),
          value(n),
          ...levels.map(value),
          value(none),
          share(percent),
        ]),
        widths: [6, 24, 7, 8, 8, 8, 8, 8, 8, 8],
      }),
    ),
  levels: ({ items }) =>
    orSentence(
      table({
        name: 'Tỷ lệ từng mức',
        head: [
          'Tiêu chí',
          'Số ý kiến',
          ...(['1', '2', '3', '4', '5'] as const).map((level) => `${levelLabels[level]} (%)`),
          'Tỷ lệ hài lòng (%)',
        ],
        rows: items.map(({ code, n, levels, percent }) => [
          value(code),
          value(n),
          ...levels.map((level) => share(n === 0 ? null : Math.round((1000 * level) / n) / 10)),
          share(percent),
        ]),
        widths: [8, 9, 11, 10, 10, 9, 9, 10],
      }),
    ),
  'by-procedure': ({ axes }) => axes.filter(({ axis }) => axis === 'procedure').flatMap(axisTable),
  breakdowns: ({ axes }) => axes.filter(({ axis }) => axis !== 'procedure').flatMap(axisTable),
  trouble: ({ choices }, { trouble }) => choiceTables(choices, trouble),
  wishes: ({ choices }, { wishes }) => choiceTables(choices, wishes),
  formulas: ({ formulas }) =>
    formulas.map(({ title, text, source }) => ({ kind: 'text', text: `${title}: ${text} (${source})` })),
};

const spoken = (given: number | null, unit: string) =>
  given === null ? 'chưa có' : `${given.toLocaleString('vi-VN')}${unit}`;

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
      note: rows.some(({ forms }) => forms < 5) ? small : null,
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
    }),
  );
}
