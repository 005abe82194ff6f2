// Checking the register: numbers without a gap, and every case against its events.
import type { Transaction } from '../db/open.ts';
import { listSealedRows } from '../cases/seals/sealed-repository.ts';
import { caseFindings } from './case-findings.ts';
import { isBeforeSeals, sealFindings } from './seal-findings.ts';
import {
  findLostEvent,
  listCases,
  listContents,
  listCounters,
  listEvents,
  listSalts,
  listTexts,
} from './verify-repository.ts';

const casesAtOnce = 500;

/**
 * Sentences, in the order of the case numbers; `told` hears after each page how many cases were checked. Returns how many
 * of them are from before steps sealed what they wrote, and the first column that is not as its step left it: a missing
 * step or leaf, which may be the cause of that, is told before.
 */
export async function* registerFindings(
  trx: Transaction,
  told: (cases: number) => void,
): AsyncGenerator<string, { beforeSeals: number; changed: string | undefined }> {
  let beforeSeals = 0;
  let changed: string | undefined;
  const lastOf = new Map<string, number>();
  let after = { register: '', year: 0, serial: 0 };
  for (let checked = 0; ;) {
    const rows = await listCases(trx, after, casesAtOnce);
    const last = rows.at(-1);
    if (!last) break;
    const ids = rows.map(({ id }) => id);
    const events = Map.groupBy(await listEvents(trx, ids), ({ caseId }) => caseId);
    const texts = Map.groupBy(await listTexts(trx, ids), ({ caseId }) => caseId);
    const salts = Map.groupBy(await listSalts(trx, ids), ({ caseId }) => caseId);
    const sealed = Map.groupBy(await listSealedRows(trx, ids), ({ caseId }) => caseId);
    const contents = new Map((await listContents(trx, ids)).map((content) => [content.caseId, content]));
    for (const row of rows) {
      const register = `${row.register}-${row.year}`;
      const expected = (lastOf.get(register) ?? 0) + 1;
      if (row.serial !== expected) yield `Sổ ${register}: thiếu hồ sơ số ${expected}.`;
      lastOf.set(register, row.serial);
      yield* caseFindings({
        row,
        events: events.get(row.id) ?? [],
        texts: texts.get(row.id) ?? [],
        content: contents.get(row.id),
      });
      const whole = {
        row,
        events: events.get(row.id) ?? [],
        salts: new Map((salts.get(row.id) ?? []).map(({ seq, salt }) => [seq, salt])),
        texts: texts.get(row.id) ?? [],
        rows: sealed.get(row.id) ?? [],
      };
      const content = contents.get(row.id);
      if (content) whole.salts.set(1, content.salt);
      changed ??= sealFindings(whole).next().value ?? undefined;
      if (isBeforeSeals(whole.events)) beforeSeals += 1;
    }
    after = last;
    told((checked += rows.length));
  }
  for (const { register, year, last } of await listCounters(trx)) {
    const found = lastOf.get(`${register}-${year}`) ?? 0;
    if (found !== last) yield `Sổ ${register}-${year}: bộ đếm ở số ${last}, hồ sơ cuối là số ${found}.`;
  }
  const lost = await findLostEvent(trx);
  if (lost)
    yield `Hồ sơ ${lost.number ?? `(không còn, ${lost.caseId})`}, bước ${lost.seq} (${lost.step}): không có chỗ duy nhất trong nhật ký xử lý.`;
  return { beforeSeals, changed };
}
