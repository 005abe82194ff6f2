// Reads a JSON export under the national names. What it would export the same stays as it is; what it leaves empty too.
import { canonicalJson } from '../text/canonical.ts';
import type { ProcedureFile } from '../procedures/schema.ts';
import type { Reading } from './incoming.ts';
import { nationalOf, type NationalProcedure } from './national.ts';
import { agencyKeys, partsOf } from './national-parts.ts';
import { NationalInput } from './national-schema.ts';
import { plainTexts } from './plain-text.ts';
import { nationalCode } from './words.ts';

/** `file` names the file in sentences; places in it are entries and keys. */
export function readNational(file: string, json: string): Reading {
  const reading: Reading = { incoming: [], refusals: [], cautions: [] };
  const entries = entriesOf(json);
  if (entries === null) {
    reading.refusals.push(`Tệp ${file} không phải JSON chứa một danh sách thủ tục hành chính.`);
    return reading;
  }
  if (entries.length === 0) reading.refusals.push(`Tệp ${file} không có thủ tục nào.`);
  for (const [index, entry] of entries.entries()) {
    const refuse = (key: string, says: string) =>
      reading.refusals.push(`Tệp ${file}, mục ${index + 1}, khóa “${key}”: ${says}`);
    // Our own export carries our name of the procedure, and its texts as they are.
    const isOwn = isObject(entry) && 'slug' in entry;
    const parsed = NationalInput.safeParse(isOwn ? entry : plainTexts(entry));
    if (!parsed.success) {
      for (const { path } of parsed.error.issues)
        refuse(path.join('.') || 'cả mục', 'không đúng khuôn dạng của cơ sở dữ liệu quốc gia.');
      continue;
    }
    const said = parsed.data;
    const written = said.code ?? said.codeNotation;
    const code = written === null ? null : nationalCode(written);
    if (written !== null && code === null) {
      refuse('code', `“${written}” không phải mã thủ tục. Mã có dạng 1.014446.`);
      continue;
    }
    if (said.name === null) {
      refuse('name', 'chưa có tên thủ tục.');
      continue;
    }
    const { name } = said;
    const read = partsOf(said);
    if ('wrong' in read) {
      refuse(read.key, read.wrong);
      continue;
    }
    reading.incoming.push({
      place: { worksheet: file, row: index + 1, column: null, isEntry: true },
      op: null,
      slug: said.slug,
      code,
      name,
      replaces: [],
      note: null,
      amended: (before) => amended(before, said, read.parts, written === code ? null : written),
    });
  }
  return reading;
}

function amended(
  before: ProcedureFile,
  said: NationalInput,
  parts: Partial<ProcedureFile>,
  published: string | null,
): ProcedureFile {
  const present = nationalOf('', before);
  const after: ProcedureFile = { ...before };
  const put = <Key extends keyof ProcedureFile>(key: Key, value: ProcedureFile[Key]) => (after[key] = value);
  for (const [key, from] of sources) {
    const value = parts[key];
    if (value === undefined || from.every((name) => unchanged(said[name], present[name]))) continue;
    put(key, value as never);
  }
  after.agencies = { ...before.agencies };
  for (const [role, name] of agencyKeys) {
    const value = parts.agencies?.[role];
    if (value !== undefined && value !== 'unknown' && !unchanged(said[name], present[name]))
      after.agencies[role] = value;
  }
  if (before.code === null && published !== null)
    after.provenance = { ...before.provenance, codeAsPublished: published };
  return after;
}

type Shared = keyof NationalProcedure & keyof NationalInput;
// Which national keys each part is read from.
const sources: [Exclude<keyof ProcedureFile, 'agencies'>, Shared[]][] = [
  ['name', ['name']],
  ['field', ['categoriesDetails']],
  ['unit', ['unit']],
  ['levels', ['isMinistry', 'isProvince', 'isWard', 'isOther']],
  ['kind', ['formalityType']],
  ['steps', ['executionSteps']],
  ['methods', ['executionMethods']],
  ['dossier', ['executionCases']],
  ['sets', ['profileSets']],
  ['timeLimit', ['timeLimit', 'executionMethods']],
  ['fee', ['fee', 'executionMethods']],
  ['applicants', ['subjectTypesDetails']],
  ['results', ['resultsDetails']],
  ['conditions', ['requirementsAndConditions']],
  ['legalBasis', ['legalBasisesDetails']],
  ['onlineLevel', ['onlineLevel']],
];

/** Nothing said, or said as the content says it; keys that only the other side knows do not count. */
function unchanged(said: unknown, present: unknown): boolean {
  if (said === null || said === undefined || (Array.isArray(said) && said.length === 0)) return true;
  return canonicalJson(like(said, present)) === canonicalJson(present);
}
function like(said: unknown, present: unknown): unknown {
  if (Array.isArray(said) && Array.isArray(present)) return said.map((item, at) => like(item, present[at]));
  if (!isObject(said) || !isObject(present)) return said;
  return Object.fromEntries(
    [...new Set([...Object.keys(present), ...Object.keys(said)])]
      .filter((key) => key in present || (said[key] !== null && said[key] !== undefined))
      .map((key) => [key, like(said[key], present[key])]),
  );
}
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function entriesOf(json: string): unknown[] | null {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
  for (let depth = 0; depth < 3 && isObject(value); depth++) {
    if ('name' in value && ('code' in value || 'codeNotation' in value)) return [value];
    value = value['procedures'] ?? value['data'] ?? value['items'] ?? value['content'];
  }
  return Array.isArray(value) ? value : null;
}
