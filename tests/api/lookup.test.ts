// Looking up a case: only number and secret together open it, and what opens holds no internal word.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, submission, submit } from '../support/portal/case.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let test: TestPortal;
let mine: Awaited<ReturnType<typeof submit>>;
let other: Awaited<ReturnType<typeof submit>>;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
  mine = await submit(test);
  other = await submit(test);
});
afterAll(() => test.close());

const lookUp = (number: string, secret: string) => post(test, '/api/cases/lookup', { number, secret });

describe('the look-up', () => {
  it('opens with number and secret and shows exactly these keys', async () => {
    const { status, body } = await lookUp(mine.number, mine.secret);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      'answeredAt',
      'asked',
      'attachments',
      'contentCode',
      'due',
      'emailConfirmed',
      'emailRefusedAt',
      'letterNumber',
      'links',
      'nameAtPublication',
      'number',
      'outside',
      'pausedOn',
      'procedure',
      'published',
      'rateUntil',
      'rating',
      'reads',
      'receivedAt',
      'reply',
      'said',
      'signedReplies',
      'status',
      'steps',
      'timeline',
    ]);
    expect(body).toMatchObject({
      status: 'received',
      due: { on: '2026-12-14' },
      reply: null,
      // What was sent, word for word, with contact and consents as given.
      said: {
        body: submission.body,
        wish: null,
        kind: 'person',
        name: submission.name,
        address: submission.address,
        phone: '0900000000',
        email: null,
        consentsToNotices: false,
        consentsToPublication: false,
      },
      steps: ['withdraw', 'remark', 'correct-contact', 'choose-name', 'rotate-secret'],
    });
    expect(body['timeline']).toEqual([
      {
        status: 'received',
        at: '2026-11-20T01:30:00.000Z',
        text: 'Phản ánh, kiến nghị đã vào sổ tiếp nhận.',
        words: null,
      },
    ]);
  });

  it('forgives case, spaces and missing dashes', async () => {
    const typed = ` ${mine.secret.toLowerCase().replaceAll('-', ' ')} `;
    expect((await lookUp(mine.number.toLowerCase(), typed)).status).toBe(200);
  });

  it('answers the same for an unknown number and for the secret of another case', async () => {
    const [unknown, wrong] = [
      await lookUp('PAKN-2026-999999', mine.secret),
      await lookUp(mine.number, other.secret),
    ];
    expect([unknown.status, wrong.status]).toEqual([404, 404]);
    expect(unknown.body['detail']).toBe(wrong.body['detail']);
  });

  it('notices a mistyped secret by its check characters, before asking anything', async () => {
    const typo = mine.secret.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const { status, body } = await lookUp(mine.number, typo);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/secret']);
  });
});

describe('the events of a case', () => {
  it('cannot be changed or deleted, not even by the application itself', async () => {
    const { db } = test.portal;
    const refused = 'permission denied for table case_events';
    await expect(db.updateTable('caseEvents').set({ data: 'khác' }).execute()).rejects.toThrow(refused);
    await expect(db.deleteFrom('caseEvents').execute()).rejects.toThrow(refused);
  });

  it('are defended by a trigger even against the owner of the tables', async () => {
    const { owner } = test;
    const refused = 'never changed or deleted';
    await expect(owner.updateTable('caseEvents').set({ data: 'khác' }).execute()).rejects.toThrow(refused);
    await expect(owner.deleteFrom('caseEvents').execute()).rejects.toThrow(refused);
  });
});
