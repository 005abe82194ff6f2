// One procedure as a sheet: all parts of Điều 8 Nghị định 63/2010/NĐ-CP, its forms named right after it.
import { numberInFull } from '../documents/labels.ts';
import { vietnameseDate } from '../dates/dates.ts';
import { formsOf } from '../procedures/completeness.ts';
import {
  channelLabels,
  formWords,
  kindLabels,
  levelLabels,
  onlineLevelLabels,
} from '../procedures/labels.ts';
import { isGiven, isNone, noneWords, type Part } from '../procedures/part.ts';
import type { Decision, DossierCase, Method, Procedure } from '../procedures/schema.ts';
import type { Block, FactRow, InnerBlock } from './block.ts';

/** What stands for a part that nobody has given: where the reader learns it. */
export const askAtCounter = 'Hỏi nơi tiếp nhận hồ sơ';

/** The blocks of the parts a to h, then the legal basis and the forms; what is not known is to be asked for at the counter. */
export function procedureBlocks(procedure: Procedure): Block[] {
  const { levels, kind, onlineLevel, decisions, agencies, effectiveFrom, effectiveTo } = procedure;
  const { steps, methods, dossier, sets, timeLimit, applicants, results, conditions, fee, legalBasis } =
    procedure;
  const forms = formsOf(procedure);
  return [
    heading('a', 'Thông tin chung'),
    facts([
      ['Mã thủ tục', procedure.code ?? 'unknown'],
      ['Lĩnh vực', procedure.field],
      ['Cấp thực hiện', isGiven(levels) ? levels.map((level) => levelLabels[level]).join(', ') : levels],
      ['Loại thủ tục', isGiven(kind) ? kindLabels[kind] : kind],
      ['Dịch vụ công trực tuyến', onlineLevel === 'unknown' ? 'unknown' : onlineLevelLabels[onlineLevel]],
      ['Quyết định công bố của tỉnh', decided(decisions.province)],
      ['Quyết định công bố của Bộ', decided(decisions.ministry)],
      ['Có hiệu lực từ', effectiveFrom ? vietnameseDate(effectiveFrom) : 'unknown'],
      ...(effectiveTo ? [['Hết hiệu lực sau ngày', vietnameseDate(effectiveTo)] as const] : []),
    ]),
    heading('b', 'Trình tự thực hiện'),
    ...part(steps, (items) => [list(items, 'number')]),
    heading('c', 'Cách thức thực hiện'),
    ...part(methods, methodBlocks),
    heading('d', 'Thành phần, số lượng hồ sơ'),
    ...part(dossier, dossierBlocks),
    facts([['Số lượng hồ sơ', sets]]),
    heading('đ', 'Thời hạn giải quyết'),
    ...part(timeLimit, ({ text }) => [plain(text)]),
    heading('e', 'Đối tượng thực hiện'),
    ...part(applicants, (items) => [list(items, 'dot')]),
    heading('g', 'Cơ quan giải quyết'),
    facts([
      ['Cơ quan thực hiện', joined(agencies.executing)],
      ['Cơ quan có thẩm quyền', joined(agencies.authority)],
      ['Nơi tiếp nhận hồ sơ', joined(agencies.receiving)],
      ['Cơ quan được ủy quyền', joined(agencies.delegated)],
      ['Cơ quan phối hợp', joined(agencies.coordinating)],
    ]),
    heading('h', 'Kết quả, yêu cầu, điều kiện, phí, lệ phí'),
    facts([
      ['Kết quả thực hiện', isGiven(results) ? results.join('; ') : results],
      ['Yêu cầu, điều kiện', conditions],
      ['Phí, lệ phí', isGiven(fee) ? fee.text : fee],
    ]),
    { kind: 'heading', text: 'Căn cứ pháp lý' },
    ...part(legalBasis, (bases) => [
      list(
        bases.map(({ number, title }) => [number && numberInFull(number), title].filter(Boolean).join(' – ')),
        'dot',
      ),
    ]),
    { kind: 'heading', text: 'Mẫu đơn, tờ khai kèm theo thủ tục này' },
    ...part(forms, (named) => [
      list(
        named.map(({ paper, form, file }) => `${paper}: ${file ? fileWords(form, file) : formWords(form)}`),
        'dot',
      ),
      { kind: 'text', text: 'Bản in của các mẫu trên đính kèm ngay sau tờ này.', tone: 'small' },
    ]),
  ];
}

/** Where the form itself lies, as people type an address. */
const fileWords = (form: string, file: string) =>
  `${form}, tải tại ${file.startsWith('/') ? `{origin}${file}` : file.replace(/^https?:\/\//, '')}`;

function part<Value>(value: Part<Value>, draw: (given: Value) => InnerBlock[]): InnerBlock[] {
  if (isGiven(value)) return draw(value);
  return isNone(value)
    ? [plain(noneWords(value))]
    : [{ kind: 'text', text: `${askAtCounter}.`, tone: 'unknown' }];
}

const heading = (letter: string, text: string): InnerBlock => ({
  kind: 'heading',
  text: `${letter}) ${text}`,
});
const plain = (text: string): InnerBlock => ({ kind: 'text', text, tone: 'plain' });
const list = (items: string[], marker: 'dot' | 'number' | 'box'): InnerBlock => ({
  kind: 'list',
  items,
  marker,
});
const joined = (value: Part<string[]>): Part<string> => (isGiven(value) ? value.join('; ') : value);

/** What is known row by row; what is not, in one row at the end. */
function facts(rows: (readonly [label: string, value: Part<string>])[]): InnerBlock {
  const given = rows.flatMap(([label, value]): FactRow[] =>
    value === 'unknown'
      ? []
      : [{ label, lines: (isNone(value) ? noneWords(value) : value).split('\n'), state: 'given' }],
  );
  const lacking = rows.filter(([, value]) => value === 'unknown').map(([label]) => label);
  return {
    kind: 'facts',
    rows:
      lacking.length === 0
        ? given
        : [...given, { label: askAtCounter, lines: [lacking.join('; ')], state: 'unknown' }],
  };
}

const decided = (decision: Decision | null): Part<string> =>
  decision
    ? `${decision.number}${decision.signedOn ? ` ngày ${vietnameseDate(decision.signedOn)}` : ''}, ${decision.authority}`
    : 'unknown';

const methodBlocks = (methods: Method[]): InnerBlock[] => [
  list(
    methods.map(({ channel, text, time, fee }) =>
      [
        text === channelLabels[channel] ? text : `${channelLabels[channel]}: ${text}`,
        time && `Thời hạn: ${time}`,
        fee && `Phí, lệ phí: ${fee}`,
      ]
        .filter(Boolean)
        .join('. '),
    ),
    'dot',
  ),
];

const dossierBlocks = (cases: DossierCase[]): InnerBlock[] =>
  cases.flatMap(({ name, papers }): InnerBlock[] => [
    ...(name !== null || cases.length > 1
      ? [{ kind: 'text', text: name ?? 'Mọi trường hợp', tone: 'strong' } as const]
      : []),
    list(
      papers.map(({ name: paper, copies }) =>
        isGiven(copies) ? `${paper} (${/^\d+$/.test(copies) ? `số bản: ${copies}` : copies})` : paper,
      ),
      'box',
    ),
  ]);
