// A posted form as the body of its route: what each kind of field becomes, and that nothing the form says is dropped.
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { RateCase } from '../../api/cases/schema.ts';
import { SubmitCase, TakeIn } from '../../api/cases/intake/intake-schema.ts';
import { SenderStep } from '../../api/cases/sender/sender-schema.ts';
import { TakeStep } from '../../api/cases/steps/step-schema.ts';
import { ChangeDeadline } from '../../api/deadlines/schema.ts';
import { MakeRequest } from '../../api/requests/schema.ts';
import { AccountStep } from '../../api/staff/account-schema.ts';
import { NewAccount } from '../../api/staff/schema.ts';
import { ChangeRound } from '../../api/surveys/round.ts';
import { bodyOf } from '../../site/lib/form/body.ts';
import { shapeOf } from '../../site/lib/form/shape.ts';

describe('a posted form', () => {
  test('becomes the body of a case: lines as typed, ticks as true or false, what was not posted left out', () => {
    expect(
      bodyOf(SubmitCase, {
        contentCode: '5.2',
        body: ' mưa\r\nlớn ',
        wish: '',
        readPrivacyNotice: 'yes',
        pageToken: 'x',
        move: 'send',
      }),
    ).toEqual({
      contentCode: '5.2',
      body: ' mưa\r\nlớn ',
      wish: '',
      readPrivacyNotice: true,
      consentsToNotices: false,
      consentsToPublication: false,
    });
  });

  test('says numbers as numbers, an empty one as none where none may be, else as what the API refuses', () => {
    const said = bodyOf(ChangeRound, { title: 'Đợt một', target: '', formsIssued: '' });
    expect(said).toEqual({ title: 'Đợt một', target: Number.NaN, formsIssued: null });
    expect(bodyOf(ChangeDeadline, { amount: '5', certainty: 'law' })).toEqual({
      amount: 5,
      certainty: 'law',
    });
    for (const amount of ['', ' ', 'năm', '1.5', '5e400'])
      expect([amount, ChangeDeadline.safeParse(bodyOf(ChangeDeadline, { amount })).success]).toEqual([
        amount,
        false,
      ]);
  });

  test('of a step has the fields of that step alone', () => {
    const typed = {
      step: 'reject',
      version: '7',
      ground: 'spam',
      reason: 'Thư rác',
      summary: 'x',
      units: 'y',
    };
    expect(bodyOf(TakeStep, typed)).toEqual({
      step: 'reject',
      version: 7,
      ground: 'spam',
      reason: 'Thư rác',
    });
    expect(bodyOf(TakeStep, { ...typed, step: 'accept' })).toEqual({ step: 'accept', version: 7 });
    const draft = bodyOf(TakeStep, { step: 'draft-reply', version: '1', lawful: 'sound', treaty: 'flawed' });
    expect(draft).toMatchObject({ criteria: { lawful: 'sound', treaty: 'flawed' } });
    expect(bodyOf(AccountStep, { step: 'change-rights', role: 'TN', unit: 'a', id: '1' })).toEqual({
      step: 'change-rights',
      role: 'TN',
      unit: 'a',
    });
  });

  test.each([['hack'], [''], [undefined]])(
    'of a step named %s is handed to the API, which refuses it',
    (step) => {
      const said = bodyOf(SenderStep, step === undefined ? {} : { step });
      expect(said).toEqual(step === undefined ? {} : { step });
      expect(SenderStep.safeParse(said).success).toBe(false);
    },
  );

  test('takes lists and keys from who calls', () => {
    const open = { number: 'PAKN-2026-000001', secret: 's' };
    expect(bodyOf(RateCase, { score: 'satisfied', number: 'other' }, open)).toEqual({
      ...open,
      score: 'satisfied',
    });
  });
});

test.each([
  ['a case', SubmitCase],
  ['an entry', TakeIn],
  ['a request', MakeRequest],
  ['an account', NewAccount],
])('every field of %s that is posted is said', (_, schema) => {
  for (const name of Object.keys(shapeOf(schema as z.ZodType))) {
    if (name === 'attachments') continue;
    expect([name, name in (bodyOf(schema as z.ZodType, { [name]: 'yes' }) as object)]).toEqual([name, true]);
  }
});

test('a schema without fields is told', () => {
  expect(() => bodyOf(z.string(), {})).toThrow('not one of kind string');
});
