// GeoReport v2 (Open311) at /open311: services, requests, tokens, each as .json and as .xml. Anybody may ask; no key.
import type { Context } from 'hono';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged } from '../allowances/service.ts';
import { router, type AppEnv } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { Problem } from '../problems/problem.ts';
import { supersededOf } from '../procedures/choosing.ts';
import { inListOrder } from '../procedures/order.ts';
import { contentTypes, formats, written, type Format, type Value } from './document.ts';
import { serviceOf } from './posted.ts';
import { readQuery } from './query.ts';
import { findRequest, findRequests, findToken, postRequest } from './service.ts';
import { definition, services } from './services.ts';

type Asked = Context<AppEnv>;

export function open311Routes(portal: Portal) {
  const routes = router();
  const { submission, search } = allowancesOf(portal.env);
  const changedAt = portal.now().toISOString();
  const originOf = (c: Asked) => portal.env.PUBLIC_ORIGIN ?? new URL(c.req.url).origin;
  for (const format of formats) {
    const tell = (c: Asked, root: string, value: Value, status: 200 | 201 = 200) =>
      c.body(written(format, root, value), status, { 'content-type': contentTypes[format] });
    const named = (c: Asked) => (c.req.param('named') ?? '').slice(0, -format.length - 1);
    const one = `:named{[^/]{1,200}\\.${format}}`;
    for (const path of [`/discovery.${format}`, `/v2/discovery.${format}`])
      routes.get(path, (c) => tell(c, 'discovery', discovery(portal, originOf(c), changedAt)));
    routes.get(`/v2/services.${format}`, (c) => ours(portal, c) && tell(c, 'services', services()));
    routes.get(`/v2/services/${one}`, (c) => {
      ours(portal, c);
      const code = serviceOf(named(c));
      return tell(c, 'service_definition', definition(code, wordsOf(portal, originOf(c))));
    });
    routes.get(`/v2/requests.${format}`, charged(portal, search), async (c) => {
      ours(portal, c);
      const asked = readQuery((name) => c.req.query(name), portal.now());
      return tell(c, 'service_requests', await findRequests(portal, asked, originOf(c)));
    });
    routes.post(`/v2/requests.${format}`, charged(portal, submission), async (c) => {
      if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
        throw new Problem('bad-request', 'Gửi với Content-Type: application/x-www-form-urlencoded.');
      const text = await c.req.text();
      ours(portal, c, new URLSearchParams(text).get('jurisdiction_id') ?? undefined);
      const key = c.req.header('idempotency-key');
      return tell(c, 'service_requests', await postRequest(portal, { text, key, origin: originOf(c) }), 201);
    });
    routes.get(`/v2/requests/${one}`, async (c) => {
      ours(portal, c);
      return tell(c, 'service_requests', await findRequest(portal, named(c), originOf(c)));
    });
    routes.get(`/v2/tokens/${one}`, (c) => {
      ours(portal, c);
      return tell(c, 'service_requests', findToken(portal, named(c)));
    });
  }
  routes.all('*', () => {
    throw new Problem(
      'not-found',
      'Địa chỉ này không có. Xem /open311/discovery.json; mỗi địa chỉ tận cùng bằng .json hoặc .xml.',
    );
  });
  return routes;
}

/** This portal serves one office: its name may be left out, and any other is not found here. */
function ours({ env, content }: Portal, c: Asked, named = c.req.query('jurisdiction_id')): true {
  const known = [env.PUBLIC_ORIGIN, content.department.website].flatMap((address) =>
    address ? [new URL(address).hostname.replace(/^www\./, '')] : [],
  );
  if (!named?.trim() || known.includes(named.trim())) return true;
  throw new Problem('not-found', 'Không có jurisdiction_id này: cổng phục vụ một cơ quan, có thể để trống.');
}

const wordsOf = ({ content }: Portal, origin: string) => ({
  procedures: [...content.procedures.values()]
    .filter(({ slug }) => supersededOf(content.procedures, slug) === undefined)
    .toSorted(inListOrder),
  notice: { version: content.privacy[0]?.version ?? '', at: `${origin}/bao-ve-du-lieu` },
});

const discovery = ({ content, env }: Portal, origin: string, changedAt: string): Value => ({
  changeset: changedAt,
  contact: `${content.department.name}: ${origin}/duong-day-nong`,
  key_service: `Không cần khóa: ${origin}/du-lieu`,
  endpoints: [
    {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${origin}/open311/v2`,
      changeset: changedAt,
      type: env.DEMO ? 'test' : 'production',
      formats: formats.map((format: Format) => contentTypes[format].split(';')[0] ?? ''),
    },
  ],
});
