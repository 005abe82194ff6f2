// The office's templates: written by one, released or returned by another; seen on a real case before.
import { caseForStaff } from '../cases/reading/register-service.ts';
import { localDate } from '../dates/dates.ts';
import type { Transaction } from '../db/open.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { personsOf } from '../staff/mandates.ts';
import type { Viewer } from '../staff/roles.ts';
import { factsOf } from './facts.ts';
import { fillTemplate } from './filling.ts';
import { templatesInForce } from './in-force-service.ts';
import { letterOf, lettersOf, type Letter } from './letter.ts';
import { findGuidance } from './repository.ts';
import { letterNames } from './schema.ts';
import {
  letterKindOf,
  wordFields,
  wordSteps,
  fitting,
  type Template,
  type TemplateWords,
} from './template.ts';
import {
  holdTemplate,
  insertTemplate,
  insertVerdict,
  listNewest,
  listVersions,
  type FoundVersion,
} from './template-repository.ts';
import type {
  Insertion,
  ProposeTemplate,
  TemplateItem,
  TemplateView,
  VersionView,
} from './template-views.ts';

const stateOf = ({ released }: FoundVersion): VersionView['state'] =>
  released === null ? 'waiting' : released ? 'released' : 'returned';

const versionOf = (viewer: Viewer, row: FoundVersion): VersionView => ({
  version: row.version,
  words: row.words,
  retired: row.retired,
  author: row.author,
  isOwn: personsOf(viewer).includes(row.authorId),
  writtenAt: row.writtenAt.toISOString(),
  state: stateOf(row),
  judge: row.judge,
  judgedAt: row.judgedAt?.toISOString() ?? null,
  reason: row.reason,
});

/** Every template, in force, waiting for a second hand, or retired. */
export async function listTemplates(portal: Portal): Promise<TemplateItem[]> {
  const [inForce, newest] = await Promise.all([templatesInForce(portal), listNewest(portal.db)]);
  const last = new Map(newest.map((row) => [row.code, row]));
  const codes = [...new Set([...inForce.map(({ code }) => code), ...last.keys()])];
  return codes.flatMap((code): TemplateItem[] => {
    const row = last.get(code);
    const used = inForce.find((one) => one.code === code);
    const words = used ?? row?.words;
    if (!words) return [];
    const { name, purpose, track, status } = words;
    const waits = row !== undefined && row.released === null;
    return [{ code, name, purpose, track, status, version: used?.version ?? null, waits }];
  });
}

/** One template: what is in force, and all that was written, the newest first. */
export async function viewTemplate(portal: Portal, viewer: Viewer, code: string): Promise<TemplateView> {
  const [inForce, versions] = await Promise.all([templatesInForce(portal), listVersions(portal.db, code)]);
  const used = inForce.find((one) => one.code === code);
  const shipped = portal.content.letters.templates.find((one) => one.code === code);
  if (!used && !shipped && versions.length === 0) throw new Problem('not-found', 'Không có mẫu này.');
  return {
    code,
    inForce: used ? { version: used.version, words: wordsOf(used) } : null,
    shipped: shipped ? wordsOf(shipped) : null,
    versions: versions.map((row) => versionOf(viewer, row)),
  };
}

const wordsOf = ({ code: _, version: __, ...words }: Template): TemplateWords => words;

/** Writes the next version, which waits for a second hand. `seen`: the newest version that its writer knew of. */
export async function proposeTemplate(
  portal: Portal,
  viewer: Viewer,
  code: string,
  { seen, retired, words }: ProposeTemplate,
): Promise<{ version: number }> {
  return await portal.db.transaction().execute(async (trx) => {
    await holdTemplate(trx, code);
    const newest = (await listVersions(trx, code))[0];
    if ((newest?.version ?? 0) !== seen)
      throw new Problem(
        'stale',
        `${newest?.author ?? 'Người khác'} vừa viết bản ${newest?.version ?? 1} của mẫu này. Hãy xem bản ấy trước.`,
      );
    if (newest && newest.released === null && !personsOf(viewer).includes(newest.authorId))
      throw new Problem(
        'wrong-status',
        `Bản ${newest.version} của ${newest.author} đang chờ duyệt. Hãy duyệt hoặc trả lại bản ấy trước.`,
      );
    const version = (newest?.version ?? 0) + 1;
    await insertTemplate(trx, {
      code,
      version,
      words: JSON.stringify(words) as never,
      retired,
      authorId: viewer.id,
      writtenAt: portal.now(),
    });
    return { version };
  });
}

/** Releases a version, or returns it with a reason; only the newest one, and never by its own author. */
export async function judgeTemplate(
  portal: Portal,
  viewer: Viewer,
  { code, version }: { code: string; version: number },
  verdict: { released: boolean; reason: string | null },
): Promise<void> {
  await portal.db.transaction().execute(async (trx) => {
    await holdTemplate(trx, code);
    const row = await waitingVersion(trx, code, version);
    // Who stands in for the author is no second hand either; taking one's own back is everybody's.
    if (verdict.released && personsOf(viewer).includes(row.authorId))
      throw new Problem('forbidden', 'Người duyệt phải khác người soạn mẫu.');
    await insertVerdict(trx, { code, version, ...verdict, byId: viewer.id, at: portal.now() });
  });
}

async function waitingVersion(trx: Transaction, code: string, version: number): Promise<FoundVersion> {
  const versions = await listVersions(trx, code);
  const row = versions.find((one) => one.version === version);
  if (!row) throw new Problem('not-found', 'Không có bản này của mẫu.');
  if (row.released !== null) throw new Problem('wrong-status', `Bản ${version} đã được duyệt hoặc trả lại.`);
  if (versions[0]?.version !== version)
    throw new Problem('stale', `Đã có bản ${versions[0]?.version} mới hơn. Hãy xem bản ấy.`);
  return row;
}

/** A template on a real case of the viewer's, as a letter or as words; nothing is kept of it. */
export async function previewTemplate(
  portal: Portal,
  viewer: Viewer,
  { number, words }: { number: string; words: TemplateWords },
): Promise<{ letter: Letter | null; text: string | null }> {
  const found = await caseForStaff(portal, viewer, number);
  const { department: office, letters: content } = portal.content;
  const guidedAs = await findGuidance(portal.db, number);
  const kind = letterKindOf(words.purpose);
  if (!kind) return { letter: null, text: fillTemplate(words.body, factsOf(found, { office, guidedAs })) };
  if (!lettersOf(found).includes(kind))
    throw new Problem('invalid', undefined, [
      {
        pointer: '/number',
        detail: `Hồ sơ này chưa có ${letterNames[kind].toLocaleLowerCase('vi')}, hoặc Ông/Bà không được xem người gửi. Chọn hồ sơ khác.`,
      },
    ]);
  const template = { ...words, code: 'xem-thu', version: 0 };
  const letter = letterOf(kind, found, {
    office,
    content,
    template,
    today: localDate(portal.now()),
    guidedAs,
  });
  return { letter: letter ?? null, text: null };
}

/** The words that can be put into the long fields of steps open to this viewer, filled in from the case. */
export async function insertionsFor(portal: Portal, viewer: Viewer, number: string): Promise<Insertion[]> {
  const found = await caseForStaff(portal, viewer, number);
  const open = wordSteps.filter((step) => found.steps.includes(step));
  if (open.length === 0) return [];
  const templates = await templatesInForce(portal);
  const facts = factsOf(found, { office: portal.content.department });
  return open.flatMap((step) =>
    fitting(templates, `words-${step}`, found).map(({ code, name, body }) => ({
      code,
      name,
      step,
      field: wordFields[step],
      text: fillTemplate(body, facts),
    })),
  );
}
