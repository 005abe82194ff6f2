// The end of keeping: after the term the person is gone from the case, and the case still counts.
import { decrypted } from '../../api/db/encrypted.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyRetention } from '../../api/cases/privacy/retention-service.ts';
import { post, submission } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let test: TestPortal;
let crew: Crew;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:00:00+07:00' });
  crew = await openCrew(test);
});
afterAll(() => test.close());

describe('a case that ended on 20/11/2026', () => {
  it('keeps its sender for 730 days, then loses name, words and content, while its events stay', async () => {
    const receipt = await crew.caseIn('published');
    const open = await crew.caseIn('assigned');
    test.clock.set('2028-11-19T08:00:00+07:00');
    expect(await applyRetention(test.portal)).toBe(0);
    test.clock.set('2028-11-21T08:00:00+07:00');
    expect(await applyRetention(test.portal)).toBe(1);
    expect(await applyRetention(test.portal)).toBe(0);
    const { db } = test.portal;
    const senders = await db
      .selectFrom('caseSenders')
      .innerJoin('cases', 'cases.id', 'caseId')
      .select(['number', decrypted('case_senders.name').as('name')])
      .execute();
    expect(senders).toEqual([{ number: open.number, name: submission.name }]);
    const { body } = await post(test, '/api/cases/lookup', {
      number: receipt.number,
      secret: receipt.secret,
    });
    expect(body).toMatchObject({ number: receipt.number, status: 'answered' });
    const seen = await crew.seen('TN', receipt.number);
    expect([seen.status, seen.body['sender'], seen.body['events'].at(-1)]).toMatchObject([
      200,
      null,
      { step: 'erase', actorRole: 'HT' },
    ]);
  });
});
