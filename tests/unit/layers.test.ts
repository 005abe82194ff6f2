// The arrows of the house: imports go down only, pure files stay pure, the site sees no database.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const sources = ['api', 'site', 'migrations']
  .flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.(ts|mjs|astro)$/.test(file))
  .map((file) => ({ file, text: fs.readFileSync(path.join(root, file), 'utf8') }));

const statement = /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<to>[^']+)'/gm;
const lazy = /await import\('(?<to>[^']+)'\)/g;
const imports = sources.flatMap(({ file, text }) =>
  [...text.matchAll(statement), ...text.matchAll(lazy)].map(({ groups }) => ({
    from: file,
    to: groups?.['to']?.startsWith('.')
      ? path.join(path.dirname(file), groups['to'])
      : (groups?.['to'] ?? ''),
    typeOnly: groups?.['type'] !== undefined,
  })),
);

// What a file is follows from its name alone; the first rule that fits decides. A feature's other files are pure.
const floors = [
  { floor: 5, names: /^api\/(?:[^/]+|(?:programs|portal|start|doors)\/.+)$/ },
  { floor: 4, names: /[/-]routes\.ts$/ },
  { floor: 3, names: /[/-]service\.ts$|\/effects\// },
  { floor: 2, names: /[/-]repository\.ts$|\/load\.ts$/ },
  // Rooms that are tools as a whole, and the tools of a feature: what works with a library or the machine.
  { floor: 1, names: /^api\/(?:db|http|crypto|content|confined)\/|\/tools\/|\/tables\.ts$/ },
  { floor: 0, names: /^api\// },
];
const floorOf = (file: string) => floors.find(({ names }) => names.test(file))?.floor ?? 6;
const inHouse = imports.filter(({ to }) => /^(api|site|migrations)\//.test(to));
const outside = imports.filter(
  ({ to }) => !/^(api|site|migrations|content)\//.test(to) && !to.startsWith('node:'),
);
const arrows = (list: typeof imports) => list.map(({ from, to }) => `${from} -> ${to}`);

test('in the API, imports go down only: process, routes, service, repository, database and tools, pure files', () => {
  const up = ({ from, to, typeOnly }: (typeof imports)[number]) => !typeOnly && floorOf(to) > floorOf(from);
  expect(arrows(inHouse.filter((arrow) => arrow.from.startsWith('api/') && up(arrow)))).toEqual([]);
  expect(sources.length).toBeGreaterThan(80);
});

test('the rooms of the API form no circle', () => {
  const roomOf = (file: string) => file.split('/').slice(1, -1)[0] ?? file;
  const below = new Map<string, Set<string>>();
  for (const { from, to, typeOnly } of inHouse) {
    if (typeOnly || !from.startsWith('api/') || !to.startsWith('api/') || roomOf(from) === roomOf(to))
      continue;
    below.set(roomOf(from), (below.get(roomOf(from)) ?? new Set()).add(roomOf(to)));
  }
  // A room is laid on the floor as soon as all that it stands on lies there; what is left over stands in a circle.
  const laid = new Set<string>();
  const rooms = new Set([...below].flatMap(([room, under]) => [room, ...under]));
  for (let before = -1; before < laid.size;) {
    before = laid.size;
    for (const room of rooms) if ([...(below.get(room) ?? [])].every((one) => laid.has(one))) laid.add(room);
  }
  expect([...rooms].filter((room) => !laid.has(room))).toEqual([]);
  expect(rooms.size).toBeGreaterThan(40);
});

test('pure files know pure files, the shape of tables, and zod', () => {
  const pure = (list: typeof imports) => list.filter(({ from }) => floorOf(from) === 0);
  expect(arrows(pure(inHouse).filter(({ to }) => floorOf(to) > 0 && !to.endsWith('/tables.ts')))).toEqual([]);
  expect(arrows(pure(outside).filter(({ to }) => to !== 'zod' && to !== '@hono/zod-openapi'))).toEqual([]);
});

test('SQL is written in repositories, the database folder and migrations only', () => {
  // The readiness probe asks "select 1", which is no one's data.
  const mayAsk = /[/-]repository\.ts$|^api\/db\/|\/tables\.ts$|^migrations\/|^api\/health\/routes\.ts$/;
  const asking = outside.filter(({ from, to }) => /^(kysely|pg)(\/|$)/.test(to) && !mayAsk.test(from));
  expect(arrows(asking)).toEqual([]);
});

test('the site knows the API by its typed client and by pure files; the API never knows the site', () => {
  const fromSite = inHouse.filter(({ from, to }) => from.startsWith('site/') && to.startsWith('api/'));
  expect(arrows(fromSite.filter(({ to }) => to !== 'api/client.ts' && floorOf(to) > 0))).toEqual([]);
  expect(
    arrows(inHouse.filter(({ from, to }) => !from.startsWith('site/') && to.startsWith('site/'))),
  ).toEqual([]);
});

test('the environment is read in one place', () => {
  // The log opens before anything is parsed; programs that are started need a PATH; the preparation runs before all.
  const mayRead = /^api\/(portal\/env|http\/log|db\/embedded\/account)\.ts$|^api\/start\/[^/]+\.mjs$/;
  const reading = sources.filter(({ file, text }) => !mayRead.test(file) && text.includes('process.env'));
  expect(reading.map(({ file }) => file)).toEqual([]);
});

test('every file of the API says in its first line what it is, and exports by name', () => {
  const api = sources.filter(({ file }) => file.startsWith('api/'));
  expect(api.filter(({ text }) => !/^(#!.*\n)?\/\/ \S/.test(text)).map(({ file }) => file)).toEqual([]);
  expect(api.filter(({ text }) => /^export default/m.test(text)).map(({ file }) => file)).toEqual([]);
});
