// Looking for signs of a tố cáo or khiếu nại in what a case says: at intake, with every later word, and once for old ones.
import type { Db, Transaction } from '../../db/open.ts';
import { log } from '../../http/log.ts';
import type { Portal } from '../../portal/portal.ts';
import { findSignals, weightiest } from '../../signals/detect.ts';
import type { Signal } from './signal.ts';
import { listUnjudged, saidOf, setSignal } from './signal-repository.ts';

type Where = Pick<Portal, 'content'>;

/** What a text alone comes to, before it is written. */
export const signalIn = ({ content }: Where, ...texts: (string | null | undefined)[]): Signal =>
  weightiest(findSignals(content.signals, texts.filter(Boolean).join('\n')));

/** Looks through everything that the sender of a case has said so far, names of files too. */
export async function judgeCase(db: Db | Transaction, portal: Where, caseId: string): Promise<void> {
  const found = signalIn(portal, ...(await saidOf(db, caseId)));
  await setSignal(db, caseId, found);
}

/** Open cases from before anybody looked for signs; harmless to do twice, and beside another process. */
export async function judgeOldCases(portal: Pick<Portal, 'db' | 'content'>): Promise<void> {
  const atOnce = 200;
  for (;;) {
    const ids = await listUnjudged(portal.db, atOnce);
    for (const id of ids) await judgeCase(portal.db, portal, id);
    if (ids.length > 0) log.info({ cases: ids.length }, 'old cases looked through for signs');
    if (ids.length < atOnce) return;
  }
}
