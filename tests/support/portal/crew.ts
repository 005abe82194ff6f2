// One officer per role with an open session, and a case led by them to a wanted status.
import { post, submit } from './case.ts';
import { openOfficers, type Who } from './officers.ts';
import type { TestPortal } from './portal.ts';

export type Crew = Awaited<ReturnType<typeof openCrew>>;

export const reply = {
  body: 'Cơ quan đã xem xét và trả lời: biểu mẫu sẽ được sửa, không yêu cầu bản giấy (dữ liệu thử).',
  outcome: 'recommend',
  criteria: { necessary: 'flawed', simple: 'flawed' },
} as const;

export const classification = { contentCode: '5.2', summary: 'Biểu mẫu yêu cầu bản giấy thừa.' } as const;

export const publication = {
  title: 'Biểu mẫu đòi bản giấy dù đã nộp trực tuyến',
  summary: 'Người dân phản ánh biểu mẫu còn yêu cầu bản giấy khi đã nộp trực tuyến.',
  answer: 'Cơ quan đã kiến nghị sửa biểu mẫu, không yêu cầu bản giấy.',
} as const;

export async function openCrew(test: TestPortal) {
  const officers = await openOfficers(test);
  const seen = async (who: Who, number: string) => {
    const response = await test.request(`/api/staff/cases/${number}`, { headers: officers[who].headers });
    return { status: response.status, body: (await response.json()) as Record<string, any> };
  };
  /** Takes a step as an officer, on the version that stands now. */
  const take = async (who: Who, number: string, step: string, fields: Record<string, unknown> = {}) => {
    const row = await test.portal.db
      .selectFrom('cases')
      .select('version')
      .where('number', '=', number)
      .executeTakeFirst();
    return await post(
      test,
      `/api/staff/cases/${number}/steps`,
      { step, version: row?.version, ...fields },
      officers[who].headers,
    );
  };
  const must = async (...call: Parameters<typeof take>) => {
    const { status, body } = await take(...call);
    if (status !== 200) throw new Error(`${call[2]} refused: ${JSON.stringify(body)}`);
  };
  const way: [status: string, go: (number: string) => Promise<void>][] = [
    ['submitted', async () => {}],
    [
      'accepted',
      async (number) => {
        await must('TN', number, 'classify', classification);
        await must('TN', number, 'accept');
      },
    ],
    ['assigned', (number) => must('CVP', number, 'assign', { handlerId: officers.XL.id })],
    ['reply_draft', (number) => must('XL', number, 'draft-reply', reply)],
    ['approving', (number) => must('TP', number, 'submit-reply')],
    ['answered', (number) => must('LD', number, 'approve')],
    ['published', (number) => must('BT', number, 'publish', publication)],
  ];
  return {
    officers,
    seen,
    take,
    /** A new case, led along the way of a rule until it stands in `status`. */
    async caseIn(status: string, said: Record<string, unknown> = {}) {
      const receipt = await submit(test, said);
      for (const [reached, go] of way) {
        await go(receipt.number);
        if (reached === status) return receipt;
      }
      throw new Error(`no way to ${status}`);
    },
  };
}
