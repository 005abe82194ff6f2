// Cases of a running portal, led over the API to where a page shows them; every officer has one session.
import type { BrowserContextOptions } from 'playwright-core';
import type { Role } from '../../../api/staff/roles.ts';
import { freshKey, submission } from '../portal/case.ts';
import { classification, publication, reply } from '../portal/crew.ts';
import { sharedPortal, type RunningPortal } from './running-portal.ts';
import { cookiesOf } from '../portal/staff.ts';

export type Receipt = { number: string; secret: string };
export type Desk = Awaited<ReturnType<typeof openDesk>>;
export type Who = Parameters<Desk['as']>[0];

let shared: Promise<Desk> | undefined;

/** The desk of the portal that the files of a worker share. */
export const sharedDesk = (): Promise<Desk> => (shared ??= sharedPortal().then(openDesk));

export async function openDesk(portal: Pick<RunningPortal, 'origin' | 'account'>) {
  async function post(path: string, body: object, headers: Record<string, string> = {}) {
    const answer = await fetch(portal.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: portal.origin, ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} refused: ${await answer.text()}`);
    return answer;
  }

  async function signIn(role: Role) {
    const cookie = cookiesOf(await post('/api/auth/sign-in/email', portal.account(role)));
    const me = await fetch(`${portal.origin}/api/staff/me`, { headers: { cookie } });
    const { id, formToken } = (await me.json()) as { id: string; formToken: string };
    return { id, headers: { cookie, 'x-form-token': formToken } };
  }
  const officers = {
    TN: await signIn('TN'),
    CVP: await signIn('CVP'),
    XL: await signIn('XL'),
    TP: await signIn('TP'),
    LD: await signIn('LD'),
    BT: await signIn('BT'),
    QT: await signIn('QT'),
  };

  const way: [who: keyof typeof officers, step: string, fields?: object][] = [
    ['TN', 'classify', classification],
    ['TN', 'accept'],
    ['CVP', 'assign', { handlerId: officers.XL.id }],
    ['XL', 'draft-reply', reply],
    ['TP', 'submit-reply'],
    ['LD', 'approve'],
    ['BT', 'publish', publication],
  ];

  return {
    /** Takes one more step on a case. */
    async take(who: keyof typeof officers, number: string, step: string, fields: object = {}): Promise<void> {
      const { headers } = officers[who];
      const seen = await fetch(`${portal.origin}/api/staff/cases/${number}`, { headers });
      const { version } = (await seen.json()) as { version: number };
      await post(`/api/staff/cases/${number}/steps`, { step, version, ...fields }, headers);
    },
    /** A new case after the given step of its way (none: as it came in). */
    async caseAfter(last?: string): Promise<Receipt> {
      const answer = await post('/api/cases', submission, { 'idempotency-key': freshKey() });
      const receipt = (await answer.json()) as Receipt;
      const until = way.findIndex(([, step]) => step === last) + 1;
      for (const [index, [who, step, fields]] of way.slice(0, until).entries())
        await post(
          `/api/staff/cases/${receipt.number}/steps`,
          { step, version: index + 1, ...fields },
          officers[who].headers,
        );
      return receipt;
    },
    /** The cookie of an officer's session, for requests without a browser. */
    cookieOf: (who: keyof typeof officers) => officers[who].headers.cookie,
    /** What makes a visitor this officer. */
    as(who: keyof typeof officers): BrowserContextOptions {
      const cookies = officers[who].headers.cookie.split('; ').map((pair) => {
        const [name = '', value = ''] = pair.split(/=(.*)/);
        return { name, value, domain: 'localhost', path: '/', expires: -1, httpOnly: true, secure: false };
      });
      return { storageState: { cookies: cookies.map((one) => ({ ...one, sameSite: 'Lax' })), origins: [] } };
    },
  };
}
