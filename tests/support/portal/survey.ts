// A round of the department's questionnaire for tests, and forms of it; every number and text in them is made up.
import { filledForm, surveyId } from '../../../api/demo/survey-form.ts';
import type { Answers } from '../../../api/surveys/answers.ts';
import { freshKey, post } from './case.ts';
import type { TestPortal } from './portal.ts';
import { signedInAs } from './staff.ts';

export const procedures = ['1.014445', '2.002379', '1.003633'] as const;

export const roundFields = {
  surveyId,
  title: 'Đợt khảo sát thử nghiệm quý 4 năm 2026',
  opensOn: '2026-11-20',
  closesOn: '2026-11-30',
  procedures: [...procedures],
  counters: ['Quầy 1', 'Quầy 2'],
  channels: ['web', 'qr', 'paper'],
  target: 60,
};

/** A form that counts: every answer of part C is the given level. */
export const formOf = (level: number | 'none' = 4, change: Answers = {}): Answers =>
  filledForm({ procedure: procedures[0], month: '2026-11', level }, change);

let serial = 0;
/** A receipt number that no other test has used. */
export const receipt = () => `H48.10-261120-${String((serial += 1)).padStart(4, '0')}`;

export type OpenedRound = Awaited<ReturnType<typeof openRound>>;

/** A round that is open from the clock's day on, and the officer who leads it. */
export async function openRound(test: TestPortal, change: object = {}) {
  const leader = await signedInAs(test, 'CVP');
  const made = await post(test, '/api/staff/surveys', { ...roundFields, ...change }, leader.headers);
  if (made.status !== 201) throw new Error(`round refused: ${JSON.stringify(made.body)}`);
  const id = String(made.body['id']);
  return {
    id,
    leader,
    answer: async (
      answers: Answers,
      token: object = { kind: 'receipt', number: receipt() },
      key = freshKey(),
      more: object = {},
    ) =>
      await post(test, `/api/surveys/${id}/answers`, { token, answers, ...more }, { 'idempotency-key': key }),
    close: async () => await post(test, `/api/staff/surveys/${id}/close`, {}, leader.headers),
    tally: async () =>
      (await (
        await test.request(`/api/staff/surveys/${id}/tally`, { headers: leader.headers })
      ).json()) as any,
    results: async () => {
      const response = await test.request(`/api/surveys/${id}/results`);
      return { status: response.status, body: (await response.json()) as any };
    },
  };
}
