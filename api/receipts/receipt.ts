// The receipt of a case as one line of text, signed: what a citizen keeps, and anybody can check. Pure, also in browsers.

/** `receivedAt` is an instant (ISO 8601, UTC), `dueOn` a date in Asia/Ho_Chi_Minh, `commitment` 32 bytes in base64url. */
export type Receipt = {
  number: string;
  receivedAt: string;
  commitment: string;
  dueOn: string;
  /** The four bytes that name the signing key, in hex. */
  keyId: string;
};
export type SignedReceipt = Receipt & { signature: string };

const version = 'BN1';
const parts = ['number', 'receivedAt', 'commitment', 'dueOn', 'keyId', 'signature'] as const;
const form =
  /^BN1~([A-Z0-9-]{3,40})~(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([\w-]{43})~(\d{4}-\d\d-\d\d)~([0-9a-f]{8})~([\w-]{86})$/;

/** The bytes that are signed (Ed25519): a line that names the format, then the receipt without its signature. */
export function signedBytes({ number, receivedAt, commitment, dueOn, keyId }: Receipt): Uint8Array {
  const text = [version, number, receivedAt, commitment, dueOn, keyId].join('~');
  return new TextEncoder().encode(`minh-bach/receipt/v1\n${text}`);
}

/** `BN1~PAKN-2026-000123~2026-11-20T01:30:00.000Z~…~2026-12-14~…~…`: number, time, commitment, due date, key, signature. */
export const receiptText = (receipt: SignedReceipt): string =>
  [version, ...parts.map((part) => receipt[part])].join('~');

/** Reads such a text; white space and line breaks inside do not matter. Undefined when it is no receipt. */
export function readReceipt(text: string): SignedReceipt | undefined {
  const found = form.exec(text.replace(/\s+/g, ''));
  if (!found) return undefined;
  const [, number = '', receivedAt = '', commitment = '', dueOn = '', keyId = '', signature = ''] = found;
  return { number, receivedAt, commitment, dueOn, keyId, signature };
}

/** The address that a QR code opens: the receipt stands in the fragment, which browsers send to nobody. */
export const receiptAddress = (origin: string, text: string): string => `${origin}/xac-minh#${text}`;
