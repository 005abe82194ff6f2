// The register of a period for one viewer: who sent what only where they may see it, and every read recorded.
import { localDate } from '../dates/dates.ts';
import { maySeeSender } from '../cases/visibility.ts';
import { isStanding } from '../cases/intake/signal.ts';
import { noteReads } from '../cases/reading/reads-service.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { noteListView } from '../staff/list-view-service.ts';
import type { Viewer } from '../staff/roles.ts';
import { unitName } from '../units/schema.ts';
import type { ReportPeriod } from './period.ts';
import { holdsMore, listRegister, type RegisterRow } from './register-repository.ts';
import { handlingsOf } from './facts-service.ts';
import { answersOf, stateOn } from './register-standing.ts';
import type { RegisterLine } from './register-table.ts';

/** As many as are shown, printed or put into one workbook. */
const most = 5_000;

export async function registerLines(
  portal: Portal,
  viewer: Viewer,
  period: ReportPeriod,
): Promise<RegisterLine[]> {
  if (await isLongRegister(portal, viewer, period))
    throw new Problem('invalid', undefined, [
      {
        pointer: '/to',
        detail:
          'Kỳ này có hơn 5.000 hồ sơ: tải bảng tính (XLSX) hoặc CSV, có đủ mọi hồ sơ; để xem, in hoặc tải văn bản (DOCX, PDF), chọn từng tháng.',
      },
    ]);
  const rows = await listRegister(portal.db, viewer, period, { limit: most });
  await noteReads(portal.db, viewer, rows.filter(isShown), portal.now());
  const filter = { view: 'register', from: period.from, to: period.to };
  await noteListView(portal, viewer, { kind: 'export', filter, rows: rows.length });
  return await linesOf(portal, viewer, period, rows);
}

const atOnce = 500;

/** All of the register of a period, some lines at a time: however many there are, no more than those are held. */
export async function* registerInParts(
  portal: Portal,
  viewer: Viewer,
  period: ReportPeriod,
): AsyncGenerator<RegisterLine[]> {
  let read = 0;
  try {
    for (let after: RegisterRow | undefined; ;) {
      const rows: RegisterRow[] = await listRegister(portal.db, viewer, period, { limit: atOnce, after });
      await noteReads(portal.db, viewer, rows.filter(isShown), portal.now());
      read += rows.length;
      yield await linesOf(portal, viewer, period, rows);
      after = rows.at(-1);
      if (rows.length < atOnce) return;
    }
  } finally {
    // Also of who stops taking: so many were read.
    const filter = { view: 'register', from: period.from, to: period.to };
    await noteListView(portal, viewer, { kind: 'export', filter, rows: read });
  }
}

/** Whether a period holds more cases in a viewer's sight than one document does. */
export const isLongRegister = (portal: Portal, viewer: Viewer, period: ReportPeriod): Promise<boolean> =>
  holdsMore(portal.db, viewer, period, most);

/** Khiếu nại and tố cáo, and what looks like one, leave the portal in no list but with number and day, whoever asks. */
const isShown = ({ locked, signal }: RegisterRow) => !locked && !isStanding(signal);

async function linesOf(
  portal: Portal,
  viewer: Viewer,
  period: ReportPeriod,
  rows: readonly RegisterRow[],
): Promise<RegisterLine[]> {
  const handlings = await handlingsOf(
    portal,
    rows.map(({ id }) => id),
  );
  const day = { then: lastDayOf(period, portal.now()), now: localDate(portal.now()) };
  return rows.map((row) => {
    const spells = handlings.get(row.id) ?? [];
    const then = stateOn(spells, period, day.then);
    const now = stateOn(spells, period, day.now);
    return { ...lineOf(portal, viewer, row), ...(isShown(row) && { answers: answersOf(spells), then, now }) };
  });
}

/** The last day of a period that has come. */
export const lastDayOf = ({ to }: ReportPeriod, now: Date): string =>
  to < localDate(now) ? to : localDate(now);

function lineOf({ content }: Portal, viewer: Viewer, row: RegisterRow): RegisterLine {
  const { number, receivedAt, status, unit, procedureSlug } = row;
  if (!isShown(row))
    return {
      number,
      receivedAt,
      source: null,
      status: null,
      endedBy: null,
      track: null,
      sender: null,
      summary: null,
      procedure: null,
      unit: null,
      dueOn: null,
      answers: [],
      then: null,
      now: null,
      outsideResultOn: null,
      letterNumber: null,
      outcome: null,
      outside: null,
      publishedAt: null,
      note: row.summary,
    };
  const sender = [row.senderName, row.senderAddress, row.senderPhone].filter(Boolean).join(', ');
  const isOutside = status === 'transferred' || row.outsideNumber !== null;
  return {
    number,
    receivedAt,
    source: row.source,
    status,
    endedBy: row.endedBy,
    track: row.track,
    sender: maySeeSender(viewer, row) ? sender || 'Đã xóa dữ liệu cá nhân' : null,
    summary: row.summary,
    procedure: procedureSlug && (content.procedures.get(procedureSlug)?.name ?? procedureSlug),
    unit: unit && unitName(content.units, unit),
    dueOn: row.dueOn,
    answers: [],
    then: null,
    now: null,
    outsideResultOn: row.outsideNumber !== null && row.answeredAt ? localDate(row.answeredAt) : null,
    letterNumber: row.letterNumber,
    outcome: row.outcome,
    outside: isOutside ? row.outsideAgency : null,
    publishedAt: row.publishedAt,
    note: row.mergedInto ? `Gộp vào ${row.mergedInto}` : row.restricted ? 'Hạn chế xem' : null,
  };
}
