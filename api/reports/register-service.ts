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
import type { RegisterForm } from './form-schema.ts';
import { listRegister, type RegisterRow } from './register-repository.ts';
import { handlingsOf } from './facts-service.ts';
import { answersOf, stateOn } from './register-standing.ts';
import { registerTable, type RegisterLine } from './register-table.ts';

/** As many as are shown, printed or put into one workbook. */
const most = 5_000;

export async function registerLines(
  portal: Portal,
  viewer: Viewer,
  period: ReportPeriod,
): Promise<RegisterLine[]> {
  const rows = await listRegister(portal.db, viewer, period, { limit: most + 1 });
  if (rows.length > most)
    throw new Problem('invalid', undefined, [
      {
        pointer: '/to',
        detail: `Kỳ này có hơn 5.000 hồ sơ: tải tệp CSV, có đủ mọi hồ sơ, hoặc chọn kỳ ngắn hơn để xem, in.`,
      },
    ]);
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
  for (let after: RegisterRow | undefined; ;) {
    const rows: RegisterRow[] = await listRegister(portal.db, viewer, period, { limit: atOnce, after });
    await noteReads(portal.db, viewer, rows.filter(isShown), portal.now());
    yield await linesOf(portal, viewer, period, rows);
    after = rows.at(-1);
    if (rows.length < atOnce) return;
  }
}

/** The same as a CSV file while it is read: whoever takes it slowly holds nothing in the meantime. */
export async function registerFile(
  portal: Portal,
  viewer: Viewer,
  form: RegisterForm,
  period: ReportPeriod,
): Promise<ReadableStream<Uint8Array>> {
  const { tablePart } = await import('./tools/office/csv.ts');
  const parts = registerInParts(portal, viewer, period);
  const encoder = new TextEncoder();
  let before = 0;
  let isFirst = true;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value: lines } = await parts.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(tablePart(registerTable(form, lines, before), isFirst)));
      before += lines.length;
      isFirst = false;
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

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
