// An authenticator in software: makes ES256 passkeys and signs with them as a browser would hand it on (Web Authentication,
// Level 3, §6; CBOR of RFC 8949 as far as it needs). What a fault needs can be said otherwise.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

type Cbor = number | string | Buffer | Map<Cbor, Cbor>;

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  return value < 256
    ? Buffer.from([(major << 5) | 24, value])
    : Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])]);
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const text = (bytes: Buffer) => bytes.toString('base64url');

type Key = { id: Buffer; privateKey: KeyObject; userHandle: string; signCount: number };
/** What a browser and an authenticator say, where it is not what they should. */
type Wish = {
  origin?: string;
  rpId?: string;
  isVerified?: boolean;
  signCount?: number;
  challenge?: string;
  type?: string;
  crossOrigin?: boolean;
  userHandle?: string;
  fmt?: 'none' | 'packed';
};

export type Made = ReturnType<typeof makeKey>;

function authenticatorData(rpId: string, flags: number, signCount: number, more = Buffer.alloc(0)): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(signCount);
  return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, more]);
}
const clientData = (type: string, challenge: string, { origin = 'http://localhost', ...wish }: Wish) =>
  Buffer.from(
    JSON.stringify({
      type: wish.type ?? type,
      challenge: wish.challenge ?? challenge,
      origin,
      crossOrigin: wish.crossOrigin ?? false,
    }),
  );

type Creation = { challenge: string; rp: { id: string }; user: { id: string } };
type Request = { challenge: string; rpId: string };

/** Makes a key for what `navigator.credentials.create` is given; `signed` answers what `get` is given. */
export function makeKey({ challenge, rp, user }: Creation, wish: Wish = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const key: Key = { id: randomBytes(32), privateKey, userHandle: user.id, signCount: wish.signCount ?? 1 };
  const cose = cbor(
    new Map<Cbor, Cbor>([
      ...([
        [1, 2],
        [3, -7],
        [-1, 1],
      ] as [Cbor, Cbor][]),
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  );
  const length = Buffer.from([0, key.id.length]);
  // User present, user verified, attested credential data.
  const flags = 0x41 | ((wish.isVerified ?? true) ? 4 : 0);
  const more = Buffer.concat([Buffer.alloc(16), length, key.id, cose]);
  const authData = authenticatorData(wish.rpId ?? rp.id, flags, key.signCount, more);
  const statement = new Map<Cbor, Cbor>(wish.fmt === 'packed' ? [['x5c', 'forged']] : []);
  const object = new Map<Cbor, Cbor>([
    ['fmt', wish.fmt ?? 'none'],
    ['attStmt', statement],
    ['authData', authData],
  ]);
  const id = text(key.id);
  return {
    response: JSON.stringify({
      ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
      response: {
        clientDataJSON: text(clientData('webauthn.create', challenge, wish)),
        attestationObject: text(cbor(object)),
        transports: ['internal', 'hybrid'],
      },
    }),
    signed: (asked: Request, other: Wish = {}) => signedBy(key, asked, other),
  };
}

function signedBy(key: Key, { challenge, rpId }: Request, wish: Wish): string {
  key.signCount = wish.signCount ?? key.signCount + 1;
  const data = authenticatorData(wish.rpId ?? rpId, 1 | ((wish.isVerified ?? true) ? 4 : 0), key.signCount);
  const client = clientData('webauthn.get', challenge, wish);
  const id = text(key.id);
  return JSON.stringify({
    ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
    response: {
      clientDataJSON: text(client),
      authenticatorData: text(data),
      signature: text(sign('sha256', Buffer.concat([data, sha256(client)]), key.privateKey)),
      userHandle: wish.userHandle ?? key.userHandle,
    },
  });
}
