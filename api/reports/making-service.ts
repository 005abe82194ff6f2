// A report put together from the register, the dossier figures or a round of surveys, not yet issued.
import { clockOf, localDate, vietnameseDate } from '../dates/dates.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { listDossiers } from '../dossiers/repository.ts';
import { fingerprint } from '../publishing/tools/fingerprint.ts';
import { actingName } from '../staff/mandates.ts';
import { may } from '../staff/rights.ts';
import type { Viewer } from '../staff/roles.ts';
import type { Tally } from '../surveys/results-schema.ts';
import { surveyTally } from '../surveys/results-service.ts';
import { unitName } from '../units/schema.ts';
import { sourceLabels, trackLabels } from '../cases/labels.ts';
import { assessmentBlocks } from './assessment.ts';
import type { ReportCase } from './case-facts.ts';
import { behindKey, countTable } from './count-table.ts';
import { casesBehind, countCases, type Counted } from './counting.ts';
import type { ReportBlock, ReportDocument } from './document.ts';
import { countDossiers } from './dossier-counting.ts';
import { casesOfPeriod } from './facts-service.ts';
import { joinedNotes } from './joined.ts';
import type { CasesForm, DossiersForm, ReportForm } from './form-schema.ts';
import type { FrozenReport, ListedCase } from './frozen.ts';
import { paperOf } from './paper.ts';
import { periodWords, wholeMonths, type ReportPeriod } from './period.ts';
import { lastDayOf, registerLines } from './register-service.ts';
import { addTo, noTally, tallyWords } from './register-standing.ts';
import { registerTable, type RegisterLine } from './register-table.ts';
import { satisfactionBlocks } from './satisfaction.ts';
import type { AskReport } from './schema.ts';

type Made = Pick<FrozenReport, 'identities' | 'offending' | 'cases' | 'lists'> & {
  blocks: ReportBlock[];
  isLandscape: boolean;
  period: string;
};
const bare = { identities: [], offending: [], cases: [], lists: {} };

export type Draft = {
  report: FrozenReport;
  seen: string;
  /** Why it cannot be issued now. */
  hindrance: string | null;
};

export function formOf({ content }: Pick<Portal, 'content'>, viewer: Viewer, id: string): ReportForm {
  const form = content.reports.get(id);
  if (!form) throw new Problem('not-found', 'Không có biểu báo cáo này. Xem danh sách tại /can-bo/bao-cao.');
  if (!may(viewer, 'see-reports') && form.kind !== 'register')
    throw new Problem('forbidden', 'Báo cáo dành cho Chánh Văn phòng và lãnh đạo.');
  return form;
}

/**
 * The report as this viewer may look at it before it is issued, or as it is issued (`official`: every case is counted,
 * whoever issues it), with the hash of its figures. Throws `invalid` for a period it cannot have.
 */
export async function makeReport(
  portal: Portal,
  viewer: Viewer,
  asked: AskReport,
  official = false,
): Promise<Draft> {
  const form = formOf(portal, viewer, asked.form);
  const today = localDate(portal.now());
  const tally = asked.round === undefined ? null : await surveyTally(portal, asked.round);
  const period =
    form.kind === 'satisfaction'
      ? { from: needed(tally).round.opensOn, to: needed(tally).round.closesOn }
      : { from: asked.from, to: asked.to };
  const made = await makeOf(portal, { viewer, official }, form, period, tally);
  const { blocks, isLandscape, period: words, ...figures } = made;
  const seen = fingerprint({ form, period, round: asked.round ?? null, blocks, ...figures });
  const document = draftPaper(portal, viewer, form, { period: words, blocks, isLandscape });
  const report = { form, ...period, round: asked.round ?? null, document, ...figures };
  return { report, seen, hindrance: hindranceOf(form, period, today, tally) };
}

/** What stands above and below the blocks of a report that is not issued: its foot says so. */
export function draftPaper(
  { content, now }: Pick<Portal, 'content' | 'now'>,
  viewer: Viewer,
  form: ReportForm,
  { isLandscape = true, ...what }: { period: string; blocks: ReportBlock[]; isLandscape?: boolean },
): ReportDocument {
  const at = now();
  const on = localDate(at);
  const foot = `Bản xem trước, chưa ban hành. ${actingName(viewer)} lập lúc ${clockOf(at)} ngày ${vietnameseDate(on)}.`;
  return paperOf({ form, department: content.department, on, isLandscape, foot, ...what });
}

function hindranceOf(
  form: ReportForm,
  { to }: ReportPeriod,
  today: string,
  tally: Tally | null,
): string | null {
  if (form.kind === 'register')
    return 'Sổ tiếp nhận có thông tin cá nhân nên chỉ tải về, không ban hành và không lưu lại trên cổng.';
  if (form.kind === 'satisfaction' && tally?.round.closedOn === null)
    return 'Đợt khảo sát chưa chốt. Chốt đợt rồi mới ban hành báo cáo.';
  if (form.kind !== 'satisfaction' && to >= today)
    return `Kỳ báo cáo chưa hết. Ban hành được từ sau ngày ${vietnameseDate(to)}.`;
  return null;
}

function needed(tally: Tally | null): Tally {
  if (tally) return tally;
  throw new Problem('invalid', undefined, [
    { pointer: '/round', detail: 'Hãy chọn đợt khảo sát của báo cáo này.' },
  ]);
}

async function makeOf(
  portal: Portal,
  { viewer, official }: { viewer: Viewer; official: boolean },
  form: ReportForm,
  period: ReportPeriod,
  tally: Tally | null,
): Promise<Made> {
  const words = periodWords(period);
  const seenBy = official ? null : viewer;
  if (form.kind === 'cases')
    return { ...countReport(portal, form, await casesOfPeriod(portal, period, seenBy)), period: words };
  if (form.kind === 'dossiers') return { ...(await dossierReport(portal, form, period)), period: words };
  if (form.kind === 'register') {
    const lines = await registerLines(portal, viewer, period);
    const table = registerTable(form, lines);
    return {
      ...bare,
      blocks: [
        table,
        ...notesOf([...form.notes.map(({ text }) => text), ...registerNotes(lines, period, portal.now())]),
      ],
      isLandscape: true,
      period: words,
    };
  }
  if (form.kind === 'satisfaction')
    return {
      ...bare,
      blocks: satisfactionBlocks(form, needed(tally)),
      isLandscape: false,
      period: `${needed(tally).round.title}: ${words.toLocaleLowerCase('vi')}`,
    };
  const cases = await casesOfPeriod(portal, period, seenBy);
  return { ...bare, blocks: assessmentBlocks(form, tally, cases), isLandscape: false, period: words };
}

const notesOf = (notes: readonly string[]): ReportBlock[] =>
  notes.map((text) => ({ kind: 'text', text: `Ghi chú: ${text}`, isNote: true }));
/** How the cases of a register stood on the last day of its period, and how they stand today. */
function registerNotes(lines: readonly RegisterLine[], period: ReportPeriod, now: Date): string[] {
  const days = { then: lastDayOf(period, now), now: localDate(now) };
  return (['then', 'now'] as const).flatMap((when) => {
    if (lines.length === 0 || (when === 'now' && days.then === days.now)) return [];
    const tally = noTally();
    addTo(
      tally,
      lines.map((line) => line[when]),
    );
    return [tallyWords(tally, days[when])];
  });
}

const checked = ({ identities }: Counted) =>
  identities.map(({ text, leftValue, rightValue, holds }) => ({ text, leftValue, rightValue, holds }));

function countReport({ content }: Portal, form: CasesForm, cases: ReportCase[]): Omit<Made, 'period'> {
  const labels = { track: trackLabels, channel: sourceLabels } as Record<string, Record<string, string>>;
  const labelOf = (key: string) =>
    form.rows === 'unit' ? unitName(content.units, key) : (labels[form.rows]?.[key] ?? key);
  const counted = countCases(form, cases, labelOf);
  const lists: Record<string, string[]> = {};
  for (const row of [...counted.rows.map(({ key }) => key), null])
    for (const { number } of form.columns) {
      const numbers = casesBehind(form, cases, number, row).map((one) => one.number);
      if (numbers.length > 0) lists[behindKey(row ?? '*', number)] = numbers;
    }
  const isListed = new Set(Object.values(lists).flat());
  return {
    blocks: [
      countTable(counted, { name: worksheetName(form), rowHead: form.rowHead, hasLists: true }),
      ...notesOf([
        ...counted.notes,
        ...joinedNotes(
          content.procedures,
          form,
          cases.filter(({ number }) => isListed.has(number)),
        ),
      ]),
    ],
    isLandscape: true,
    identities: checked(counted),
    offending: counted.offending,
    cases: cases.filter(({ number }) => isListed.has(number)).map(listed),
    lists,
  };
}

const listed = ({
  number,
  receivedOn,
  arrival,
  track,
  state,
  endedOn,
  dueOn,
  field,
}: ReportCase): ListedCase => ({
  number,
  receivedOn,
  arrival,
  track,
  state,
  endedOn,
  dueOn,
  field,
});

const worksheetName = ({ form, id }: ReportForm) => (form ?? id).replaceAll(/[:\\/?*[\]]/g, ' ').slice(0, 31);

async function dossierReport(
  portal: Portal,
  form: DossiersForm,
  period: ReportPeriod,
): Promise<Omit<Made, 'period'>> {
  const months = wholeMonths(period);
  if (!months)
    throw new Problem('invalid', undefined, [
      {
        pointer: '/from',
        detail: 'Số liệu hồ sơ nhập theo tháng: chọn từ ngày đầu tháng đến ngày cuối tháng.',
      },
    ]);
  const counted = countDossiers(form, await listDossiers(portal.db, months.from, months.to), months);
  return {
    ...bare,
    blocks: [
      countTable(counted, { name: worksheetName(form), rowHead: form.rowHead, hasLists: false }),
      ...notesOf(counted.notes),
    ],
    isLandscape: true,
    identities: checked(counted),
    offending: counted.offending,
  };
}
