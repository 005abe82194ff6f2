// The register of a period for one viewer: who sent what only where they may see it, and every read recorded.
import { maySeeSender } from '../cases/visibility.ts';
import { isStanding } from '../cases/intake/signal.ts';
import { noteReads } from '../cases/reading/reads-service.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { noteListView } from '../staff/list-view-service.ts';
import type { Viewer } from '../staff/roles.ts';
import { unitName } from '../units/schema.ts';
import type { ReportPeriod } from './period.ts';
import { listRegister, type RegisterRow } from './register-repository.ts';
import type { RegisterLine } from './register-table.ts';

const most = 5_000;

export async function registerLines(
  portal: Portal,
  viewer: Viewer,
  period: ReportPeriod,
): Promise<RegisterLine[]> {
  const rows = await listRegister(portal.db, viewer, period, most + 1);
  if (rows.length > most)
    throw new Problem('invalid', undefined, [
      { pointer: '/to', detail: `Kỳ này có hơn ${most} hồ sơ. Hãy chọn kỳ ngắn hơn.` },
    ]);
  await noteReads(portal.db, viewer, rows.filter(isShown), portal.now());
  const filter = { view: 'register', from: period.from, to: period.to };
  await noteListView(portal, viewer, { kind: 'export', filter, rows: rows.length });
  return rows.map((row) => lineOf(portal, viewer, row));
}

/** Khiếu nại and tố cáo, and what looks like one, leave the portal in no list but with number and day, whoever asks. */
const isShown = ({ locked, signal }: RegisterRow) => !locked && !isStanding(signal);

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
      answeredAt: null,
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
    answeredAt: row.answeredAt,
    letterNumber: row.letterNumber,
    outcome: row.outcome,
    outside: isOutside ? row.outsideAgency : null,
    publishedAt: row.publishedAt,
    note: row.mergedInto ? `Gộp vào ${row.mergedInto}` : row.restricted ? 'Hạn chế xem' : null,
  };
}
