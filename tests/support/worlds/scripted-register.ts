// A register of nearly forty cases of every kind, from January to March 2026, led over the API with the clock set.
import { expireSupplements } from '../../../api/cases/steps/expiry-service.ts';
import { freshKey, post, submission, submit } from '../portal/case.ts';
import { classification, openCrew, publication, reply } from '../portal/crew.ts';
import type { TestPortal } from '../portal/portal.ts';

type Key = { number: string; secret: string };

/** 37 letters: 25 in January, 9 in February, 3 in March; what became of them is told line by line. */
export async function scriptRegister(test: TestPortal) {
  const crew = await openCrew(test);
  const at = (local: string) => test.clock.set(`${local}:00+07:00`);
  const must = async (...call: Parameters<typeof crew.take>) => {
    const { status, body } = await crew.take(...call);
    if (status !== 200) throw new Error(`${call[2]} refused: ${JSON.stringify(body)}`);
    return body;
  };
  const own = async (key: Key, step: string, fields: object = {}) => {
    const { status, body } = await post(test, '/api/cases/steps', {
      number: key.number,
      secret: key.secret,
      step,
      ...fields,
    });
    if (status !== 200) throw new Error(`${step} refused: ${JSON.stringify(body)}`);
  };
  const rate = async ({ number, secret }: Key, score: string) => {
    const { status, body } = await post(test, '/api/cases/rate', { number, secret, score });
    if (status !== 204) throw new Error(`rating refused: ${JSON.stringify(body)}`);
  };
  const many = async (n: number, said: object = {}) => {
    const keys: Key[] = [];
    for (let one = 0; one < n; one += 1) keys.push(await submit(test, { ...said }));
    return keys;
  };
  const classify = (number: string, more: object = {}) =>
    must('TN', number, 'classify', { ...classification, ...more });
  async function handOver(number: string, more: object = {}): Promise<void> {
    await classify(number, more);
    await must('TN', number, 'accept');
    await must('CVP', number, 'assign', { handlerId: crew.officers.XL.id });
  }
  async function answer(number: string): Promise<void> {
    await must('XL', number, 'draft-reply', reply);
    await must('TP', number, 'submit-reply');
    await must('LD', number, 'approve');
  }
  const publish = (number: string) => must('BT', number, 'publish', publication);
  const about = (procedure: string) => ({ procedure });

  // January: 12 letters answered in time on the tenth working day, 9 of them published in time, 8 rated.
  at('2026-01-05T08:00');
  const first = await many(6, about('1.014445'));
  const second = await many(6, about('1.003633'));
  const twelve = [...first, ...second];
  at('2026-01-06T08:00');
  for (const [index, { number }] of twelve.entries())
    await handOver(number, { procedure: index < 6 ? '1.014445' : '1.003633' });
  at('2026-01-19T08:00');
  for (const { number } of twelve) await answer(number);
  at('2026-01-21T08:00');
  for (const { number } of twelve.slice(0, 9)) await publish(number);
  at('2026-01-22T08:00');
  for (const { number } of twelve.slice(9, 11)) await publish(number);
  await must('LD', twelve[11]?.number ?? '', 'close-private', { reason: 'Liên quan nhân sự cụ thể.' });
  for (const key of twelve.slice(0, 6)) await rate(key, 'satisfied');
  await rate(twelve[6] as Key, 'acceptable');
  await rate(twelve[7] as Key, 'dissatisfied');

  // 4 letters about conduct, answered late on the 17th working day by another unit, never published.
  at('2026-01-07T08:00');
  const conduct = await many(4, { contentCode: '5.1' });
  for (const { number } of conduct) {
    await classify(number, { contentCode: '5.1', subjectUnit: 'van-phong' });
    await must('TN', number, 'refer-conduct');
    await must('LD', number, 'assign-conduct', { handlerId: crew.officers.otherXL.id });
  }
  at('2026-01-30T08:00');
  for (const { number } of conduct) {
    const draft = { ...reply, outcome: 'correct-conduct', verification: 'partly-true' };
    await must('otherXL', number, 'draft-reply', draft);
    await must('otherTP', number, 'submit-reply');
    await must('LD', number, 'approve');
  }

  // 3 transfers in time, 1 late; one of the first comes back, one has its result told.
  at('2026-01-08T08:00');
  const sentOn = await many(4);
  const transfer = {
    contentCode: '5.2',
    agency: 'Sở Thử nghiệm',
    documentNumber: '12/CV',
    documentOn: '2026-01-12',
  };
  for (const [index, { number }] of sentOn.entries()) {
    at(index < 3 ? '2026-01-12T08:00' : '2026-01-20T08:00');
    await must('LD', number, 'transfer', transfer);
  }
  at('2026-01-26T08:00');
  await must('TN', sentOn[0]?.number ?? '', 'return-transfer', { reason: 'Cơ quan nhận chuyển trả.' });
  await must('TN', sentOn[1]?.number ?? '', 'record-outside-result', {
    documentNumber: '99/CV',
    documentOn: '2026-01-26',
    result: 'Cơ quan nhận đã giải quyết.',
  });

  // 2 rejections: one in time, one late and reopened. 1 withdrawn. 2 supplements: one supplied, one never.
  at('2026-01-09T08:00');
  const [spam, question] = await many(2);
  at('2026-01-12T08:00');
  await must('CVP', spam?.number ?? '', 'reject', {
    contentCode: '5.2',
    ground: 'spam',
    reason: 'Thư rác gửi hàng loạt.',
  });
  at('2026-01-15T08:00');
  await must('CVP', question?.number ?? '', 'reject', {
    contentCode: '5.2',
    ground: 'question',
    reason: 'Đây là câu hỏi.',
  });
  at('2026-01-16T08:00');
  await must('CVP', question?.number ?? '', 'reopen-rejected', { reason: 'Người gửi đề nghị xem lại.' });
  const [gone] = await many(1);
  await own(gone as Key, 'withdraw');
  const [supplied, silent] = await many(2, about('2.000058'));
  for (const one of [supplied, silent])
    await must('TN', one?.number ?? '', 'ask-supplement', { question: 'Xin cho biết số biên nhận.' });
  at('2026-01-21T08:00');
  await own(supplied as Key, 'supply', { text: 'Số biên nhận thử 0001.' });
  at('2026-02-05T08:00');
  await expireSupplements(test.portal);

  // A complaint and a denunciation, guided out; a merged pair, a split, a forwarded one by telephone.
  at('2026-02-06T08:00');
  const [complaint, denunciation] = await many(2, about('1.014445'));
  await must('TN', complaint?.number ?? '', 'guide-out', {
    kind: 'complaint',
    guidance: 'Xin gửi theo Luật Khiếu nại.',
  });
  await must('TN', denunciation?.number ?? '', 'guide-out', {
    kind: 'denunciation',
    guidance: 'Xin gửi theo Luật Tố cáo.',
    keeperId: crew.officers.CVP.id,
  });
  const [main, double, both] = await many(3);
  await must('TN', double?.number ?? '', 'merge', {
    contentCode: '5.2',
    into: main?.number,
    reason: 'Cùng người, cùng nội dung.',
  });
  await must('TN', both?.number ?? '', 'split', {
    contentCode: '5.3',
    body: 'Phần nội dung thứ hai của thư (dữ liệu thử).',
  });
  await post(
    test,
    '/api/staff/cases',
    {
      ...submission,
      readPrivacyNotice: undefined,
      source: 'vp-ubnd',
      originAgency: 'Văn phòng UBND tỉnh',
      originNumber: '77/VP',
      originOn: '2026-02-04',
      originDueOn: '2026-02-12',
    },
    { ...crew.officers.TN.headers, 'idempotency-key': freshKey() },
  );
  await many(2, { contentCode: '5.8' });
  // Going on with an answered case: a second round, answered in March after an extension.
  at('2026-02-09T08:00');
  const again = twelve[8] as Key;
  await own(again, 'continue', { text: 'Biểu mẫu mới vẫn đòi bản giấy như cũ (dữ liệu thử).' });
  await handOver(again.number, about('1.003633'));
  await must('LD', again.number, 'extend', { days: 5, reason: 'Cần lấy ý kiến đơn vị phối hợp.' });
  at('2026-03-02T08:00');
  await answer(again.number);
  // March: three that are open; the clock stops on the 20th.
  await many(3, about('2.000058'));
  at('2026-03-20T08:00');
  return { crew, twelve, conduct, at };
}
