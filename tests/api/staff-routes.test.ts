// Every staff endpoint asks for a right of the table, and answers each role as the table says.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { may, type Right } from '../../api/staff/rights.ts';
import { Role } from '../../api/staff/roles.ts';
import type { StaffGuard } from '../../api/staff/guard-service.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

let test: TestPortal;
let officers: Record<Role, Awaited<ReturnType<typeof signedInAs>>>;
beforeAll(async () => {
  test = await openTestPortal();
  const opened = [];
  for (const role of Role.options) opened.push([role, await signedInAs(test, role)] as const);
  officers = Object.fromEntries(opened) as typeof officers;
});
afterAll(() => test.close());

// Answers before a needed second factor is on, and says so: it reads the session by itself.
const withoutGuard = new Set(['GET /api/staff/me']);

/** Each endpoint with the rights that the guards before it ask for. */
function endpoints(): { method: string; path: string; address: string; rights: Right[] }[] {
  const { routes, router } = test.app;
  const found = routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/staff') && !path.includes('*'))
    .map(({ method, path }) => ({ method, path }));
  const once = [...new Map(found.map((one) => [`${one.method} ${one.path}`, one])).values()];
  return once.map(({ method, path }) => {
    const address = path.replaceAll(/:(\w+)(\{[^}]*\})?/g, 'x');
    const [met] = router.match(method, address);
    const own = met.findLastIndex(([[, route]]) => route.method === method && route.path === path);
    const guards = met.slice(0, own).map(([[handler]]) => handler as Partial<StaffGuard>);
    return { method, path, address, rights: guards.flatMap(({ right }) => right ?? []) };
  });
}

async function ask(method: string, address: string, headers: Record<string, string> = {}) {
  const body = method === 'GET' ? {} : { body: '{}' };
  const answer = await test.request(address, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...body,
  });
  const { code } = answer.ok || answer.status === 204 ? {} : ((await answer.json()) as { code?: string });
  return { status: answer.status, code };
}

it('no staff endpoint is without its right', () => {
  const open = endpoints()
    .filter(({ method, path, rights }) => rights.length === 0 && !withoutGuard.has(`${method} ${path}`))
    .map(({ method, path }) => `${method} ${path} asks for no right: give it requireStaff(portal, '…')`);
  expect(open).toEqual([]);
  expect(endpoints().length).toBeGreaterThan(60);
});

it('who is not signed in gets nothing from any of them', async () => {
  const reached = [];
  for (const { method, path, address } of endpoints()) {
    const { status, code } = await ask(method, address);
    if (status !== 401 || code !== 'unauthenticated') reached.push(`${method} ${path} ${status} ${code}`);
  }
  expect(reached).toEqual([]);
});

it('each role is let in where the table gives it the right, and nowhere else', async () => {
  const faults = [];
  for (const { method, path, address, rights } of endpoints())
    for (const role of Role.options) {
      const mayDo = rights.every((right) => may({ role }, right));
      const { status } = await ask(method, address, officers[role].headers);
      const isRefused = status === 401 || status === 403;
      if (isRefused === mayDo || status >= 500)
        faults.push(`${method} ${path} for ${role} with ${rights.join(', ')}: ${status}`);
    }
  expect(faults).toEqual([]);
});
