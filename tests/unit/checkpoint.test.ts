// Signed notes and checkpoints: readable by other programs, and refused when a byte was changed.
import { createPrivateKey, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkpointText, readCheckpoint } from '../../api/ledger/checkpoint.ts';
import { noteKeyId, readNote, signerOf, verifierKey, writeNote } from '../../api/ledger/signed-note.ts';

// The example of the Go package golang.org/x/mod/sumdb/note, which the format comes from.
const published = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  note:
    'If you think cryptography is the answer to your problem,\n' +
    "then you don't know what your problem is.\n\n" +
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
const theirs = {
  name: 'PeterNeumann',
  publicKey: Buffer.from(published.key.split('+').at(-1) ?? '', 'base64').subarray(1),
};
const read = (note: string) => readNote(note) ?? { text: '', signatures: [] };

describe('a signed note', () => {
  it('made by another program verifies, and its key reads the same', () => {
    expect(noteKeyId(theirs).toString('hex')).toBe('c74f20a3');
    expect(verifierKey(theirs)).toBe(published.key);
    expect(signerOf(read(published.note), [theirs])).toBe(theirs);
  });

  it.each([
    ['a changed word', published.note.replace('problem', 'problems')],
    ['a changed name', published.note.replace('— PeterNeumann', '— PeterNewman')],
    ['a changed signature', published.note.replace('x08go/ZJ', 'x08go/ZK')],
    ['a cut signature', published.note.replace('nAM=', '')],
    ['no signature', published.note.split('\n\n')[0] ?? ''],
  ])('with %s does not', (_what, note) => {
    expect(signerOf(read(note), [theirs])).toBeUndefined();
  });

  it('is not signed by a key of the same name that did not sign it', () => {
    expect(signerOf(read(published.note), [{ ...theirs, publicKey: Buffer.alloc(32, 7) }])).toBeUndefined();
  });
});

describe('a checkpoint', () => {
  const checkpoint = {
    origin: 'coquan.example/so-cai',
    size: 20_852_163,
    root: Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64'),
    at: new Date('2026-11-21T00:00:01.000Z'),
  };
  const text =
    'coquan.example/so-cai\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\ntime 2026-11-21T00:00:01.000Z\n';

  it('is four lines: origin, size, root, time', () => {
    expect(checkpointText(checkpoint)).toBe(text);
    expect(readCheckpoint(text)).toEqual(checkpoint);
  });

  it.each([
    ['a size with leading zeroes', text.replace('20852163', '020852163')],
    ['a negative size', text.replace('20852163', '-1')],
    ['a root of another length', text.replace('CsUY', '')],
    ['no time', text.replace(/time .*\n/, '')],
    ['a time that is none', text.replace('2026-11-21T00:00:01.000Z', 'hôm-nay')],
    ['a further line', `${text}thêm\n`],
    ['no line end', text.trimEnd()],
  ])('with %s is none', (_what, wrong) => {
    expect(readCheckpoint(wrong)).toBeUndefined();
  });

  it('signed by a known key always reads the same bytes', () => {
    // The first test key of RFC 8032 §7.1.
    const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
    const key = createPrivateKey({
      key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
      format: 'der',
      type: 'pkcs8',
    });
    const publicKey = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
    const signer = { name: checkpoint.origin, publicKey };
    const note = writeNote(text, {
      name: signer.name,
      keyId: noteKeyId(signer),
      signature: sign(null, Buffer.from(text), key),
    });
    expect(note.split('\n').length).toBe(7);
    expect(readNote(note)?.text).toBe(text);
    expect(signerOf(read(note), [theirs, signer])).toBe(signer);
  });
});
