// One row of a list: what it says of a procedure, or why it cannot be read.
import { capital } from '../text/capital.ts';
import type { DecisionOp } from '../procedures/decisions/schema.ts';
import { isGiven, isNone, type Part } from '../procedures/part.ts';
import type { Method, ProcedureFile } from '../procedures/schema.ts';
import { legalBasisOf } from './basis-words.ts';
import { feeOf } from './fee-words.ts';
import { type GridCell, refusal } from './grid.ts';
import type { Named, Reading } from './incoming.ts';
import type { ListColumn, ListHeader } from './list-columns.ts';
import { unsaid } from './list-divided.ts';
import type { Heading } from './list-headings.ts';
import { isBareChannel, onlineLevelIn, onlineLevelOf, placesOf } from './place-words.ts';
import { timeLimitOf } from './time-words.ts';
import { nationalCode, sameName, sameText } from './words.ts';

export type ListRow = {
  worksheet: string;
  row: number;
  header: ListHeader;
  over: Heading;
  values: Map<ListColumn, GridCell>;
  /** Columns that say two things at once. */
  wrong: { column: ListColumn; says: string }[];
};

const headings: Partial<Record<ListColumn, string>> = {
  code: 'Mã TTHC',
  name: 'Tên TTHC',
  field: 'Lĩnh vực',
};

// A formula that failed, or a yes or no of the program's own.
const notWords = /^(#(n\/a|div\/0!|ref!|name\?|value!|num!|null!)|true|false)$/i;

/** Adds what the row says to the reading; a refused row adds its sentences only. */
export function incomingOf(line: ListRow, reading: Reading): void {
  const { worksheet, row, over, header } = line;
  const said = (column: ListColumn): GridCell | null => {
    const value = line.values.get(column);
    return value === undefined || unsaid.test(String(value)) ? null : value;
  };
  const words = (column: ListColumn) => (said(column) === null ? null : String(said(column)));
  const place = (column: ListColumn | null) => ({
    worksheet,
    row,
    column: column && (header.columns.get(column)?.heading ?? headings[column] ?? column),
  });
  const refusals: string[] = [];
  const refuse = (column: ListColumn | null, says: string) => refusals.push(refusal(place(column), says));

  for (const { column, says } of line.wrong) refuse(column, says);
  for (const [column, value] of line.values)
    if (notWords.test(String(value)))
      refuse(column, `“${value}” là lỗi hay giá trị của bảng tính, không phải nội dung. Sửa ô này.`);
  const name = oneLine(words('name') ?? '');
  const isTold = (column: ListColumn) => line.wrong.some((one) => one.column === column);
  if (name === '' && !isTold('name')) refuse('name', 'chưa có tên thủ tục.');
  const written = said('code');
  const code = written === null ? null : nationalCode(written);
  if (written !== null && code === null)
    refuse(
      'code',
      `“${written}” không phải mã thủ tục. Mã có dạng 1.014446; định dạng ô là Văn bản (Text) trước khi gõ, để Excel không đổi mã thành số.`,
    );
  if (!over.op)
    refuse(
      null,
      'không rõ thủ tục này mới ban hành, sửa đổi, thay thế hay bãi bỏ. Ghi ở tên trang tính hoặc ở một hàng phía trên, như “Danh mục TTHC mới ban hành”.',
    );
  const time = said('timeLimit');
  // A bare figure, or what Excel made a day of: 05/3 becomes the fifth of March.
  if (time !== null && /^[\d.,\s]+$|^\d{4}-\d{2}-\d{2}$/.test(String(time)))
    refuse(
      'timeLimit',
      `“${time}” chưa có đơn vị. Ghi đủ, như “05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ”.`,
    );
  const field = oneLine(words('field') ?? over.field ?? '');
  if (over.op === 'new' && field === '')
    refuse('field', 'thủ tục mới cần có lĩnh vực. Thêm phía trên một hàng như “Lĩnh vực Bưu chính”.');
  const replaces = over.op === 'repeal' ? [] : replacedIn(words);
  if (over.op === 'replace' && replaces.length === 0)
    refuse('note', 'chưa nói thay thế thủ tục nào. Ghi như “Thay thế TTHC mã 1.014446”.');
  reading.refusals.push(...refusals);
  if (refusals.length > 0 || !over.op) return;

  const online = words('online');
  const level =
    online === null
      ? onlineLevelOf([words('note'), words('place')].filter(Boolean).join('\n'))
      : onlineLevelIn(online);
  if (online !== null && level === null)
    reading.cautions.push(
      refusal(
        place('online'),
        `“${online}” không phải toàn trình, một phần hay chưa cung cấp; mức độ trực tuyến được giữ như cũ.`,
      ),
    );
  const note = noteOf(words, over.op);
  reading.incoming.push({
    place: place(null),
    op: replaces.length > 0 ? 'replace' : over.op,
    slug: null,
    code,
    name,
    replaces,
    note,
    amended: (before) => {
      if (over.op === 'repeal') return before;
      const timeLimit = words('timeLimit');
      const fee = said('fee');
      const basis = words('legalBasis');
      const after: ProcedureFile = {
        ...before,
        name: before.name !== '' && sameName(before.name, name) ? before.name : name,
        field: field === '' || sameName(before.field, field) ? before.field : field,
        levels: over.level && before.levels === 'unknown' ? [over.level] : before.levels,
        timeLimit: kept(before.timeLimit, timeLimit, timeLimitOf),
        fee: kept(before.fee, fee, feeOf),
        legalBasis:
          basis === null
            ? before.legalBasis
            : legalBasisOf(basis, isGiven(before.legalBasis) ? before.legalBasis : []),
        onlineLevel: level ?? before.onlineLevel,
      };
      const published = written === null ? null : String(written);
      if (before.code === null && published !== null && published !== code)
        after.provenance = { ...before.provenance, codeAsPublished: published };
      return withPlaces(after, before, words('place'), words('executing'));
    },
  });
}

/** The part as it was where the words are the same; its structure may be a person's and finer than what words give. */
function kept<Value extends { text: string }, Words extends GridCell>(
  before: Part<Value>,
  words: Words | null,
  read: (words: Words) => Part<Value>,
): Part<Value> {
  if (words === null) return before;
  const after = read(words);
  const text = (part: Part<Value>) => (part === 'unknown' ? '' : isNone(part) ? part.none : part.text);
  return sameText(text(before), text(after)) ? before : after;
}

function withPlaces(
  after: ProcedureFile,
  before: ProcedureFile,
  place: string | null,
  executing: string | null,
): ProcedureFile {
  const { methods, receiving } = placesOf(place ?? '');
  const known = isGiven(before.methods) ? before.methods : [];
  const settle = (method: Method): Method => {
    const old = known.find(
      ({ channel, text }) =>
        channel === method.channel && (sameText(text, method.text) || isBareChannel(method.text)),
    );
    return old ?? { ...method, text: capital(method.text) };
  };
  return {
    ...after,
    methods: withoutOld(methods.length > 0 ? methods.map(settle) : before.methods, before, after),
    agencies: {
      ...before.agencies,
      ...(receiving.length > 0 && { receiving: sameLines(before.agencies.receiving, receiving) }),
      ...(executing !== null && { executing: sameLines(before.agencies.executing, executing.split('\n')) }),
    },
  };
}

/** Of a repealed procedure the list names the document that repeals it (Điều 15 Nghị định 63/2010/NĐ-CP). */
function noteOf(words: (column: ListColumn) => string | null, op: DecisionOp): string | null {
  const basis = op === 'repeal' ? words('legalBasis') : null;
  const lines = [words('note'), basis && `Văn bản quy định việc bãi bỏ: ${basis.replaceAll('\n', '; ')}`];
  return lines.filter(Boolean).join('. ') || null;
}

/** What a way had of its own goes where the list sets another time or fee for the whole procedure. */
function withoutOld(methods: Part<Method[]>, before: ProcedureFile, after: ProcedureFile): Part<Method[]> {
  if (!isGiven(methods)) return methods;
  const [newTime, newFee] = [after.timeLimit !== before.timeLimit, after.fee !== before.fee];
  return methods.map((method) => ({
    ...method,
    time: newTime ? null : method.time,
    fee: newFee ? null : method.fee,
  }));
}

const sameLines = (before: Part<string[]>, lines: string[]): Part<string[]> =>
  isGiven(before) &&
  before.length === lines.length &&
  before.every((line, at) => sameText(line, lines[at] ?? ''))
    ? before
    : lines;

// Looked for up to the next “thay thế” only: a note that says it over and over is read once.
const toldCodes = /thay thế(?:(?!thay thế)[^.\n])*?((?:\d\.\d{6}[\d.H]*(?:[\s,;]|và)*)+)/iu;

/** Older procedures, from their own columns or from a note such as “Thay thế TTHC mã 1.014446”. */
function replacedIn(words: (column: ListColumn) => string | null): Named[] {
  const codes = (words('replacedCode') ?? '').split(/[\s,;]+/).filter(Boolean);
  const name = words('replacedName');
  const told = toldCodes.exec(words('note') ?? '')?.[1];
  const all = [...codes, ...[...(told ?? '').matchAll(/\d\.\d{6}/g)].map(([code]) => code)];
  if (all.length > 0)
    return [...new Set(all)].map((code) => ({ code: nationalCode(code) ?? code, name: null }));
  return name === null ? [] : [{ code: null, name: oneLine(name) }];
}

const oneLine = (text: string) =>
  text.replace(/\s+/g, (space) => (space.includes('\n') ? ' ' : space)).trim();
