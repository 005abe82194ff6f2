// The first quarter of 2026 with 25 cases of every kind, four of December before them, led over the API with the clock set; and one of April.
import { expireSupplements } from '../../../api/cases/steps/expiry-service.ts';
import { post, submit } from '../portal/case.ts';
import { classification, openCrew, publication, reply } from '../portal/crew.ts';
import type { TestPortal } from '../portal/portal.ts';

const post1 = '1.003633';
const science = '1.014431';

/** Returns the crew and the numbers of the letters, by the names that the comments give them. */
export async function scriptQuarter(test: TestPortal) {
  const at = (local: string) => test.clock.set(`${local}:00+07:00`);
  at('2025-12-15T08:00');
  const crew = await openCrew(test);
  const must = async (...call: Parameters<typeof crew.take>) => {
    const { status, body } = await crew.take(...call);
    if (status !== 200) throw new Error(`${call[1]} ${call[2]} refused: ${JSON.stringify(body)}`);
  };
  const keys: Record<string, { number: string; secret: string }> = {};
  const receive = async (name: string, said: object = {}) => {
    keys[name] = await submit(test, { ...said });
  };
  const of = (name: string) => keys[name]?.number ?? '';
  const own = async (name: string, step: string, fields: object = {}) => {
    const { status, body } = await post(test, '/api/cases/steps', { ...keyOf(name), step, ...fields });
    if (status !== 200) throw new Error(`${name} ${step} refused: ${JSON.stringify(body)}`);
  };
  const keyOf = (name: string) => ({ number: of(name), secret: keys[name]?.secret });
  const handOver = async (name: string, procedure?: string) => {
    await must('TN', of(name), 'classify', { ...classification, ...(procedure && { procedure }) });
    await must('TN', of(name), 'accept');
    await must('CVP', of(name), 'assign', { handlerId: crew.officers.XL.id });
  };
  const answer = async (name: string) => {
    await must('XL', of(name), 'draft-reply', reply);
    await must('TP', of(name), 'submit-reply');
    await must('LD', of(name), 'approve');
  };
  const publish = (name: string) => must('BT', of(name), 'publish', publication);
  const conduct = async (name: string) => {
    await must('TN', of(name), 'classify', {
      ...classification,
      contentCode: '5.1',
      subjectUnit: 'van-phong',
    });
    await must('TN', of(name), 'refer-conduct');
  };
  const conductAnswer = async (name: string) => {
    await must('LD', of(name), 'assign-conduct', { handlerId: crew.officers.otherXL.id });
    const draft = { ...reply, outcome: 'correct-conduct', verification: 'partly-true' };
    await must('otherXL', of(name), 'draft-reply', draft);
    await must('otherTP', of(name), 'submit-reply');
    await must('LD', of(name), 'approve');
  };
  const transfer = {
    contentCode: '5.2',
    agency: 'Sở Thử nghiệm',
    documentNumber: '12/CV',
    documentOn: '2026-01-12',
  };

  // December: carried1 answered in January; carried2 stays open; again is answered and goes on in February; past is past.
  for (const name of ['carried1', 'again', 'past']) await receive(name, { procedure: post1 });
  await receive('carried2', { contentCode: '5.1' });
  for (const name of ['carried1', 'again', 'past']) await handOver(name, post1);
  await conduct('carried2');
  await must('LD', of('carried2'), 'assign-conduct', { handlerId: crew.officers.otherXL.id });
  at('2025-12-29T08:00');
  for (const name of ['again', 'past']) {
    await answer(name);
    await publish(name);
  }

  // January: post1..3 answered and published, post4 answered; science1 answered and kept private.
  at('2026-01-05T08:00');
  await answer('carried1');
  await publish('carried1');
  const posts = ['post1', 'post2', 'post3', 'post4'];
  for (const name of posts) await receive(name, { procedure: post1 });
  await receive('science1', { procedure: science });
  for (const name of posts) await handOver(name, post1);
  await handOver('science1', science);
  at('2026-01-12T08:00');
  for (const name of [...posts, 'science1']) await answer(name);
  for (const name of posts.slice(0, 3)) await publish(name);
  await must('LD', of('science1'), 'close-private', { reason: 'Liên quan bí mật kinh doanh.' });

  // Conduct: two answered (one published), one waits for the leaders.
  for (const name of ['conduct1', 'conduct2', 'conduct3']) await receive(name, { contentCode: '5.1' });
  for (const name of ['conduct1', 'conduct2', 'conduct3']) await conduct(name);
  at('2026-01-19T08:00');
  await conductAnswer('conduct1');
  await conductAnswer('conduct2');
  await publish('conduct1');

  // Refused; refused and reopened; transferred; transferred and sent back; transferred with a result; withdrawn; lapsed.
  for (const name of ['refused', 'reopened', 'sent1', 'sent2', 'sent3', 'gone', 'lapsed'])
    await receive(name);
  for (const name of ['refused', 'reopened'])
    await must('CVP', of(name), 'reject', {
      contentCode: '5.2',
      ground: 'spam',
      reason: 'Thư rác gửi hàng loạt.',
    });
  await must('CVP', of('reopened'), 'reopen-rejected', { reason: 'Người gửi đề nghị xem lại.' });
  for (const name of ['sent1', 'sent2', 'sent3']) await must('LD', of(name), 'transfer', transfer);
  await must('TN', of('sent2'), 'return-transfer', { reason: 'Cơ quan nhận chuyển trả.' });
  await must('TN', of('sent3'), 'record-outside-result', {
    documentNumber: '99/CV',
    documentOn: '2026-01-19',
    result: 'Cơ quan nhận đã giải quyết.',
  });
  await own('gone', 'withdraw');
  await must('TN', of('lapsed'), 'ask-supplement', { question: 'Xin cho biết số biên nhận.' });
  at('2026-02-10T08:00');
  await expireSupplements(test.portal);

  // Merged into one that is open; a complaint guided out; a letter split in two; an answered one goes on.
  for (const name of ['main', 'double', 'complaint', 'both']) await receive(name);
  await must('TN', of('double'), 'merge', {
    contentCode: '5.2',
    into: of('main'),
    reason: 'Cùng người, cùng nội dung.',
  });
  await must('TN', of('complaint'), 'guide-out', {
    kind: 'complaint',
    guidance: 'Xin gửi theo Luật Khiếu nại.',
  });
  await must('TN', of('both'), 'split', {
    contentCode: '5.3',
    body: 'Phần nội dung thứ hai của thư (dữ liệu thử).',
  });
  await own('again', 'continue', { text: 'Biểu mẫu mới vẫn đòi bản giấy như cũ (dữ liệu thử).' });

  // March: answered on the last days and published in April; handed over only; waiting; one that nobody has read; one whose transfer waits for a signature.
  at('2026-03-23T08:00');
  await receive('late1', { procedure: post1 });
  await receive('late2', { procedure: science });
  await handOver('late1', post1);
  await handOver('late2', science);
  await receive('waiting');
  await must('TN', of('waiting'), 'ask-supplement', { question: 'Xin cho biết số biên nhận.' });
  await receive('fresh1', { contentCode: '5.1' });
  await receive('fresh2');
  // Another agency's: its transfer waits for a signature.
  await must('TN', of('fresh2'), 'transfer', { ...transfer, documentOn: '2026-03-23' });
  at('2026-03-31T16:00');
  await answer('late1');
  // April is another period: nothing of it shows in the first quarter.
  at('2026-04-01T08:00');
  await publish('late1');
  await answer('late2');
  await receive('april', { procedure: post1 });
  return { crew, of, at, must, classification };
}
