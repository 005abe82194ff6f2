// The further worksheets of the full form: parts with several facts per line, one line each.
import { channelLabels } from '../procedures/labels.ts';
import { isGiven } from '../procedures/part.ts';
import type { DossierCase, ProcedureFile } from '../procedures/schema.ts';
import {
  dayCell,
  dayFrom,
  isWrong,
  labelled,
  numberFrom,
  partCell,
  partFrom,
  type Wrong,
} from './full-cells.ts';
import type { Cell } from './full-column-kinds.ts';

export type RowColumn = { heading: string; width: number; centred?: boolean; choices?: readonly string[] };

/** One worksheet: the columns after file and name, a procedure's lines, and what its lines come to. */
export type RowWorksheet = {
  name: string;
  key: 'steps' | 'methods' | 'dossier' | 'legalBasis' | 'decisions';
  columns: readonly RowColumn[];
  lines: (file: ProcedureFile) => Cell[][];
  /** The value of the part; `at` is the line that a sentence is about, counted from 0, and its column. */
  value: (lines: Cell[][]) => { value: unknown } | (Wrong & { at: number; column: string });
};

const text = (value: Cell | undefined) => String(value ?? '');
const orNull = (value: Cell | undefined) => text(value) || null;
const scopes = { ministry: 'Bộ', province: 'Tỉnh', seenIn: 'Nơi khác' };

export const rowWorksheets: readonly RowWorksheet[] = [
  {
    name: 'Trình tự',
    key: 'steps',
    columns: [{ heading: 'Bước', width: 110 }],
    lines: ({ steps }) => (isGiven(steps) ? steps.map((step) => [step]) : []),
    value: (lines) => ({ value: lines.map(([step]) => text(step)) }),
  },
  {
    name: 'Cách thức',
    key: 'methods',
    columns: [
      { heading: 'Hình thức', width: 14, choices: Object.values(channelLabels) },
      { heading: 'Mô tả', width: 60 },
      { heading: 'Thời hạn riêng', width: 24 },
      { heading: 'Phí, lệ phí riêng', width: 24 },
    ],
    lines: ({ methods }) =>
      isGiven(methods)
        ? methods.map(({ channel, text: words, time, fee }) => [
            channelLabels[channel],
            words,
            time ?? '',
            fee ?? '',
          ])
        : [],
    value: (lines) => {
      const channels = lines.map(([channel]) => labelled(channelLabels, text(channel)));
      const at = channels.findIndex(isWrong);
      const wrong = channels[at];
      if (isWrong(wrong)) return { ...wrong, at, column: 'Hình thức' };
      const value = lines.map(([, words, time, fee], line) => ({
        channel: channels[line],
        text: text(words),
        time: orNull(time),
        fee: orNull(fee),
      }));
      return { value };
    },
  },
  {
    name: 'Hồ sơ',
    key: 'dossier',
    columns: [
      { heading: 'Trường hợp số', width: 10, centred: true },
      { heading: 'Tên trường hợp', width: 34 },
      { heading: 'Giấy tờ', width: 56 },
      { heading: 'Mẫu đơn, tờ khai', width: 34 },
      { heading: 'Số bản', width: 24 },
      { heading: 'Tệp mẫu', width: 34 },
    ],
    lines: ({ dossier }) =>
      isGiven(dossier)
        ? dossier.flatMap(({ name, papers }, index) =>
            papers.map((paper) => [
              index + 1,
              name ?? '',
              paper.name,
              partCell(paper.form, (form) => form),
              partCell(paper.copies, (copies) => copies),
              paper.formFile ?? '',
            ]),
          )
        : [],
    value: dossierOf,
  },
  {
    name: 'Căn cứ pháp lý',
    key: 'legalBasis',
    columns: [
      { heading: 'Số, ký hiệu', width: 24 },
      { heading: 'Tên văn bản', width: 86 },
    ],
    lines: ({ legalBasis }) =>
      isGiven(legalBasis) ? legalBasis.map(({ number, title }) => [number ?? '', title ?? '']) : [],
    value: (lines) => ({
      value: lines.map(([number, title]) => ({ number: orNull(number), title: orNull(title) })),
    }),
  },
  {
    name: 'Quyết định đã biết',
    key: 'decisions',
    columns: [
      { heading: 'Của', width: 12, choices: Object.values(scopes) },
      { heading: 'Số', width: 22 },
      { heading: 'Ngày ký', width: 13, centred: true },
      { heading: 'Cơ quan ban hành', width: 34 },
      { heading: 'Ghi chú', width: 40 },
    ],
    lines: ({ decisions: { ministry, province, seenIn } }) =>
      [
        { scope: scopes.ministry, decision: ministry },
        { scope: scopes.province, decision: province },
        ...seenIn.map((decision) => ({ scope: scopes.seenIn, decision })),
      ].flatMap(({ scope, decision }) =>
        decision
          ? [[scope, decision.number, dayCell(decision.signedOn), decision.authority, decision.note ?? '']]
          : [],
      ),
    value: decisionsOf,
  },
];

function dossierOf(lines: Cell[][]): ReturnType<RowWorksheet['value']> {
  const cases: { number: number; name: string | null; papers: unknown[] }[] = [];
  for (const [at, [first = '', name, paper, form, copies, file]] of lines.entries()) {
    const number = numberFrom(first) ?? cases.at(-1)?.number ?? 1;
    if (isWrong(number)) return { ...number, at, column: 'Trường hợp số' };
    let here = cases.find((one) => one.number === number);
    if (!here) cases.push((here = { number, name: orNull(name), papers: [] }));
    if (text(name) !== '' && text(name) !== here.name)
      return { wrong: `trường hợp ${number} đã mang tên khác ở dòng trên.`, at, column: 'Tên trường hợp' };
    here.papers.push({
      name: text(paper),
      form: partFrom(text(form), (value) => value),
      copies: partFrom(text(copies), (value) => value),
      ...(text(file) !== '' && { formFile: text(file) }),
    });
  }
  return { value: cases.map(({ name, papers }) => ({ name, papers })) as DossierCase[] };
}

function decisionsOf(lines: Cell[][]): ReturnType<RowWorksheet['value']> {
  const value: { ministry: unknown; province: unknown; seenIn: unknown[] } = {
    ministry: null,
    province: null,
    seenIn: [],
  };
  for (const [at, [of, number, signed, authority, note]] of lines.entries()) {
    const scope = labelled(scopes, text(of));
    if (isWrong(scope)) return { ...scope, at, column: 'Của' };
    const signedOn = dayFrom(text(signed));
    if (isWrong(signedOn)) return { ...signedOn, at, column: 'Ngày ký' };
    const decision = { number: text(number), signedOn, authority: text(authority), note: orNull(note) };
    if (scope === 'seenIn') value.seenIn.push(decision);
    else if (value[scope] !== null)
      return { wrong: 'mỗi thủ tục chỉ có một quyết định của Bộ và một của Tỉnh ở đây.', at, column: 'Của' };
    else value[scope] = decision;
  }
  return { value };
}
