// The whole API on one router: features mounted at their path, one answer for every error.
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { caseAttachmentRoutes } from '../cases/files/routes.ts';
import { uploadRoutes } from '../attachments/routes.ts';
import { officeFileRoutes } from '../cases/files/office-file-routes.ts';
import { staffAttachmentRoutes } from '../cases/files/staff-routes.ts';
import { batchRoutes } from '../batches/staff-routes.ts';
import { calendarRoutes } from '../calendar/routes.ts';
import { calendarStaffRoutes } from '../recount/staff-routes.ts';
import { promiseRoutes } from '../cases/dates/routes.ts';
import { answerRoutes } from '../cases/reading/answer-routes.ts';
import { inspectionRoutes } from '../cases/reading/inspection-routes.ts';
import { presenceRoutes } from '../cases/presence/presence-routes.ts';
import { readsRoutes } from '../cases/reading/reads-routes.ts';
import { ownMailRoutes } from '../cases/sender/routes.ts';
import { ownDraftRoutes } from '../cases/drafts/draft-routes.ts';
import { caseRoutes } from '../cases/intake/routes.ts';
import { staffCaseRoutes } from '../cases/staff-routes.ts';
import { contactRoutes } from '../contacts/routes.ts';
import { contactStaffRoutes } from '../contacts/staff-routes.ts';
import { deskStaffRoutes } from '../desk/staff-routes.ts';
import { deadlineStaffRoutes } from '../deadlines/staff-routes.ts';
import { documentRoutes } from '../documents/routes.ts';
import { draftRoutes } from '../drafts/routes.ts';
import { changeNoticeRoutes, decisionRoutes } from '../procedures/decisions/routes.ts';
import { goliveStaffRoutes } from '../golive/staff-routes.ts';
import { handoverRoutes } from '../handovers/staff-routes.ts';
import { healthRoutes } from '../health/routes.ts';
import { isDatabaseAway } from '../db/open.ts';
import { withOutcome } from '../db/outcome.ts';
import { dossierStaffRoutes } from '../dossiers/staff-routes.ts';
import { isScoreTold } from '../figures/score-service.ts';
import { figureRoutes } from '../figures/routes.ts';
import { awayProblem } from '../problems/away.ts';
import { bodyLimits } from '../doors/limits.ts';
import { log } from '../http/log.ts';
import { takeOff } from '../http/loop-watch.ts';
import { languageAsked } from '../languages/language.ts';
import { ledgerRoutes } from '../ledger/routes.ts';
import { bodyIn } from '../problems/english/body.ts';
import { Problem, problemBody, problems } from '../problems/problem.ts';
import { router } from '../http/router.ts';
import { errorClass } from '../text/error-class.ts';
import { jobStaffRoutes } from '../jobs/staff-routes.ts';
import { obligationRoutes } from '../obligations/routes.ts';
import { outgoingRoutes } from '../letters/outgoing-routes.ts';
import { templateRoutes } from '../letters/template-routes.ts';
import { letterStaffRoutes } from '../letters/staff-routes.ts';
import { obligationStaffRoutes } from '../obligations/staff-routes.ts';
import { isOpen311, refusedAsOpen311 } from '../open311/refused.ts';
import { officerMailRoutes } from '../officer-mail/routes.ts';
import { officerMailStaffRoutes } from '../officer-mail/staff-routes.ts';
import { open311Routes } from '../open311/routes.ts';
import { openDataRoutes } from '../open-data/routes.ts';
import type { Portal } from './portal.ts';
import { pageRatingRoutes } from '../page-ratings/routes.ts';
import { pageRatingStaffRoutes } from '../page-ratings/staff-routes.ts';
import { postingStaffRoutes } from '../posting/staff-routes.ts';
import { pictureRoutes } from '../pictures/routes.ts';
import { procedureRoutes } from '../procedures/routes.ts';
import { procedureStaffRoutes } from '../procedures/staff-routes.ts';
import { qaStaffRoutes } from '../qa/staff-routes.ts';
import { caseReceiptRoutes } from '../receipts/case-routes.ts';
import { receiptRoutes } from '../receipts/routes.ts';
import { requestRoutes } from '../requests/routes.ts';
import { requestStaffRoutes } from '../requests/staff-routes.ts';
import { retentionStaffRoutes } from '../retention/staff-routes.ts';
import { sheetRoutes } from '../sheets/routes.ts';
import { searchRoutes } from '../search/routes.ts';
import { searchStaffRoutes } from '../search/staff-routes.ts';
import { reportStaffRoutes } from '../reports/staff-routes.ts';
import { similarRoutes } from '../similar/routes.ts';
import { staffSimilarRoutes } from '../similar/staff-routes.ts';
import { sitemapRoutes } from '../sitemap/routes.ts';
import { subscriptionRoutes } from '../subscriptions/routes.ts';
import { accountRoutes } from '../staff/account-routes.ts';
import { askRoutes } from '../staff/ask-routes.ts';
import { authRoutes } from '../staff/auth-routes.ts';
import { overviewRoutes } from '../staff/overview-routes.ts';
import { ownSessionRoutes } from '../staff/own-session-routes.ts';
import { passkeyRoutes } from '../staff/passkey-routes.ts';
import { securityRoutes } from '../staff/security-routes.ts';
import { signOnRoutes } from '../staff/sign-on-routes.ts';
import { staffRoutes } from '../staff/routes.ts';
import { paperStaffRoutes } from '../surveys/paper-routes.ts';
import { surveyRoutes } from '../surveys/routes.ts';
import { surveyStaffRoutes } from '../surveys/staff-routes.ts';

export function createApp(portal: Portal) {
  const api = router().basePath('/api');
  api.use(async (c, next) => {
    c.set('requestId', crypto.randomUUID());
    // Before the answer is made: an answer that has its headers already would have to be made anew.
    c.header('x-request-id', c.get('requestId'));
    c.header('cache-control', 'no-store');
    c.set('outcome', { unknown: false, written: false });
    await withOutcome(c.get('outcome'), next);
  });
  api.use(async (c, next) => {
    const flight = takeOff(`${c.req.method} ${patternOf(c)}`);
    await next().finally(() => flight.land());
  });
  api.use(bodyLimits);

  const mounted = api
    .route('/', healthRoutes(portal))
    .route('/procedures', procedureRoutes(portal))
    .route('/decisions', decisionRoutes(portal))
    .route('/change-notices', changeNoticeRoutes(portal))
    .route('/pictures', pictureRoutes(portal))
    .route('/contacts', contactRoutes(portal))
    .route('/documents', documentRoutes(portal))
    .route('/publications', openDataRoutes(portal))
    .route('/sitemap', sitemapRoutes(portal))
    .route('/calendar', calendarRoutes(portal))
    .route('/sheets', sheetRoutes(portal))
    .route('/uploads', uploadRoutes(portal))
    .route('/drafts', draftRoutes(portal))
    .route('/cases', caseAttachmentRoutes(portal))
    .route('/cases', caseRoutes(portal))
    .route('/cases', ownMailRoutes(portal))
    .route('/cases', caseReceiptRoutes(portal))
    .route('/cases', promiseRoutes(portal))
    .route('/receipts', receiptRoutes(portal))
    .route('/answers', similarRoutes(portal))
    .route(
      '/answers',
      answerRoutes(portal, (caseId) => isScoreTold(portal, caseId)),
    )
    .route('/search', searchRoutes(portal))
    .route('/subscriptions', subscriptionRoutes(portal))
    .route('/ledger', ledgerRoutes(portal))
    .route('/surveys', surveyRoutes(portal))
    .route('/page-ratings', pageRatingRoutes(portal))
    .route('/requests', requestRoutes(portal))
    .route('/statistics', figureRoutes(portal))
    .route('/obligations', obligationRoutes(portal))
    .route('/open311', open311Routes(portal))
    .route('/auth', authRoutes(portal))
    .route('/auth/passkeys', passkeyRoutes(portal))
    .route('/auth/sign-on', signOnRoutes(portal))
    .route('/staff', staffRoutes(portal))
    .route('/staff/accounts', accountRoutes(portal))
    .route('/staff/asks', askRoutes(portal))
    .route('/staff/overview', overviewRoutes(portal))
    .route('/officer-mail', officerMailRoutes(portal))
    .route('/staff/mail', officerMailStaffRoutes(portal))
    .route('/staff/own-sessions', ownSessionRoutes(portal))
    .route('/staff/handovers', handoverRoutes(portal))
    .route('/staff/batches', batchRoutes(portal))
    .route('/staff/security-log', securityRoutes(portal))
    .route('/staff/drafts', ownDraftRoutes(portal))
    .route('/staff/contacts', contactStaffRoutes(portal))
    .route('/staff/golive', goliveStaffRoutes(portal))
    .route('/staff/deadlines', deadlineStaffRoutes(portal))
    .route('/staff/search', searchStaffRoutes(portal))
    .route('/staff/dossiers', dossierStaffRoutes(portal))
    .route('/staff/jobs', jobStaffRoutes(portal))
    .route('/staff/decisions', postingStaffRoutes(portal))
    .route('/staff/procedures', procedureStaffRoutes(portal))
    .route('/staff/obligations', obligationStaffRoutes(portal))
    .route('/staff/calendar', calendarStaffRoutes(portal))
    .route('/staff/answers', qaStaffRoutes(portal))
    .route('/staff/surveys', paperStaffRoutes(portal))
    .route('/staff/surveys', surveyStaffRoutes(portal))
    .route('/staff/page-ratings', pageRatingStaffRoutes(portal))
    .route('/staff/requests', requestStaffRoutes(portal))
    .route('/staff/retention', retentionStaffRoutes(portal))
    .route('/staff/reports', reportStaffRoutes(portal))
    .route('/staff/templates', templateRoutes(portal))
    .route('/staff/outgoing', outgoingRoutes(portal))
    .route('/staff/reads', inspectionRoutes(portal))
    .route('/staff/cases', deskStaffRoutes(portal))
    .route('/staff/cases', readsRoutes(portal))
    .route('/staff/cases', presenceRoutes(portal))
    .route('/staff/cases', staffAttachmentRoutes(portal))
    .route('/staff/cases', officeFileRoutes(portal))
    .route('/staff/cases', letterStaffRoutes(portal))
    .route('/staff/cases', staffSimilarRoutes(portal))
    .route('/staff/cases', staffCaseRoutes(portal));

  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: `API của ${portal.content.department.name}`,
      version: '1',
      description: 'Thủ tục hành chính, kênh tiếp nhận, phản ánh, kiến nghị và trả lời công khai.',
    },
  });
  api.all('*', () => {
    throw new Problem('not-found', 'Địa chỉ API này không có. Xem danh sách tại /du-lieu/api.');
  });
  api.onError((error, c) => {
    const requestId = c.get('requestId');
    const asked = {
      method: c.req.method,
      isKeyed: c.req.header('idempotency-key') !== undefined,
      outcome: c.get('outcome'),
    };
    const problem = asProblem(error, requestId, asked);
    const headers = {
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...(problem.retryAfterSeconds !== undefined && { 'retry-after': String(problem.retryAfterSeconds) }),
    };
    if (isOpen311(c.req.path)) {
      const { status, contentType, body } = refusedAsOpen311(c.req.path, problem);
      return c.body(body, status, { ...headers, 'content-type': contentType });
    }
    const { status } = problems[problem.code];
    const language = languageAsked(c.req.header('accept-language'));
    return c.json(bodyIn(language, problemBody(problem, requestId)), status, {
      ...headers,
      'content-type': 'application/problem+json',
      'content-language': language,
    });
  });
  return mounted;
}
export type Api = ReturnType<typeof createApp>;

/** `/api/cases/:number`: the route as it was set up, nothing of what was asked for. */
const patternOf = (c: Context): string =>
  matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? '/api/*';

function asProblem(error: Error, requestId: string, asked: Parameters<typeof awayProblem>[0]): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) return fromHttpException(error);
  if (isDatabaseAway(error)) {
    log.warn({ requestId, reason: errorClass(error) }, 'database away');
    return awayProblem(asked);
  }
  log.error({ requestId, name: error.name, stack: error.stack?.split('\n').slice(1, 6) }, 'unexpected error');
  return new Problem('internal', `Hãy thử lại; nếu vẫn lỗi, báo cho cơ quan mã ${requestId}.`);
}

function fromHttpException(error: HTTPException): Problem {
  if (error.status === 413) return new Problem('too-large');
  if (error.status === 415) return new Problem('unsupported-media-type');
  if (error.status === 400)
    return new Problem('bad-json', 'Hãy kiểm tra dấu ngoặc, dấu phẩy và mã hóa UTF-8.');
  if (error.status === 404) return new Problem('not-found');
  return error.status < 500 ? new Problem('bad-request') : new Problem('internal');
}
