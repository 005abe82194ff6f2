// Every deadline that the office can edit does something, and no number of days of its own stands in the code.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { readDeadlines } from '../../api/deadlines/load.ts';
import { DeadlineCode } from '../../api/deadlines/schema.ts';

/** By what each is used: the file that asks for it, or the table that names it, with where that table is asked. */
const usedBy: Record<DeadlineCode, string> = {
  triage: 'api/cases/intake/entry-service.ts',
  transfer: 'api/cases/intake/entry-service.ts',
  'supplement-ask': 'api/cases/dates/ask-service.ts',
  handle: 'api/cases/intake/entry-service.ts',
  // By the state that runs under it: record-service.ts asks for the deadline of the state that a case enters.
  publish: 'api/cases/lifecycle.ts',
  assign: 'api/cases/lifecycle.ts',
  'supplement-wait': 'api/cases/lifecycle.ts',
  extension: 'api/cases/steps/effects/handling.ts',
  'collect-review': 'api/cases/steps/effects/handling.ts',
  'rating-window': 'api/cases/sender/rating-window-service.ts',
  'remind-first': 'api/cases/dates/warning-service.ts',
  'remind-again': 'api/cases/dates/warning-service.ts',
  'identity-retention': 'api/cases/privacy/kept.ts',
  'rejected-retention': 'api/cases/privacy/kept.ts',
  'guided-retention': 'api/cases/privacy/kept.ts',
  'rating-comments': 'api/page-ratings/service.ts',
  'data-acknowledge': 'api/requests/service.ts',
  // By the kind of a request: service.ts asks for the terms of the kind.
  'data-view': 'api/requests/kinds.ts',
  'data-view-more': 'api/requests/kinds.ts',
  'data-withdraw': 'api/requests/kinds.ts',
  'data-withdraw-more': 'api/requests/kinds.ts',
  'data-delete': 'api/requests/kinds.ts',
  'data-delete-more': 'api/requests/kinds.ts',
  'help-answer': 'api/requests/kinds.ts',
  'request-retention': 'api/requests/staff-service.ts',
  'obligation-remind': 'api/officer-mail/digest-service.ts',
  'obligation-press': 'api/officer-mail/digest-service.ts',
  'survey-closing': 'api/surveys/round-service.ts',
  'survey-papers': 'api/surveys/round-service.ts',
  'contact-expiring': 'api/contacts/service.ts',
  'decision-letter': 'api/subscriptions/letter-service.ts',
  'search-misses': 'api/search/search-service.ts',
};
/** Tables that name deadlines, and who asks for what they name. */
const tables: Record<string, string> = {
  'api/cases/lifecycle.ts': 'api/cases/steps/record-service.ts',
  'api/requests/kinds.ts': 'api/requests/service.ts',
  'api/cases/privacy/kept.ts': 'api/cases/privacy/retention-service.ts',
};
const root = path.resolve(import.meta.dirname, '../..');
const textOf = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

test.each(Object.entries(usedBy))('%s is asked for by %s', (code, file) => {
  expect(textOf(file)).toContain(`'${code}'`);
  expect(textOf(tables[file] ?? file)).toContain('deadlineInForce(portal, ');
});

test('content/deadlines.yaml holds each of them once, with its legal basis', async () => {
  const rows = await readDeadlines(contentDir);
  expect(rows.map(({ code }) => code).toSorted()).toEqual(DeadlineCode.options.toSorted());
  expect(rows.filter(({ legalBasis }) => legalBasis.length < 10)).toEqual([]);
});
