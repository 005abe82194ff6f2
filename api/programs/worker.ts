// Background work: who does which job. Runs inside the portal's process, or alone: node api/programs/worker.ts.
import { tidyAllowances } from '../allowances/service.ts';
import { encryptColumns } from '../at-rest/encrypt-service.ts';
import { purgeUploads } from '../attachments/purge-service.ts';
import { scanWaiting } from '../attachments/scan-service.ts';
import { continueBatch, tidyBatches } from '../batches/run-service.ts';
import { purgeOwnDrafts } from '../cases/drafts/draft-service.ts';
import { foldDeskCounts } from '../desk/count-service.ts';
import { takeAllWords } from '../desk/words-service.ts';
import { clearTraces } from '../cases/privacy/erase-service.ts';
import { forgetPresence } from '../cases/presence/presence-service.ts';
import { expireSupplements } from '../cases/steps/expiry-service.ts';
import { applyRetention } from '../cases/privacy/retention-service.ts';
import { purgeDrafts } from '../drafts/service.ts';
import { findEmbedded } from '../db/embedded/attach.ts';
import { runAddress } from '../db/embedded/run-role.ts';
import { readEnvironment, type Environment } from '../portal/env.ts';
import { watchLoop } from '../http/loop-watch.ts';
import { followLedger } from '../figures/follow-service.ts';
import type { Ticker } from '../jobs/tools/ticker.ts';
import { keepWorker } from '../jobs/keep-service.ts';
import { heartbeat } from '../jobs/standing-service.ts';
import { startWorker, type JobHandler, type Worker } from '../jobs/worker-service.ts';
import { sequenceLedger } from '../ledger/sequence-service.ts';
import { sendAskedLetter, tidyAskedLetters } from '../notices/asked-letter-service.ts';
import { sendNotice } from '../notices/notice-service.ts';
import { sendStaffLetter } from '../notices/staff-letter-service.ts';
import { sendReminder, sendReminders } from '../officer-mail/digest-service.ts';
import { escalate } from '../officer-mail/escalation-service.ts';
import { makeOfficerLetters, sendOfficerLetter } from '../officer-mail/letter-service.ts';
import { forgetOldComments } from '../page-ratings/service.ts';
import type { Portal } from '../portal/portal.ts';
import { sendRequestLetter } from '../requests/letter-service.ts';
import { forgetOldRequests } from '../requests/staff-service.ts';
import { closeEndedRounds } from '../surveys/closing-service.ts';
import { mixAnswers } from '../surveys/mixing-service.ts';
import { sendSurveyReminder, sendSurveyReminders } from '../surveys/reminder-service.ts';
import { purgeSecurityLog } from '../staff/security-service.ts';
import { tidyAttempts } from '../staff/throttle-service.ts';
import { openPortal } from '../start/open-portal.ts';
import { stopOnSignal } from '../start/stop.ts';
import {
  planDecisionLetters,
  sendConfirmation,
  sendDecisionLetter,
} from '../subscriptions/letter-service.ts';
import { tidySubscriptions } from '../subscriptions/service.ts';

/** One line per kind of work; its name, data and times stand in api/jobs/catalogue.ts. */
export const handlers: readonly JobHandler[] = [
  { name: 'notice', handle: sendNotice },
  { name: 'batch', handle: continueBatch },
  { name: 'reminders', handle: sendReminders },
  { name: 'reminder', handle: sendReminder },
  { name: 'escalations', handle: escalate },
  { name: 'officer-letters', handle: makeOfficerLetters },
  { name: 'officer-letter', handle: sendOfficerLetter },
  { name: 'staff-letter', handle: sendStaffLetter },
  { name: 'subscription-letter', handle: sendConfirmation },
  { name: 'decision-letters', handle: planDecisionLetters },
  { name: 'decision-letter', handle: sendDecisionLetter },
  { name: 'tidy-subscriptions', handle: tidySubscriptions },
  { name: 'expire-supplements', handle: expireSupplements },
  { name: 'clear-traces', handle: clearTraces },
  { name: 'retention', handle: applyRetention },
  { name: 'encrypt-columns', handle: encryptColumns },
  { name: 'page-ratings', handle: forgetOldComments },
  { name: 'asked-letter', handle: sendAskedLetter },
  { name: 'tidy-asked-letters', handle: tidyAskedLetters },
  { name: 'request-letter', handle: sendRequestLetter },
  { name: 'requests-retention', handle: forgetOldRequests },
  { name: 'purge-uploads', handle: purgeUploads },
  {
    name: 'purge-drafts',
    handle: async (portal) => {
      await purgeDrafts(portal);
      await purgeOwnDrafts(portal);
      await forgetPresence(portal);
      await tidyBatches(portal);
    },
  },
  { name: 'desk-counts', handle: foldDeskCounts },
  { name: 'desk-words', handle: takeAllWords },
  { name: 'scan-attachments', handle: scanWaiting },
  { name: 'survey-mix', handle: mixAnswers },
  { name: 'survey-close', handle: closeEndedRounds },
  { name: 'survey-reminders', handle: sendSurveyReminders },
  { name: 'survey-reminder', handle: sendSurveyReminder },
  { name: 'purge-security-log', handle: purgeSecurityLog },
];

/** What is done every second or so, in every worker process. */
export const tickers: readonly Ticker[] = [
  heartbeat,
  { name: 'sequence-ledger', everyMs: 1_000, tick: sequenceLedger },
  { name: 'follow-ledger', everyMs: 2_000, tick: followLedger },
  { name: 'tidy-attempts', everyMs: 600_000, tick: tidyAttempts },
  { name: 'tidy-allowances', everyMs: 60_000, tick: tidyAllowances },
];

export const keepPortalWorker = (portal: Portal): Worker =>
  keepWorker(() => startWorker(portal, handlers, tickers));

// Beside a running portal: its embedded database, by the same two roles.
const beside = (env: Environment, owner: string): Environment => ({
  ...env,
  DATABASE_URL: runAddress(env.DATA_DIR, owner),
  MIGRATION_DATABASE_URL: owner,
});

const say = (sentence: string) => console.log(sentence);

async function startAlone(): Promise<{ stop(): Promise<void> }> {
  const env = readEnvironment();
  const embedded = env.DATABASE_URL ? undefined : await findEmbedded(env.DATA_DIR);
  if (!env.DATABASE_URL && !embedded)
    throw new Error(
      'Không có cơ sở dữ liệu nào đang chạy. Đặt DATABASE_URL, hoặc chạy cổng trước: WORKER=none npm start. (No database is running.)',
    );
  const { portal, close } = await openPortal(embedded ? beside(env, embedded) : env, say);
  const stopWatching = watchLoop();
  const worker = keepPortalWorker(portal);
  say('Việc nền đang chạy (the worker is running). Dừng: Ctrl-C (stop)');
  return {
    async stop() {
      portal.stopping.abort();
      stopWatching();
      await worker.stop();
      await close();
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  const running = startAlone();
  stopOnSignal(async () => (await running).stop(), say);
  running.catch((error: unknown) => {
    console.error(error instanceof Error ? `\n${error.message}\n` : error);
    process.exit(1);
  });
}
