// The fields of a phản ánh, kiến nghị: each is asked for, kept, held by the ledger, read; letters of before stay as committed.
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { contentText } from '../../api/cases/fields/content-text.ts';
import type { CaseField } from '../../api/cases/fields/field.ts';
import {
  apart,
  contentNames,
  draftNames,
  fieldNames,
  fields,
  isListed,
  maskedNames,
  saidBy,
  senderNames,
  signNames,
  storedOf,
  withheldNames,
  wordsOf,
} from '../../api/cases/fields/table.ts';
import { SubmitCase, TakeIn } from '../../api/cases/intake/intake-schema.ts';
import { sealedSenderNames } from '../../api/cases/seals/seal.ts';
import { shapeOf } from '../../site/lib/form/shape.ts';

const rows: Record<string, CaseField> = fields;

describe.each(Object.entries(rows))('%s', (name, field) => {
  test('may be said by its sender and by an officer who writes it down', () => {
    expect(Object.keys(shapeOf(SubmitCase))).toContain(name);
    expect(Object.keys(shapeOf(TakeIn))).toContain(name);
  });

  test('may be null in the register exactly where it may be left out', () => {
    const mayBeLeftOut = field.schema.safeParse(undefined);
    const stands = mayBeLeftOut.success ? (mayBeLeftOut.data ?? null) : undefined;
    expect([name, field.column.safeParse(null).success]).toEqual([name, stands === null]);
  });

  test('is kept in the row that its own schema gives a value for', () => {
    if (field.kept.in === 'case') return;
    const { type, anyOf } = z.toJSONSchema(field.column) as { type?: string; anyOf?: { type: string }[] };
    const told = [type ?? anyOf?.map((one) => one.type)].flat().filter((one) => one !== 'null');
    expect(told).toEqual([field.kept.as === 'boolean' ? 'boolean' : 'string']);
  });

  test('that tells who somebody is, or is sought in texts, lies in the row that goes with them', () => {
    if (field.identifies || field.masked) expect(field.kept.in).toBe('sender');
    if (field.masked || field.draft) expect(field.identifies && field.draft).toBe(false);
    // What a browser keeps on a shared machine is never who writes.
    if (field.kept.in === 'sender') expect(field.draft).toBe(false);
  });
});

test('each list of fields is what it was, so that none is left out of one unseen', () => {
  const apartNames = fieldNames.filter((name) => !isListed(name));
  expect({
    contentNames,
    senderNames,
    maskedNames,
    signNames,
    draftNames,
    withheldNames,
    apartNames,
  }).toEqual({
    contentNames: ['body', 'wish'],
    senderNames: ['kind', 'name', 'address', 'phone', 'email', 'consentsToNotices', 'consentsToPublication'],
    maskedNames: ['name', 'address', 'phone', 'email'],
    signNames: ['body', 'wish'],
    draftNames: ['contentCode', 'procedure', 'body', 'wish'],
    withheldNames: ['kind', 'name', 'address', 'phone', 'email', 'consentsToNotices'],
    // The officer's page of a case shows these in places of their own.
    apartNames: ['contentCode', 'procedure', 'body', 'kind', 'name', 'consentsToPublication'],
  });
  expect(sealedSenderNames).toEqual([...senderNames, 'privacyNotice', 'nameAtPublication']);
});

test('what a letter is committed to is what it was before there were further fields', () => {
  expect(contentText({ body: 'Mưa lớn', wish: null })).toBe('{"body":"Mưa lớn","wish":null}');
  expect(contentText({ body: 'Mưa lớn' })).toBe('{"body":"Mưa lớn","wish":null}');
  expect(contentText({ wish: 'Sửa đường', body: 'Mưa lớn' })).toBe('{"body":"Mưa lớn","wish":"Sửa đường"}');
});

test('the keys of a posted case stand in the order by which requests have always been hashed', () => {
  const order = Object.keys(shapeOf(SubmitCase));
  const before =
    'contentCode procedure body wish kind name address phone email attachments privacyNotice consentsToNotices consentsToPublication readPrivacyNotice'.split(
      ' ',
    );
  expect(order.filter((name) => before.includes(name))).toEqual(before);
});

test('what was said stands in the register, null where nothing was; and comes back as it was said', () => {
  const said = {
    contentCode: '5.2',
    body: 'Mưa lớn làm ngập đường.',
    kind: 'person',
    name: 'Người Thử',
    address: 'Thôn Thử Một',
    phone: '0900000000',
    consentsToNotices: false,
    consentsToPublication: true,
  } as const;
  const stored = storedOf(said);
  expect(Object.keys(stored)).toEqual(fieldNames);
  expect(stored).toMatchObject({ ...said, email: null, wish: null, procedure: null });
  const { contentCode: _, body: __, ...who } = said;
  expect(saidBy({ ...who, email: null })).toEqual({ ...who, email: undefined });
});

test('an officer who may not know the sender is left nothing of them; an erased sender is none', () => {
  const row = {
    body: 'Mưa lớn',
    kind: 'person' as const,
    name: 'Người Thử',
    address: 'Thôn Thử',
    phone: null,
    email: null,
    consentsToNotices: false,
    consentsToPublication: true,
  };
  const { withheld, shown } = apart(row);
  expect(shown).toEqual({ body: 'Mưa lớn', consentsToPublication: true });
  expect(withheld).toEqual({
    kind: 'person',
    name: 'Người Thử',
    address: 'Thôn Thử',
    phone: null,
    email: null,
    consentsToNotices: false,
  });
  const gone = { ...row, kind: null, name: null, address: null, consentsToNotices: null };
  expect(apart(gone).withheld).toBe(null);
});

test('a value reads in the words of its choice', () => {
  expect(wordsOf('kind', 'organisation')).toBe('Tổ chức, doanh nghiệp');
  expect(wordsOf('contentCode', '5.3')).toBe('Các quy định mâu thuẫn nhau');
  expect(wordsOf('procedure', '1.000105', 'Cấp giấy phép')).toBe('Cấp giấy phép');
  expect(wordsOf('consentsToNotices', true)).toBe('Đồng ý');
  expect(wordsOf('consentsToNotices', false)).toBe('Không đồng ý');
  expect([wordsOf('wish', undefined), wordsOf('wish', null), wordsOf('wish', '')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
