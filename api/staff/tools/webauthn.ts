// Passkeys judged by @simplewebauthn/server, which is read when the first one is used: what a browser signed, and new keys.
import { z } from 'zod';
import type { Party } from '../passkey-party.ts';
import type { Assertion, Attestation } from '../passkey-schema.ts';

/** COSE: EdDSA, ES256, RS256. */
export const algorithms = [-8, -7, -257];

const ClientData = z.object({
  challenge: z.string().max(100),
  origin: z.string().max(300),
  crossOrigin: z.boolean().optional(),
});

/** What the browser says of itself; undefined where that cannot be read or comes out of a frame of another site. */
export function readClientData(clientDataJSON: string): { challenge: string; origin: string } | undefined {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    const data = ClientData.safeParse(said).data;
    return data?.crossOrigin === true ? undefined : data;
  } catch {
    return undefined;
  }
}

type Asked = { challenge: string; party: Party };
const library = () => import('@simplewebauthn/server');

/**
 * The signature counter of a right answer, by a user whom the device has verified; undefined for any other. Whether the
 * counter went on is judged with the row.
 */
export async function judgeAssertion(
  { id, rawId, type, response }: Assertion,
  { challenge, party }: Asked,
  publicKey: Buffer,
): Promise<{ signCount: number; synced: boolean } | undefined> {
  const { verifyAuthenticationResponse } = await library();
  const { userHandle, ...rest } = response;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...{ id, rawId, type, clientExtensionResults: {} },
        response: userHandle ? { ...rest, userHandle } : rest,
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id, publicKey: new Uint8Array(publicKey), counter: 0 },
      requireUserVerification: true,
    });
    const { newCounter: signCount, credentialBackedUp: synced } = authenticationInfo;
    return verified ? { signCount, synced } : undefined;
  } catch {
    return undefined;
  }
}

export type JudgedKey = {
  credentialId: Buffer;
  publicKey: Buffer;
  signCount: number;
  transports: string;
  synced: boolean;
};

const transport = /^[a-z-]{1,20}$/;

/**
 * A new key; undefined for anything that a browser asked for no attestation does not send. Certificates are not looked at:
 * the library would fetch lists over the network that their sender names.
 */
export async function judgeAttestation(
  { id, rawId, type, response }: Attestation,
  { challenge, party }: Asked,
): Promise<JudgedKey | undefined> {
  const { verifyRegistrationResponse } = await library();
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  try {
    const object = decodeAttestationObject(
      new Uint8Array(Buffer.from(response.attestationObject, 'base64url')),
    );
    const isPlain =
      object.get('fmt') === 'none' ||
      (object.get('fmt') === 'packed' && object.get('attStmt').get('x5c') === undefined);
    if (!isPlain) return undefined;
    const { clientDataJSON, attestationObject, transports = [] } = response;
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...{ id, rawId, type, clientExtensionResults: {} },
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (!registrationInfo) return undefined;
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      transports: transports.filter((one) => transport.test(one)).join(' '),
      synced: credentialBackedUp,
    };
  } catch {
    return undefined;
  }
}
