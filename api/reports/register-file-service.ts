// The register of a period as a file that goes out while it is read: whoever takes it slowly holds nothing in the meantime.
import { localDate } from '../dates/dates.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { columnNames, type ReportDocument } from './document.ts';
import type { RegisterForm } from './form-schema.ts';
import type { ReportPeriod } from './period.ts';
import { lastDayOf, registerInParts } from './register-service.ts';
import { addTo, noTally, tallyWords } from './register-standing.ts';
import { registerTable } from './register-table.ts';

/** As CSV. */
export async function registerCsv(
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

/** As XLSX; `paper` says what stands above and below its lines. */
export async function registerWorkbook(
  portal: Portal,
  viewer: Viewer,
  { form, period, paper }: { form: RegisterForm; period: ReportPeriod; paper: ReportDocument },
): Promise<ReadableStream<Uint8Array>> {
  const { longWorkbook } = await import('./tools/office/long-workbook.ts');
  const table = registerTable(form, []);
  async function* rows() {
    const [then, now] = [noTally(), noTally()];
    let before = 0;
    for await (const lines of registerInParts(portal, viewer, period)) {
      for (const row of registerTable(form, lines, before).rows) yield row.map(({ value }) => value);
      before += lines.length;
      addTo(
        then,
        lines.map((line) => line.then),
      );
      addTo(
        now,
        lines.map((line) => line.now),
      );
    }
    const [last, today] = [lastDayOf(period, portal.now()), localDate(portal.now())];
    yield [];
    for (const { text } of form.notes) yield [`Ghi chú: ${text}`];
    if (before > 0) yield [tallyWords(then, last)];
    if (before > 0 && today !== last) yield [tallyWords(now, today)];
    yield [paper.foot];
  }
  return longWorkbook({
    name: table.name,
    titles: [
      paper.letterhead.department,
      [paper.kind, paper.subject].filter(Boolean).join(' '),
      paper.period,
      paper.caution,
    ],
    head: columnNames(table),
    widths: table.widths,
    rows: rows(),
  });
}
