// Sign-ons of an office on this machine: a real one (oidc-provider), and one that says what the test wants it to say.
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const client = { id: 'minh-bach', secret: 'a secret of the tests, long enough to be one' };

async function listening(listener: (origin: string) => RequestListener) {
  const server = http.createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', listener(origin));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { issuer: origin, close };
}

/** Who sits at the browser, and what the provider says of how they came in. */
type Person = { login: string; email?: string; amr?: string[] };

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A real provider, at which `person` signs in, or nobody does. */
export async function openSignOn({ redirectUri, leftFor }: { redirectUri: string; leftFor: string }) {
  const at: { person: Person | undefined } = { person: undefined };
  const { issuer, close } = await listening((origin) => {
    const provider = new Provider(origin, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: [redirectUri],
          post_logout_redirect_uris: [leftFor],
          grant_types: ['authorization_code'],
          response_types: ['code'],
        },
      ],
      claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: false,
      cookies: { keys: ['of the tests'] },
      jwks: {
        keys: [{ ...rsa().privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
      },
      ttl: {
        Session: 600,
        Grant: 600,
        AccessToken: 600,
        IdToken: 600,
        Interaction: 600,
        AuthorizationCode: 60,
      },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_: unknown, login: string) => ({
        accountId: login,
        claims: () => ({ sub: login, email: at.person?.email ?? '', email_verified: true }),
      }),
    });
    const callback = provider.callback();
    const interact: RequestListener = async (req, res) => {
      const { prompt, params, session } = await provider.interactionDetails(req, res);
      const finish = (result: object, mergeWithLastSubmission = false) =>
        provider.interactionFinished(req, res, result, { mergeWithLastSubmission });
      if (!at.person) return await finish({ error: 'access_denied' });
      const { login: accountId, amr } = at.person;
      if (prompt.name === 'login') return await finish({ login: { accountId, amr } });
      const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: params.client_id });
      grant.addOIDCScope((prompt.details.missingOIDCScope ?? []).join(' '));
      grant.addOIDCClaims(prompt.details.missingOIDCClaims ?? []);
      return await finish({ consent: { grantId: await grant.save() } }, true);
    };
    return (req, res) =>
      void (req.url?.startsWith('/interaction/') ? interact(req, res) : callback(req, res));
  });

  /** Goes where the portal has sent a new browser, until the provider sends it back: the query it comes back with. */
  async function visit(url: string, person: Person | undefined): Promise<string> {
    at.person = person;
    const cookies = new Map<string, string>();
    for (let next = url, step = 0; step < 10; step++) {
      if (next.startsWith(redirectUri)) return new URL(next).search.slice(1);
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        cookies.set(name, value);
      }
      const to = answer.headers.get('location');
      if (!to) throw new Error(`${answer.status}: ${await answer.text()}`);
      next = new URL(to, next).href;
    }
    throw new Error('it leads nowhere');
  }
  return { issuer, close, visit, at };
}

const text = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');

/** A JWT by RS256, or by what its header says. */
function jwt(header: { alg: string; kid?: string }, claims: object, key: KeyObject): string {
  const body = `${text(header)}.${text(claims)}`;
  return `${body}.${header.alg === 'none' ? '' : sign('sha256', Buffer.from(body), key).toString('base64url')}`;
}

type Forged = { header?: object; claims?: Record<string, unknown>; otherKey?: boolean; status?: number };

/** A provider that answers every code with the token that the test says; counts how often it was discovered. */
export async function openCrookedSignOn() {
  const [own, other] = [rsa(), rsa()];
  const says: { nonce: string; forged: Forged; discovered: number; isAway: boolean } = {
    ...{ nonce: '', forged: {}, discovered: 0, isAway: false },
  };
  const { issuer, close } = await listening((origin) => (req, res) => {
    const answer = (body: object, status = 200) =>
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (says.isAway) return void req.socket.destroy();
    if (req.url === '/.well-known/openid-configuration') {
      says.discovered += 1;
      return void answer({
        issuer: origin,
        authorization_endpoint: `${origin}/auth`,
        token_endpoint: `${origin}/token`,
        jwks_uri: `${origin}/keys`,
        // It would sign with anything.
        id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      });
    }
    if (req.url === '/keys')
      return void answer({
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }],
      });
    const { header = {}, claims = {}, otherKey = false, status } = says.forged;
    if (status) return void answer({ error: 'invalid_grant' }, status);
    const now = Math.floor(Date.now() / 1_000);
    const token = jwt(
      { ...{ alg: 'RS256', kid: 'own' }, ...header },
      {
        ...{ iss: origin, aud: client.id, sub: 'mai', iat: now, exp: now + 300, nonce: says.nonce },
        ...claims,
      },
      (otherKey ? other : own).privateKey,
    );
    answer({ access_token: 'of no use here', token_type: 'Bearer', id_token: token });
  });
  return { issuer, close, says };
}
