// Asks the device: for an answer by one of its passkeys, or for a new one. What comes back is JSON in base64url.
import type { CreationOptions, RequestOptions } from '../../../api/staff/passkey-schema.ts';
import { toBytes, toText } from './bytes.ts';

const known = (list: RequestOptions['allowCredentials']) =>
  list.map(({ type, id, transports }) => ({
    type,
    id: toBytes(id),
    transports: transports as AuthenticatorTransport[],
  }));

function written(credential: Credential | null, parts: (response: AuthenticatorResponse) => object): string {
  if (!credential) throw new Error('no credential');
  const { id, type, response } = credential as PublicKeyCredential;
  return JSON.stringify({
    ...{ id, rawId: id, type },
    response: { clientDataJSON: toText(response.clientDataJSON), ...parts(response) },
  });
}

export async function answerOf({ challenge, allowCredentials, ...asked }: RequestOptions): Promise<string> {
  const publicKey = { ...asked, challenge: toBytes(challenge), allowCredentials: known(allowCredentials) };
  return written(await navigator.credentials.get({ publicKey }), (response) => {
    const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
    return {
      authenticatorData: toText(authenticatorData),
      signature: toText(signature),
      userHandle: userHandle && toText(userHandle),
    };
  });
}

export async function newKeyFor({ challenge, user, excludeCredentials, ...asked }: CreationOptions) {
  const publicKey = {
    ...asked,
    challenge: toBytes(challenge),
    user: { ...user, id: toBytes(user.id) },
    excludeCredentials: known(excludeCredentials),
  };
  return written(await navigator.credentials.create({ publicKey }), (response) => {
    const { attestationObject, getTransports } = response as AuthenticatorAttestationResponse;
    return {
      attestationObject: toText(attestationObject),
      // Younger than passkeys in some browsers.
      transports: getTransports ? getTransports.call(response) : [],
    };
  });
}
