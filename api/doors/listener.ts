// Every request comes in here: checked once, then sent through one of three doors (API, built site, pages on demand).
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { allowancesOf } from '../allowances/budgets.ts';
import { networksOf } from '../allowances/networks.ts';
import { charge } from '../allowances/service.ts';
import type { createApp } from '../portal/app.ts';
import { atMost } from '../confined/at-most.ts';
import { log } from '../http/log.ts';
import type { Portal } from '../portal/portal.ts';
import { markDemo } from './demo-mark.ts';
import { addressHeader, clientAddress, stampAddress } from './address.ts';
import type { PageDoors } from '../forms/page-door.ts';
import { pageTokenField } from '../forms/page-token-field.ts';
import { isPageToken } from '../crypto/page-token.ts';
import { Problem, problems } from '../problems/problem.ts';
import { limitsOf, maxFormBytes, type BodyLimits } from './body-limits.ts';
import type { Site, SiteFile } from './files.ts';
import { fieldsOf, formOf, type Field } from './form-fields.ts';
import { livingParts, mayHaveChanged } from './living-parts.ts';
import { isOneClick, provenanceOf, type Provenance } from './origin.ts';
import { plainOf } from './files.ts';
import { pageDoor, type PageHandler } from './pages.ts';
import { openPools } from './pools.ts';
import { readBody, startOf } from './read-body.ts';
import { readPage } from './read-page.ts';
import {
  behindApi,
  hasSeveralHosts,
  isOfStaff,
  isRead,
  presentAs,
  senderOf,
  withoutSlashes,
} from './request.ts';
import { addressIn } from '../languages/addresses.ts';
import { languageAt } from '../languages/language.ts';
import { isApi, refuse } from './refusal.ts';
import { isOpen311 } from '../open311/refused.ts';
import { squeezed } from './squeeze.ts';
import { findFile, sendFile, sendNotFound } from './static.ts';
import { isHost, isLoopback, parseTarget, type Target } from './target.ts';

/** Read anew at every request: whoever holds it may put another site, pages and API in (api/start/changeover.ts). */
export type Doors = {
  portal: Pick<Portal, 'env' | 'keys' | 'now' | 'db'>;
  app: Pick<ReturnType<typeof createApp>, 'fetch'>;
  site: Site;
  pages: PageHandler;
  declared: PageDoors;
  securityHeaders: [string, string][];
};

export function createListener(doors: Doors): RequestListener {
  const { portal, securityHeaders } = doors;
  const { PUBLIC_ORIGIN: publicOrigin, TRUST_PROXY: trustProxy } = portal.env;
  const isHttps = publicOrigin?.startsWith('https://') ?? false;
  const allowances = allowancesOf(portal.env);
  const pools = openPools();
  const folder = path.join(portal.env.DATA_DIR, 'incoming');
  // Bodies with files are taken from the disk into memory one or two at a time, however many have come.
  const limited = atMost(2);
  const answerPage = pageDoor(
    (...visit) => doors.pages(...visit),
    (request, bindings) => doors.app.fetch(request, bindings),
    portal,
  );
  const answerApi = getRequestListener((request, { incoming }) =>
    doors.app.fetch(request, { clientAddress: String(incoming.headers[addressHeader]) }),
  );

  const parts = livingParts((address) => readPage(answerPage, address), securityHeaders);

  return function listen(req: IncomingMessage, res: ServerResponse): void {
    if (hasSeveralHosts(req.rawHeaders)) {
      for (const [name, value] of securityHeaders) res.setHeader(name, value);
      return refuse(res, req.url ?? '/', 'bad-request', 'Yêu cầu ghi hai tên máy chủ.');
    }
    const target = parseTarget(req.url ?? '');
    const file = target && isRead(req) ? findFile(doors.site, target.path) : undefined;
    // The headers of files are made beforehand: this is the way of most requests.
    if (file) return sendWhole(req, res, parts.fileOf(file));
    // What an officer has just done is seen by the next who comes.
    if (!isRead(req) && target && isOfStaff(target.path))
      res.once('finish', () => mayHaveChanged(target.path, res.statusCode) && parts.forget());
    if (portal.env.DEMO) markDemo(res);
    for (const [name, value] of securityHeaders) res.setHeader(name, value);
    answer(req, res, target).catch((error: unknown) => fail(res, req.url ?? '/', error));
  };

  function sendWhole(req: IncomingMessage, res: ServerResponse, file: SiteFile | Promise<SiteFile>): void {
    if (!(file instanceof Promise)) return sendFile(req, res, file);
    file
      .then((filled) => sendFile(req, res, filled))
      .catch((error: unknown) => fail(res, req.url ?? '/', error));
  }

  async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    target: Target | undefined,
  ): Promise<void> {
    const host = publicOrigin ? new URL(publicOrigin).host : req.headers.host;
    if (!target || !isHost(host))
      return refuse(res, req.url ?? '/', 'bad-request', 'Địa chỉ này không hợp lệ.');
    const { path } = target;
    const address = clientAddress(req, trustProxy);
    stampAddress(req, address);
    presentAs(req, host, isHttps);
    const isGeoReport = isOpen311(path);
    const sender = { ...senderOf(req, host), takesFormsOfPrograms: isGeoReport };
    const from = isOneClick(doors.declared.get(path), sender) ? 'here' : provenanceOf(sender, publicOrigin);
    const visit = { req, res, target, host, address, from };
    if (isGeoReport && !isApi(path)) return throughApi({ ...visit, target: behindApi(req, target) });
    if (isApi(path)) return throughApi(visit);
    if (path !== '/' && path.endsWith('/')) return redirect(res, withoutSlashes(path) + target.query);
    if (isRead(req)) return toPage(visit);
    const isFile = findFile(doors.site, path) !== undefined;
    if (isFile || req.method !== 'POST') {
      res.setHeader('allow', isFile ? 'GET, HEAD' : 'GET, HEAD, POST');
      return refuse(res, path, 'method-not-allowed', 'Hãy mở lại trang này bằng trình duyệt.');
    }
    await throughForm(visit);
  }

  async function throughApi(visit: Visit): Promise<void> {
    const { req, res, target, address, host, from } = visit;
    if (from !== 'here') {
      log.warn({ host }, 'unsafe request from another origin refused');
      return refuse(res, target.path, 'wrong-origin', openAgain);
    }
    if (isRead(req)) return answerApi(req, res);
    const limits = limitsOf(target.path, req.headers['content-type']);
    const body = await readBody(req, res, limits, { pools, network: networksOf(address).own, folder });
    if (body === 'gone') return;
    if ('refused' in body) return refuse(res, target.path, body.refused, body.detail);
    const pass = async () => {
      Object.assign(req, { rawBody: await body.bytes() });
      await answerApi(req, res);
    };
    await (limits.pool === 'large' ? limited(pass) : pass());
  }

  async function throughForm(visit: Visit): Promise<void> {
    const { req, res, target, address, host, from } = visit;
    const { path } = target;
    const limits = limitsOf(path, req.headers['content-type'], doors.declared.get(path));
    const typedIn = (body: Buffer) => fieldsOf(req.headers['content-type'], body);
    try {
      await charge(portal, allowanceFor(path, limits), address);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const fields = typedIn(await startOf(req, res, limits));
      return await refuseForm(visit, { problem: error, fields, mayResend: true });
    }
    const body = await readBody(req, res, limits, { pools, network: networksOf(address).own, folder });
    if (body === 'gone') return;
    if ('refused' in body) {
      const problem = new Problem(body.refused, body.detail);
      return refuseForm(visit, {
        problem,
        fields: typedIn(body.start),
        mayResend: body.refused !== 'too-large',
      });
    }
    const pass = async () => {
      const bytes = await body.bytes();
      if (from === 'here' || (from === 'unknown' && hasToken(req, typedIn(bytes)))) {
        const form = await formOf(req.headers['content-type'], bytes);
        if (form) return toPage(visit, form);
        log.warn({ bytes: bytes.length }, 'a posted form could not be read');
        const problem = new Problem('bad-request', unreadable);
        return refuseForm(visit, { problem, fields: typedIn(bytes), mayResend: true });
      }
      log.warn({ host }, 'unsafe request from another origin refused');
      const problem = new Problem('wrong-origin', from === 'unknown' ? sendAgain : openAgain);
      await refuseForm(visit, { problem, fields: typedIn(bytes), mayResend: from === 'unknown' });
    };
    await (limits.pool === 'large' && body.size > maxFormBytes ? limited(pass) : pass());
  }

  function allowanceFor(path: string, { pool }: BodyLimits) {
    if (isOfStaff(path)) return allowances.staffForm;
    return pool === 'large' ? allowances.formWithFiles : allowances.citizenForm;
  }

  function hasToken(req: IncomingMessage, fields: Field[]): boolean {
    const token = fields.find(([name]) => name === pageTokenField)?.[1] ?? '';
    return isPageToken(portal.keys, token, portal.now(), req.headers.cookie);
  }

  async function toPage({ req, res, target, host }: Visit, form?: FormData): Promise<void> {
    if (!portal.env.DEMO) squeezed(req, res, target.path);
    // The page gets the form and no stream: what is read once can neither run dry nor be read in part.
    if (form) Object.assign(req, { body: Buffer.alloc(0) });
    const failedPage = () => {
      const page = doors.site.failed?.[languageAt(target.path)];
      return page && plainOf(page).toString('utf8');
    };
    const more = { form, failedPage };
    await answerPage(req, res, originAt(host), () => sendNotFound(req, res, doors.site), more);
  }

  /** A form that is not taken: everything that was typed is shown on a page, and what to do. */
  async function refuseForm({ req, res, target, host }: Visit, refused: RefusedForm): Promise<void> {
    const { problem, fields, mayResend } = refused;
    const { status, title } = problems[problem.code];
    const action = target.path + target.query;
    if (problem.retryAfterSeconds) res.setHeader('retry-after', String(problem.retryAfterSeconds));
    Object.assign(req, { url: addressIn(languageAt(target.path), '/gui-lai'), method: 'GET' });
    const locals = { refused: { status, title, detail: problem.detail ?? '', fields, action, mayResend } };
    const bare = () => refuse(res, target.path, problem.code, problem.detail ?? '');
    await answerPage(req, res, originAt(host), bare, locals);
  }

  // What a Host header claims is shown to the one who sent it, and to others only where it names the own machine.
  function originAt(host: string) {
    const origin = publicOrigin ?? `http://${host}`;
    return { origin, publicOrigin: publicOrigin ?? (isLoopback(host) ? origin : '') };
  }
}

type Visit = {
  req: IncomingMessage;
  res: ServerResponse;
  target: Target;
  host: string;
  address: string;
  from: Provenance;
};
type RefusedForm = { problem: Problem; fields: Field[]; mayResend: boolean };

const openAgain = 'Hãy mở lại biểu mẫu trên cổng này rồi gửi lại.';
const unreadable = 'Không đọc được biểu mẫu vừa gửi. Hãy xem lại nội dung rồi bấm “Gửi lại”.';
const sendAgain =
  'Trình duyệt không cho biết biểu mẫu được gửi từ đâu. Hãy xem lại nội dung rồi bấm “Gửi lại”.';

function redirect(res: ServerResponse, location: string): void {
  res.writeHead(308, { location, 'cache-control': 'no-cache' });
  res.end();
}

function fail(res: ServerResponse, path: string, error: unknown): void {
  // The visitor left in the middle: nobody to answer, nothing wrong.
  if (res.destroyed) return;
  log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'a door failed');
  if (res.headersSent) res.destroy();
  else refuse(res, path, 'internal', 'Hãy thử lại sau ít phút.');
}
