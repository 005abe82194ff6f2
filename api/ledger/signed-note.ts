// Signed notes (C2SP signed-note) with Ed25519: a text, and under it who signed it. Pure.
import { createHash, createPublicKey, verify } from 'node:crypto';

/** A public key under a name; `keyId` is what signature lines carry. */
export type NoteKey = { name: string; publicKey: Buffer };
export type NoteSignature = { name: string; keyId: Buffer; signature: Buffer };
export type Note = { text: string; signatures: NoteSignature[] };

const ed25519 = Buffer.from([0x01]);
// DER of a SubjectPublicKeyInfo for Ed25519 up to the 32 bytes of the key (RFC 8410 §4).
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The four bytes that name a key: SHA-256(name || 0x0A || 0x01 || public key)[:4]. */
export function noteKeyId({ name, publicKey }: NoteKey): Buffer {
  return createHash('sha256').update(`${name}\n`).update(ed25519).update(publicKey).digest().subarray(0, 4);
}

/** A key in the one-line form that verifiers of signed notes take: `name+hash+base64`. */
export function verifierKey(key: NoteKey): string {
  return `${key.name}+${noteKeyId(key).toString('hex')}+${Buffer.concat([ed25519, key.publicKey]).toString('base64')}`;
}

/** Whether the 32-byte public key made this Ed25519 signature (64 bytes) over the message. */
export function isSignedBy(publicKey: Buffer, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}

/** Puts a signature under a text; the text ends with a line end, and the signature is over exactly its bytes. */
export function writeNote(text: string, { name, keyId, signature }: NoteSignature): string {
  return `${text}\n— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;
}

const signatureLine = /^— (?<name>[^\s+]+) (?<bytes>[A-Za-z0-9+/]+={0,2})$/u;

/** Reads a note; undefined when it is not of that form. Nothing is verified. */
export function readNote(note: string): Note | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return undefined;
  const lines = note
    .slice(end + 2, -1)
    .split('\n')
    .map((line) => signatureLine.exec(line)?.groups);
  const signatures = lines.flatMap((groups) => {
    const bytes = Buffer.from(groups?.['bytes'] ?? '', 'base64');
    return groups && bytes.length > 4
      ? [{ name: groups['name'] ?? '', keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) }]
      : [];
  });
  return signatures.length === lines.length ? { text: note.slice(0, end + 1), signatures } : undefined;
}

/** The key among the given ones that has truly signed the note; undefined when none has. */
export function signerOf<Key extends NoteKey>(
  { text, signatures }: Note,
  keys: readonly Key[],
): Key | undefined {
  return keys.find((key) =>
    signatures.some(
      ({ name, keyId, signature }) =>
        name === key.name &&
        keyId.equals(noteKeyId(key)) &&
        isSignedBy(key.publicKey, Buffer.from(text), signature),
    ),
  );
}
