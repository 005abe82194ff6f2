// Procedures, earlier contents and decisions as the YAML that people edit by hand: same order, comments, blank lines.
import { type Document, isMap, isScalar, parseDocument, Document as NewDocument, visit } from 'yaml';
import { canonicalJson } from '../../text/canonical.ts';
import type { DecisionFile } from '../../procedures/decisions/schema.ts';
import type { ProcedureFile } from '../../procedures/schema.ts';
import type { VersionFile } from '../../procedures/version.ts';

const style = { lineWidth: 0, singleQuote: true } as const;
const parts =
  'Mỗi phần ghi giá trị; hoặc none: lời của nguồn (nguồn nói không có); hoặc unknown (chưa có thông tin).';
const procedureComment = ` Một thủ tục hành chính. ${parts}`;
const decisionComment =
  ' Một quyết định công bố thủ tục hành chính. items: việc của quyết định với từng thủ tục; trạng thái thủ tục, thông báo và việc niêm yết theo đó mà ra.';
const paragraphs = [
  'status',
  'steps',
  'methods',
  'dossier',
  'timeLimit',
  'applicants',
  'agencies',
  'results',
  'legalBasis',
  'decisions',
  'provenance',
];

// What the schemas fill in where a file says nothing, by the list that holds it; left out of the files.
const defaults: Record<string, Record<string, string>> = {
  methods: { time: 'null', fee: 'null' },
  papers: { form: '"unknown"', copies: '"unknown"' },
  items: { replaces: '[]', parts: '[]', note: 'null' },
  decision: { shortened: 'false', sources: '[]' },
};

/** The value as people write it: without what the schemas fill in. */
function sparse(value: unknown, within: string): unknown {
  if (Array.isArray(value)) return value.map((item) => sparse(item, within));
  if (value === null || typeof value !== 'object') return value;
  const unsaid = defaults[within] ?? {};
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => inner !== undefined && unsaid[key] !== JSON.stringify(inner))
      .map(([key, inner]) => [key, sparse(inner, key)]),
  );
}

/** A new file, or `present` with only those keys rewritten whose value is another: comments and style stay. */
export function procedureYaml(content: ProcedureFile, present: string | null): string {
  return written(sparse(content, 'procedure') as object, present, procedureComment, paragraphs);
}

export function decisionYaml(content: DecisionFile, present: string | null): string {
  return written(sparse(content, 'decision') as object, present, decisionComment, []);
}

export function versionYaml(content: VersionFile): string {
  return written(
    sparse(content, 'version') as object,
    null,
    ' Nội dung của thủ tục trước khi quyết định ở by có hiệu lực vào ngày until. Không sửa.',
    [],
  );
}

function written(content: object, present: string | null, comment: string, blankBefore: string[]): string {
  const document: Document = present === null ? new NewDocument({}) : parseDocument(present);
  const before = (present === null ? {} : document.toJS()) as Record<string, unknown>;
  if (present === null) document.commentBefore = comment;
  if (!isMap(document.contents)) throw new Error('Tệp YAML không phải một bảng khóa.');
  document.contents.flow = false;
  for (const [key, value] of Object.entries(content)) {
    if (present !== null && canonicalJson(sparse(before[key], key)) === canonicalJson(value)) continue;
    // A key that was left to its default stays away.
    if (present !== null && !(key in before) && isDefault(value)) continue;
    const place = document.contents.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
    const node = document.createNode(value);
    if (place) place.value = node;
    else {
      const name = document.createNode(key);
      name.spaceBefore = present === null && blankBefore.includes(key);
      document.contents.items.push(document.createPair(name, node) as never);
    }
  }
  for (const key of Object.keys(before))
    if (!(key in content) && !isDefault(before[key])) document.delete(key);
  visit(document, {
    // A code such as 1.014446 in quotes, days as they are.
    Seq: (_, node) => void (node.items.length === 0 && (node.flow = true)),
  });
  // The library sets the comment of a new document apart by a blank line; the files here do not.
  const text = document.toString(style);
  return present === null ? text.replace(/^(#.*\n)\n/, '$1') : text;
}

const isDefault = (value: unknown) =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);
