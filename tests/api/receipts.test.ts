// Receipts: signed for who opens the case, the same for ever, and checked by anybody without the register.
import fs from 'node:fs';
import path from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitment } from '../../api/cases/event-repository.ts';
import { contentText } from '../../api/cases/fields/content-text.ts';
import { openSigner } from '../../api/crypto/signing.ts';
import { recordSigner } from '../../api/ledger/sequence-service.ts';
import { receiptAddress } from '../../api/receipts/receipt.ts';
import { caseReceipt } from '../../api/receipts/service.ts';
import { post, submission, submit } from '../support/portal/case.ts';
import { openCrew } from '../support/portal/crew.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let test: TestPortal;
let mine: { number: string; secret: string };
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
  mine = await submit(test);
});
afterAll(() => test.close());

const receiptOf = ({ number, secret }: typeof mine) => post(test, '/api/cases/receipt', { number, secret });
const verify = (text: string) => post(test, '/api/receipts/verify', { text });

describe('the receipt', () => {
  it('tells number, moment, commitment, due date and key, signed, and nothing personal', async () => {
    const { status, body } = await receiptOf(mine);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      'commitment',
      'dueOn',
      'keyId',
      'number',
      'receivedAt',
      'signature',
      'text',
    ]);
    expect(body).toMatchObject({
      number: mine.number,
      receivedAt: '2026-11-20T01:30:00.000Z',
      dueOn: '2026-12-14',
    });
    for (const word of [mine.secret, submission.name, submission.phone.replaceAll(' ', ''), 'bản giấy'])
      expect(JSON.stringify(body)).not.toContain(word);
  });

  it('commits to what was said, salted', async () => {
    const { body } = await receiptOf(mine);
    const { salt } = await test.portal.db.selectFrom('caseContents').select('salt').executeTakeFirstOrThrow();
    expect(body['commitment']).toBe(
      commitment(salt, contentText({ body: submission.body })).toString('base64url'),
    );
  });

  it('is the same text again, whatever has happened to the case since', async () => {
    const crew = await openCrew(test);
    const before = await crew.caseIn('submitted');
    const { body: first } = await receiptOf(before);
    await crew.take('TN', before.number, 'classify', {
      contentCode: '5.4',
      summary: 'Đã phân loại lại hồ sơ này.',
    });
    expect((await receiptOf(before)).body).toEqual(first);
  });

  it('is for who has the look-up code only', async () => {
    const other = await submit(test);
    const { status, body } = await receiptOf({ number: mine.number, secret: other.secret });
    expect([status, body['code']]).toEqual([404, 'not-found']);
  });

  it('reads back from its QR code, which is coarse enough for paper', async () => {
    const { body } = await receiptOf(mine);
    const address = receiptAddress('https://dichvu.coquan.quangngai.gov.vn', String(body['text']));
    const modules = encodeQR(address, 'raw', { ecc: 'medium', border: 4 });
    expect(decodeQR(pictureOf(modules))).toBe(address);
    expect(address).not.toContain(mine.secret);
    // With the white border around it: 0.75 mm a module where the image is printed 5.8 cm wide.
    expect(modules.length).toBeLessThanOrEqual(77);
  });
});

/** A picture of four points a module. */
function pictureOf(modules: boolean[][]) {
  const [scale, width] = [4, modules.length * 4];
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++)
      if (modules[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return { width, height: width, data };
}

describe('verifying', () => {
  it('tells a genuine receipt and what it says', async () => {
    const { body } = await receiptOf(mine);
    const { text, signature, ...receipt } = body;
    expect((await verify(String(text))).body).toEqual({ verdict: 'genuine', receipt });
    expect((await verify(` ${String(text).replace('~2026', '~\n2026')}`)).body['verdict']).toBe('genuine');
  });

  it.each([
    ['another number', (text: string) => text.replace(/PAKN-2026-\d/, 'PAKN-2026-9'), 'altered'],
    ['an earlier moment', (text: string) => text.replace('T01:30', 'T01:29'), 'altered'],
    ['a later due date', (text: string) => text.replace('2026-12-14', '2026-12-15'), 'altered'],
    ['another signature', (text: string) => text.replace(/.{86}$/, 'A'.repeat(86)), 'altered'],
    ['another key', (text: string) => text.replace(/~[0-9a-f]{8}~/, '~00000000~'), 'unknown-key'],
    ['its end cut off', (text: string) => text.slice(0, -3), 'unreadable'],
  ])('refuses one with %s and repeats nothing of it', async (_what, change, verdict) => {
    const { body } = await receiptOf(mine);
    expect((await verify(change(String(body['text'])))).body).toEqual({ verdict, receipt: null });
  });

  it('refuses an empty field with a sentence', async () => {
    const { status, body } = await verify('');
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/text']);
  });

  it('goes on for receipts of an earlier key', async () => {
    const { body: before } = await receiptOf(mine);
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const changed = { ...test.portal, signer: openSigner(test.portal.signer.name, '', pem) };
    await recordSigner(changed);
    const after = await caseReceipt(changed, mine);
    expect(after.keyId).not.toBe(before['keyId']);
    expect((await verify(String(before['text']))).body['verdict']).toBe('genuine');
    expect((await verify(after.text)).body['verdict']).toBe('genuine');
  });
});

describe('the signing key', () => {
  it('is made once, in a file that only its owner reads', async () => {
    const folder = await temporaryFolder();
    const [first, again] = [openSigner('a/so-cai', folder), openSigner('a/so-cai', folder)];
    expect(again.publicKey).toEqual(first.publicKey);
    expect(first.publicKey.length).toBe(32);
    expect(fs.statSync(path.join(folder, 'signing.key')).mode & 0o777).toBe(0o600);
  });

  it('is taken from the environment, as PEM with escaped line ends or as base64', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const base64 = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    const keys = [pem, pem.replaceAll('\n', '\\n'), base64].map(
      (given) => openSigner('a', '', given).publicKey,
    );
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
  });

  it.each(['không phải khóa', 'a'.repeat(64)])('is refused in Vietnamese when it is none: %s', (given) => {
    expect(() => openSigner('a', '', given)).toThrow('SIGNING_KEY chưa đúng');
  });
});
