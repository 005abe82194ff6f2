// The provider of a sign-on, asked by oauth4webapi, which is read when it is first used: where browsers go, what a code is worth.
import type { AuthorizationServer, HttpRequestOptions, JWKSCacheInput } from 'oauth4webapi';
import { hourMs } from '../../dates/lengths.ts';
import type { Provider } from '../sign-on-settings.ts';

const library = () => import('oauth4webapi');

const patienceMs = 5_000;
/** A provider that did not answer is not asked again for so long: whoever signs in by password waits for nobody. */
const restMs = 20_000;
const longestAnswer = 512 * 1024;

const away = (why: string) => Object.assign(new Error(why), { name: 'ProviderAway' });
/** The provider does not answer, or answers what cannot be read. */
export const isAway = (error: unknown): boolean => error instanceof Error && error.name === 'ProviderAway';

// Nothing of it is read past half a megabyte.
async function bounded(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) });
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += (part as Uint8Array).length;
    if (length > longestAnswer) throw away('too long an answer');
    parts.push(part as Uint8Array);
  }
  const empty = [101, 204, 205, 304].includes(answer.status);
  const { status, headers } = answer;
  return new Response(empty ? null : Buffer.concat(parts), { status, headers });
}

async function options(provider: Provider) {
  const { customFetch, allowInsecureRequests } = await library();
  const isHere = new URL(provider.issuer).protocol === 'http:';
  return {
    [customFetch]: (url: string, init: object) =>
      bounded(url, init).catch((error: unknown) => {
        throw isAway(error) ? error : away('no answer');
      }),
    [allowInsecureRequests]: isHere,
  } as HttpRequestOptions<'GET'> & HttpRequestOptions<'POST', URLSearchParams>;
}

type Known = { server: Promise<AuthorizationServer>; until: number; keys: JWKSCacheInput };
const known = new Map<string, Known>();

/** What the provider says of itself, asked once an hour. */
async function discover(provider: Provider): Promise<{ server: AuthorizationServer; keys: JWKSCacheInput }> {
  const { issuer } = provider;
  const before = known.get(issuer);
  if (before && before.until > Date.now()) return { server: await before.server, keys: before.keys };
  const entry: Known = { server: read(provider), until: Date.now() + hourMs, keys: {} };
  known.set(issuer, entry);
  try {
    return { server: await entry.server, keys: entry.keys };
  } catch (error) {
    entry.until = Date.now() + restMs;
    throw error;
  }
}

async function read(provider: Provider): Promise<AuthorizationServer> {
  const { discoveryRequest, processDiscoveryResponse } = await library();
  const url = new URL(provider.issuer);
  try {
    const answer = await discoveryRequest(url, await options(provider));
    const server = await processDiscoveryResponse(url, answer);
    // Signatures that the office takes, whatever else the provider would make.
    return { ...server, id_token_signing_alg_values_supported: [...provider.algorithms] };
  } catch {
    throw away('it cannot be discovered');
  }
}

async function endpoint(provider: Provider, name: 'authorization_endpoint' | 'end_session_endpoint') {
  const { server } = await discover(provider);
  const address = server[name];
  if (address === undefined) return undefined;
  const { checkProtocol } = await library();
  const url = new URL(address);
  checkProtocol(url, new URL(provider.issuer).protocol === 'https:');
  return url;
}

export type Attempt = { nonce: string; verifier: string };

/** A new attempt: what is kept of it, to be compared with what comes back. */
export async function newAttempt(): Promise<Attempt> {
  const { generateRandomCodeVerifier, generateRandomNonce } = await library();
  return { nonce: generateRandomNonce(), verifier: generateRandomCodeVerifier() };
}

/** Where the browser goes (authorization code with PKCE, state and nonce). Throws one that `isAway`. */
export async function authorizationAddress(
  provider: Provider,
  { nonce, verifier }: Attempt,
  state: string,
): Promise<string> {
  const { calculatePKCECodeChallenge } = await library();
  const url = await endpoint(provider, 'authorization_endpoint');
  if (!url) throw away('no authorization endpoint');
  const query = {
    client_id: provider.clientId,
    redirect_uri: provider.redirectUri,
    response_type: 'code',
    scope: provider.scope,
    ...{ state, nonce },
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** Where a browser ends its session at the provider too; undefined where the provider offers none. Throws one that `isAway`. */
export async function leavingAddress(provider: Provider, back: string): Promise<string | undefined> {
  const url = await endpoint(provider, 'end_session_endpoint');
  url?.searchParams.set('client_id', provider.clientId);
  url?.searchParams.set('post_logout_redirect_uri', back);
  return url?.href;
}

export type Claims = Record<string, unknown> & { sub: string };

/**
 * What the ID token says for whom the code was given: issuer, audience, times, nonce and signature are judged. `denied` where
 * the provider says that it let nobody in. Throws one that `isAway`, and another Error for everything that is not right.
 */
export async function redeem(
  provider: Provider,
  { nonce, verifier }: Attempt,
  { query, state }: { query: string; state: string },
): Promise<Claims | 'denied'> {
  const oauth = await library();
  const { server, keys } = await discover(provider);
  const client = { client_id: provider.clientId };
  const how = await options(provider);
  let parameters: URLSearchParams;
  try {
    parameters = oauth.validateAuthResponse(server, client, new URLSearchParams(query), state);
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) return 'denied';
    throw error;
  }
  const offered = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const secret = offered.includes('client_secret_basic')
    ? oauth.ClientSecretBasic(provider.clientSecret)
    : oauth.ClientSecretPost(provider.clientSecret);
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    secret,
    parameters,
    provider.redirectUri,
    verifier,
    how,
  );
  if (answer.status >= 500) throw away('it fails');
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, answer, { ...how, [oauth.jwksCache]: keys });
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  if (!claims) throw new Error('no claims');
  return claims;
}
