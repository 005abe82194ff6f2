// Reports looked at, issued for ever, compared, and handed out as files.
import { localDate, vietnameseDate } from '../dates/dates.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { fingerprint } from '../publishing/tools/fingerprint.ts';
import { may } from '../staff/rights.ts';
import type { Viewer } from '../staff/roles.ts';
import { demoFile, demoMark } from '../text/demo-words.ts';
import { listRounds } from '../surveys/repository.ts';
import { compareReports } from './compare.ts';
import type { ReportDocument } from './document.ts';
import type { ReportForm } from './form-schema.ts';
import type { FrozenReport, ListedCase } from './frozen.ts';
import { draftPaper, formOf, makeReport } from './making-service.ts';
import { findIssue, insertIssue, listIssues, listNameable } from './repository.ts';
import { periodWords, ReportPeriod } from './period.ts';
import { registerCsv, registerWorkbook } from './register-file-service.ts';
import { isLongRegister } from './register-service.ts';
import type { AskReport, IssuedItem, IssuedView, IssueReport, PreviewView } from './schema.ts';

const shownIssues = 200;

const formView = ({ id, kind, form, title, caution, source, certainty }: ReportForm) => ({
  id,
  kind,
  form,
  title,
  caution,
  source,
  certainty,
});
const itemOf = (row: Awaited<ReturnType<typeof listIssues>>[number]): IssuedItem => ({
  id: row.id,
  formId: row.formId,
  fromOn: row.fromOn,
  toOn: row.toOn,
  subject: row.subject,
  hash: row.hash,
  issuedAt: row.issuedAt.toISOString(),
  issuedBy: row.issuedBy,
});
const shownOf = ({ form, from, to, round, document, identities, offending }: FrozenReport) => ({
  form: formView(form),
  from,
  to,
  round,
  document,
  identities,
  offending,
});

/** The forms that a viewer may use, the rounds to choose from, and what was issued. */
export async function listReports(portal: Portal, viewer: Viewer) {
  const isIntake = !may(viewer, 'see-reports');
  const forms = [...portal.content.reports.values()].filter(({ kind }) => !isIntake || kind === 'register');
  const [rounds, issued] = isIntake
    ? [[], []]
    : await Promise.all([listRounds(portal.db), listIssues(portal.db, shownIssues)]);
  return {
    forms: forms.map(formView),
    rounds: rounds.map(({ id, title, closedOn }) => ({ id, title, isClosed: closedOn !== null })),
    issued: issued.map(itemOf),
  };
}

export async function previewReport(portal: Portal, viewer: Viewer, asked: AskReport): Promise<PreviewView> {
  const { report, seen, hindrance } = await makeReport(portal, viewer, asked);
  return { ...shownOf(report), seen, hindrance };
}

export async function draftCases(portal: Portal, viewer: Viewer, asked: AskReport, behind: string) {
  if (formOf(portal, viewer, asked.form).kind !== 'cases') return { cases: [] };
  const { report } = await makeReport(portal, viewer, asked);
  return { cases: behindOf(report, behind) };
}

function behindOf({ lists, cases }: FrozenReport, behind: string): ListedCase[] {
  const numbers = new Set(Object.hasOwn(lists, behind) ? lists[behind] : []);
  return cases.filter(({ number }) => numbers.has(number));
}

/**
 * Freezes a report: form, figures, cases behind them and paper, under the hash of all of it. Refused when the figures
 * are no longer those that were looked at, and when they do not add up: then what is wrong is named.
 */
export async function issueReport(
  portal: Portal,
  viewer: Viewer,
  input: IssueReport,
): Promise<{ id: number }> {
  if (!may(viewer, 'issue-report')) throw new Problem('forbidden', 'Chánh Văn phòng ban hành báo cáo.');
  const { seen: looked, ...asked } = input;
  const draft = await makeReport(portal, viewer, asked);
  const { seen, hindrance } = draft;
  if (hindrance !== null) throw new Problem('wrong-status', hindrance);
  requireSums(draft.report);
  if (seen !== looked)
    throw new Problem('stale', 'Số liệu đã đổi từ lúc xem trước. Hãy xem lại rồi ban hành.');
  // What is issued counts every case; a draft leaves out what its reader may not know of.
  const { report, seen: hash } = await makeReport(portal, viewer, asked, true);
  if (report.identities.some(({ holds }) => !holds)) throw new Problem('does-not-add-up');
  const now = portal.now();
  const foot = `Ban hành trên cổng ngày ${vietnameseDate(localDate(now))} · Mã số liệu ${hash.slice(0, 16)}`;
  const frozen: FrozenReport = { ...report, offending: [], document: { ...report.document, foot } };
  const id = await insertIssue(portal.db, {
    formId: frozen.form.id,
    fromOn: frozen.from,
    toOn: frozen.to,
    subject: frozen.form.title,
    report: frozen,
    hash: fingerprint(frozen),
    issuedBy: viewer.id,
    issuedAt: now,
  });
  return { id };
}

function requireSums(report: FrozenReport): void {
  const failed = report.identities.filter(({ holds }) => !holds);
  if (failed.length > 0 || report.offending.length > 0)
    throw new Problem(
      'does-not-add-up',
      'Chưa ban hành. Xử lý từng mục dưới đây, hoặc sửa điều kiện của cột trong biểu, rồi lập lại.',
      [
        ...failed.map(({ text, leftValue, rightValue }, index) => ({
          pointer: `/identities/${index}`,
          detail: `${text}: ${leftValue} khác ${rightValue}.`,
        })),
        ...report.offending.map((name) => ({ pointer: `/cases/${name}`, detail: name })),
      ],
    );
}

async function foundIssue({ db }: Portal, id: number) {
  const row = await findIssue(db, id);
  if (!row) throw new Problem('not-found', 'Không có báo cáo này. Xem danh sách tại /can-bo/bao-cao.');
  // What was issued is what is shown: a row that somebody has touched is not.
  if (fingerprint(row.report) !== row.hash) throw new Error(`issued report ${id} does not have its hash`);
  return row;
}

export async function issuedReport(portal: Portal, id: number): Promise<IssuedView> {
  const row = await foundIssue(portal, id);
  const others = await listIssues(portal.db, shownIssues, row.formId);
  return {
    ...shownOf(row.report),
    issue: itemOf(row),
    others: others.filter((other) => other.id !== id).map(itemOf),
  };
}

/** The cases behind a figure that was issued: never one that is restricted or locked (cases/visibility.ts). */
export async function issuedCases(portal: Portal, viewer: Viewer, id: number, behind: string) {
  const { report } = await foundIssue(portal, id);
  const cases = behindOf(report, behind);
  const nameable = await listNameable(
    portal.db,
    viewer,
    cases.map(({ number }) => number),
  );
  return { cases: cases.filter(({ number }) => nameable.has(number)) };
}

/** The older one first. */
export async function compareIssues(portal: Portal, id: number, other: number) {
  const [one, two] = [await foundIssue(portal, id), await foundIssue(portal, other)];
  if (one.formId !== two.formId)
    throw new Problem('invalid', undefined, [
      { pointer: '/with', detail: 'Chỉ so được hai báo cáo cùng một biểu.' },
    ]);
  const [before, after] = one.id < two.id ? [one, two] : [two, one];
  return {
    before: itemOf(before),
    after: itemOf(after),
    differences: compareReports(before.report.document, after.report.document),
  };
}

// What writes a file is loaded when the first one is asked for: the libraries behind it weigh more than the portal.
const makers: Record<
  string,
  { type: string; make: (report: ReportDocument) => Promise<Uint8Array | string> }
> = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: async (report) => (await import('./tools/office/docx.ts')).reportDocx(report),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: async (report) => (await import('./tools/office/workbook.ts')).reportWorkbook(report),
  },
  pdf: {
    type: 'application/pdf',
    make: async (report) => (await import('./tools/office/pdf.ts')).reportPdf(report),
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    make: async (report) => (await import('./tools/office/csv.ts')).reportCsv(report),
  },
};

/** A report of a demonstration says so above its title, and in the name of its file. */
const marked = ({ env }: Portal, report: ReportDocument): ReportDocument =>
  env.DEMO ? { ...report, caution: [demoMark, report.caution].filter(Boolean).join('. ') } : report;
const fileMark = ({ env }: Portal) => (env.DEMO ? demoFile : '');

function split(file: string) {
  const [, name, extension] = /^(.+)\.(docx|xlsx|pdf|csv)$/.exec(file) ?? [];
  const maker = makers[extension ?? ''];
  if (name === undefined || !maker)
    throw new Problem('not-found', 'Tệp báo cáo có đuôi .docx, .xlsx, .pdf hoặc .csv.');
  return { name, extension, maker };
}

/** A document under the name of a file, `so-van-ban-di.xlsx`: the extension says as what. */
export async function fileOf(portal: Portal, document: ReportDocument, file: string) {
  const { name, extension, maker } = split(file);
  return {
    bytes: await maker.make(marked(portal, document)),
    type: maker.type,
    name: `${fileMark(portal)}${name}.${extension}`,
  };
}

/** `12.docx`: a file of an issued report, made from what was frozen. */
export async function issuedFile(portal: Portal, file: string) {
  const { name, extension, maker } = split(file);
  const id = /^\d{1,15}$/.test(name) ? Number(name) : 0;
  const { report } = await foundIssue(portal, id);
  return {
    bytes: await maker.make(marked(portal, report.document)),
    type: maker.type,
    name: `${fileMark(portal)}${report.form.id}-${report.from}-${report.to}-${id}.${extension}`,
  };
}

/** `ii-05a.docx`: the same of a report that is not issued; its foot says so. */
export async function draftFile(
  portal: Portal,
  viewer: Viewer,
  file: string,
  asked: Omit<AskReport, 'form'>,
) {
  const { name, extension, maker } = split(file);
  const nameOf = ({ from, to }: ReportPeriod) =>
    `${fileMark(portal)}xem-truoc-${name}-${from}-${to}.${extension}`;
  const form = formOf(portal, viewer, name);
  // However long the register is: it goes out while it is read.
  if (form.kind === 'register' && (extension === 'csv' || extension === 'xlsx')) {
    const period = ReportPeriod.parse({ from: asked.from, to: asked.to });
    if (extension === 'csv')
      return {
        bytes: await registerCsv(portal, viewer, form, period),
        type: maker.type,
        name: nameOf(period),
      };
    if (await isLongRegister(portal, viewer, period)) {
      const paper = marked(
        portal,
        draftPaper(portal, viewer, form, { period: periodWords(period), blocks: [] }),
      );
      const bytes = await registerWorkbook(portal, viewer, { form, period, paper });
      return { bytes, type: maker.type, name: nameOf(period) };
    }
  }
  const { report } = await makeReport(portal, viewer, { ...asked, form: name });
  return {
    bytes: await maker.make(marked(portal, report.document)),
    type: maker.type,
    name: nameOf(report),
  };
}
