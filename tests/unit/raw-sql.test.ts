// Encrypted columns in raw SQL: a statement that compares, cuts, orders or selects one as it lies would see what nobody can
// read, and compile. They are named by `decrypted` and `encrypted` alone; whether one is null may be asked.
import fs from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { parse, type Node } from 'acorn';
import { full } from 'acorn-walk';
import { expect, test } from 'vitest';
import { encryptedColumnNames, partsOf } from '../../api/crypto/encrypted-columns.ts';

const columnsOf = Map.groupBy(encryptedColumnNames.map(partsOf), ({ table }) => table);
/** Stands where a template of SQL is given something. */
const given = '¤';

type Template = { line: number; said: string };
type Loose = Record<string, any>;

/** What is given to `sql` in a source: templates, and names written out for `sql.ref`, `sql.raw` and others. */
function templatesIn(source: string): Template[] {
  const found: Template[] = [];
  const joined = ({ quasis }: Loose): string =>
    (quasis as Loose[]).map(({ value }) => String(value['cooked'])).join(` ${given} `);
  full(
    parse(stripTypeScriptTypes(source), { ecmaVersion: 'latest', sourceType: 'module', locations: true }),
    (node: Node) => {
      const { type, tag, quasi, callee, arguments: given, loc } = node as Node & Loose;
      const line = Number(loc?.start.line);
      if (type === 'TaggedTemplateExpression' && tag.name === 'sql')
        found.push({ line, said: joined(quasi) });
      if (type !== 'CallExpression' || callee.object?.name !== 'sql') return;
      for (const one of given as Loose[]) {
        if (typeof one['value'] === 'string') found.push({ line, said: one['value'] });
        if (one['type'] === 'TemplateLiteral') found.push({ line, said: joined(one) });
      }
    },
  );
  return found;
}

const snake = (text: string) =>
  text.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a}_${b.toLowerCase()}`);

/** Without what names no value: texts, names given to results, comments, columns of an insert, and what is asked of null. */
const bare = (said: string): string =>
  snake(said)
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/(insert into \w+ )\([^)]*\)/g, '$1()')
    .replaceAll(/\bas "?\w+"?/g, ' ')
    .replaceAll(/[\w.]+ is (?:not )?null/g, ' ')
    .replaceAll(/\b\w+ = null\b/g, ' ');

const tableSaid =
  /\b(?:from|join|update|using)\s+(\w+)(?:\s+(?:as\s+)?(?!where|on|set|join|left|order|group|inner|cross|using|limit|for|returning)(\w+))?/g;

/** `line: table.column` for every encrypted column that a source names in its SQL. */
function namedIn(source: string): string[] {
  const templates = templatesIn(source).map(({ line, said }) => ({ line, said, text: bare(said) }));
  const named = (said: string) =>
    [...snake(said).matchAll(tableSaid)].map(([, table = '', alias]) => ({ table, alias: alias ?? table }));
  // A part of a statement may stand apart from where its tables are named.
  const inFile = templates.flatMap(({ said }) => named(said));
  return templates.flatMap(({ line, said, text }) =>
    [...columnsOf].flatMap(([table, columns]) => {
      const aliases = inFile.filter((one) => one.table === table).map(({ alias }) => alias);
      const isOwn = named(said).some((one) => one.table === table);
      const others = named(said).length > 1;
      return columns
        .filter(
          ({ column }) =>
            [table, ...aliases].some((alias) => new RegExp(`\\b${alias}\\.${column}\\b`).test(text)) ||
            // Where other tables are named too, a bare name may be of theirs: those that are told apart stand after their table.
            (isOwn && !others && new RegExp(`(?<![.\\w])${column}\\b(?! *\\()`).test(text)),
        )
        .map(({ column }) => `${line}: ${table}.${column}`);
    }),
  );
}

test('finds a column however it is named, and nothing else', () => {
  const source = (statement: string) => `import { sql } from 'kysely';\nexport const one = ${statement};`;
  const faults = [
    'sql`select cases.summary from cases`',
    'sql`select s.name from case_senders s join cases c on c.id = s.case_id`',
    'sql`select name from case_senders where case_id = ${1}`',
    'sql`update case_senders set email = lower(email)`',
    '[sql`exists (select from case_replies r)`, sql`length(r.body)`]',
    "sql.ref('caseSenders.phone')",
    "sql`select 1 from cases left join case_event_texts t on t.case_id = cases.id where t.text like ${'a'}`",
    'sql`select id from subscriptions order by email`',
  ];
  expect(faults.filter((one) => namedIn(source(one)).length === 0)).toEqual([]);
  const fine = [
    'sql`select s.case_id from case_senders s where s.email is not null`',
    "sql`update attachments set name = null, state = 'erased' where id = ${1}`",
    "sql`select json_build_object('body', ${1}) from case_replies r`",
    'sql`select u.name from staff_users u`',
    'sql`insert into case_contents (case_id, body) values (${1}, ${2})`',
    'sql`select ${1} as name from case_senders`',
  ];
  expect(fine.flatMap((one) => namedIn(source(one)))).toEqual([]);
});

test('no statement of the portal names an encrypted column but by the way that opens or encrypts it', () => {
  const files = fs.globSync('api/**/*.ts');
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) => {
    const source = fs.readFileSync(file, 'utf8');
    return source.includes('sql') ? namedIn(source).map((one) => `${file}:${one}`) : [];
  });
  expect(found).toEqual([]);
});
