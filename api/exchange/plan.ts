// What an import would do: every line of the file beside the content as it is. Pure; nothing is written here.
import { historyOf } from '../procedures/decisions/state.ts';
import type { Decision, DecisionOp } from '../procedures/decisions/schema.ts';
import { canonicalJson } from '../text/canonical.ts';
import { changedParts, type ProcedurePart } from '../procedures/parts.ts';
import type { ProcedureFile, Review } from '../procedures/schema.ts';
import { refusal } from './grid.ts';
import { blankProcedure, type Incoming } from './incoming.ts';
import { checked } from './plan-checks.ts';
import { findNamed, findProcedure, namesakes } from './plan-find.ts';
import { likeness, slugOf } from './words.ts';

export type ChangeKind = 'new' | 'changed' | 'replaces' | 'repealed' | 'unchanged';

export type Change = {
  kind: ChangeKind;
  op: DecisionOp;
  slug: string;
  /** The file's present name where it has to change because the procedure gets its code. */
  formerSlug: string | null;
  before: ProcedureFile | null;
  after: ProcedureFile;
  parts: ProcedurePart[];
  /** What else changes in the file, by its key. */
  others: (keyof ProcedureFile)[];
  replaces: string[];
  /** The file says what happens to it, so that the decision names it even where nothing here changes. */
  listed: boolean;
  note: string | null;
};

export type Plan = {
  changes: Change[];
  absent: { slug: string; name: string }[];
  refusals: string[];
  cautions: string[];
};

export type Ground = {
  files: ReadonlyMap<string, ProcedureFile>;
  decisions: readonly Decision[];
  /** The file of the decision that the import belongs to; null: none. */
  decision: string | null;
  /** What a changed or new file says about its review. */
  review: Review;
  /** The op of changed procedures where the file to import does not say: amend, standardise or correct. */
  changedBy: DecisionOp;
  /** A procedure without a code takes the one that is told: its file and its address get another name. */
  rename: boolean;
  /** The codes of the units that there are. */
  units: ReadonlySet<string>;
};

/** Lays everything that was read beside the content. A plan with refusals is not to be carried out. */
export function planImport(incoming: readonly Incoming[], ground: Ground): Plan {
  const plan: Plan = { changes: [], absent: [], refusals: [], cautions: [] };
  const taken = new Map<string, Incoming>();
  for (const line of incoming) {
    const refuse = (says: string, column: string | null = null) =>
      plan.refusals.push(refusal({ ...line.place, column: column ?? line.place.column }, says));
    const found = findProcedure(line, ground.files);
    const slug =
      (ground.rename || found === null ? line.code : null) ?? found ?? line.slug ?? slugOf(line.name);
    const twin = taken.get(slug);
    if (twin) {
      refuse(
        `thủ tục ${slug} đã có ở ${twin.place.worksheet === line.place.worksheet ? '' : `trang tính “${twin.place.worksheet}”, `}dòng ${twin.place.row}. Mỗi thủ tục chỉ đứng một lần.`,
        line.code === null ? null : 'Mã TTHC',
      );
      continue;
    }
    taken.set(slug, line);
    const replaces = line.replaces.map((named) => findNamed(named, ground.files));
    const lost = line.replaces.filter((_, at) => replaces[at] === null);
    for (const named of lost)
      refuse(`thủ tục bị thay thế ${named.code ?? `“${named.name}”`} không có trong nội dung.`);
    const change = changeOf(
      line,
      slug,
      found,
      replaces.filter((old) => old !== null),
      ground,
    );
    if (typeof change === 'string') refuse(change, line.code === null ? null : 'Mã TTHC');
    else if (lost.length === 0) {
      plan.refusals.push(...checked(change, line, ground));
      plan.cautions.push(...cautionsOf(change, line, ground));
      plan.changes.push(change);
    }
  }
  const seen = new Set(plan.changes.flatMap(({ slug, formerSlug }) => [slug, formerSlug]));
  const known = new Set([...ground.files.keys(), ...plan.changes.map(({ slug }) => slug)]);
  for (const { slug, after } of plan.changes)
    for (const other of [...after.related, after.replacedBy].filter((to) => to !== null && !known.has(to)))
      plan.refusals.push(`Thủ tục ${slug} trỏ tới ${other}, nhưng không có thủ tục nào mang tên tệp ấy.`);
  plan.absent = [...ground.files]
    .filter(([slug]) => !seen.has(slug))
    .map(([slug, { name }]) => ({ slug, name }));
  return plan;
}

/** The change, or the sentence that says why there can be none. */
function changeOf(
  line: Incoming,
  slug: string,
  found: string | null,
  replaced: string[],
  ground: Ground,
): Change | string {
  const before = found === null ? null : (ground.files.get(found) ?? null);
  const op = line.op ?? (before ? ground.changedBy : 'new');
  const alike = before === null ? namesakes(line, ground.files) : [];
  if (alike.length > 1)
    return `có ${alike.length} thủ tục cùng mang tên “${line.name}” (${alike.join(', ')}). Ghi mã để biết là thủ tục nào.`;
  if (before === null && ground.files.has(slug))
    return `tên tệp ${slug} đã thuộc về thủ tục “${ground.files.get(slug)?.name}”.`;
  if (before === null && op !== 'new' && op !== 'replace')
    return `không có thủ tục nào trong nội dung ${line.code ? `mang mã ${line.code} hay` : ''} mang tên “${line.name}”. Thủ tục chưa có thì thuộc mục mới ban hành.`;
  if (before && before.code !== null && line.code !== null && line.code !== before.code)
    return `thủ tục ${found} mang mã ${before.code}, tệp nhập ghi ${line.code}. Mã của một thủ tục không đổi; mã khác là thủ tục khác.`;
  if (found !== null && found !== slug && ground.files.has(slug))
    return `mã ${slug} đã thuộc về thủ tục “${ground.files.get(slug)?.name}”.`;
  if (op === 'repeal' && before && likeness(before.name, line.name) < 0.5)
    return `mã này trong nội dung là “${before.name}”, không phải “${line.name}”. Kiểm tra lại mã trước khi bãi bỏ.`;
  const replaces = replaced.filter((old) => old !== found);
  const settled: DecisionOp = op === 'replace' && replaces.length === 0 ? 'amend' : op;
  const raw = line.amended(before ?? blankProcedure(line.name));
  const code = before !== null && found === slug ? before.code : (raw.code ?? line.code);
  const derived = before !== null && line.op === null && historyOf(slug, ground.decisions).length > 0;
  const base = { ...raw, code, ...(derived && stateIn(before)) };
  const parts = before === null ? [] : changedParts(before, base);
  const others = before === null ? [] : otherKeys(before, base, parts);
  const formerSlug = found !== null && found !== slug ? found : null;
  const written = before === null || parts.length > 0 || others.length > 0;
  const after = written && op !== 'repeal' ? reviewed(base, ground.review, line.op === null) : base;
  const said = ground.decision !== null && saidAlready(slug, settled, replaces, ground);
  const kind: ChangeKind =
    settled === 'repeal'
      ? said
        ? 'unchanged'
        : 'repealed'
      : said && !written
        ? 'unchanged'
        : settled === 'replace'
          ? 'replaces'
          : before === null || (line.op === 'new' && !said)
            ? 'new'
            : written
              ? 'changed'
              : 'unchanged';
  const listed = line.op !== null;
  return {
    kind,
    op: settled,
    slug,
    formerSlug,
    before,
    after,
    parts,
    others,
    replaces,
    listed,
    note: line.note,
  };
}

/** What decisions make of a procedure is not read back from a form that shows it. */
const stateIn = ({ status, effectiveFrom, effectiveTo, replacedBy, decisions }: ProcedureFile) => ({
  status,
  effectiveFrom,
  effectiveTo,
  replacedBy,
  decisions,
});

function otherKeys(before: ProcedureFile, after: ProcedureFile, parts: ProcedurePart[]) {
  const keys = Object.keys(after) as (keyof ProcedureFile)[];
  const inParts = new Set<string>(parts);
  return keys.filter((key) => !inParts.has(key) && canonicalJson(before[key]) !== canonicalJson(after[key]));
}

/** A full form says itself who reviewed; a list and a national export do not. */
function reviewed(file: ProcedureFile, review: Review, saysItself: boolean): ProcedureFile {
  if (saysItself && review.state === 'needs-review') return file;
  const status = review.state === 'confirmed' && file.status === 'needs-review' ? 'in-force' : file.status;
  return { ...file, review, status };
}

/** Whether the decision's file has this already, as when a list is read a second time. */
function saidAlready(slug: string, op: DecisionOp, replaces: string[], { decisions, decision }: Ground) {
  return historyOf(slug, decisions).some(
    (told) =>
      told.decision.slug === decision &&
      told.item.procedure === slug &&
      told.item.op === op &&
      canonicalJson(told.item.replaces) === canonicalJson(replaces),
  );
}

function cautionsOf(change: Change, line: Incoming, { files }: Ground): string[] {
  const at = (says: string) => refusal(line.place, says);
  const { before, kind, op, formerSlug, slug } = change;
  const isNewField =
    op !== 'repeal' && ![...files.values()].some((file) => file.field === change.after.field);
  return [
    ...(isNewField
      ? [at(`lĩnh vực “${change.after.field}” chưa có trong nội dung; cổng sẽ thêm một lĩnh vực mới.`)]
      : []),
    ...(before && op !== 'repeal' && likeness(before.name, change.after.name) < 0.5
      ? [at(`tên mới “${change.after.name}” khác hẳn tên đang có “${before.name}”. Xem lại mã.`)]
      : []),
    ...(before && kind === 'new'
      ? [at('thủ tục mới này đã có trong nội dung; phần nào danh mục nói thì được cập nhật.')]
      : []),
    ...(before && before.code === null && line.code !== null && !formerSlug
      ? [
          at(
            `thủ tục chưa nhận mã ${line.code}, vì tệp và địa chỉ trang sẽ đổi tên (phản ánh cũ và mã QR đã in trỏ tới ${slug}). Muốn nhận thì thêm --rename.`,
          ),
        ]
      : []),
    ...(formerSlug ? [at(`thủ tục nay có mã: tệp ${formerSlug}.yaml đổi tên thành ${slug}.yaml.`)] : []),
  ];
}
