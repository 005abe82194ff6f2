// What senders do with their own case: each step where the table allows it, refused elsewhere with nothing written.
import { decrypted } from '../../api/db/encrypted.ts';
import { senderColumns } from '../../api/cases/columns-repository.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSecret } from '../../api/cases/tools/secret.ts';
import { freshKey, post, submission, submit } from '../support/portal/case.ts';
import { openCrew, publication, reply, type Crew } from '../support/portal/crew.ts';
import { pdf } from '../support/worlds/files.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

type Key = { number: string; secret: string };
const start = '2026-11-20T08:30:00+07:00';
let test: TestPortal;
let crew: Crew;
beforeAll(async () => {
  const env = { DATA_DIR: await temporaryFolder(), UPLOADS_PER_10_MINUTES: '0' };
  test = await openTestPortal({ now: start, env });
  crew = await openCrew(test);
});
beforeEach(() => test.clock.set(start));
afterAll(() => test.close());

const fields: Record<string, object> = {
  supply: { text: 'Số biên nhận thử 0001 (dữ liệu thử).' },
  remark: { text: 'Hôm nay vẫn bị đòi bản giấy (dữ liệu thử).' },
  withdraw: { text: 'Việc đã xong (dữ liệu thử).' },
  continue: { text: 'Biểu mẫu mới vẫn yêu cầu bản giấy như cũ (dữ liệu thử).' },
  'correct-contact': { address: 'Thôn Mới, xã Thử, tỉnh Quảng Ngãi', email: 'moi@thu.example' },
  'choose-name': { name: 'show' },
  'rotate-secret': {},
  rate: { score: 'dissatisfied', reason: 'slow', comment: 'Trả lời chưa đúng chỗ (dữ liệu thử).' },
};
const own = ({ number, secret }: Key, step: string, said = fields[step]) =>
  step === 'rate'
    ? post(test, '/api/cases/rate', { number, secret, ...said })
    : post(test, '/api/cases/steps', { number, secret, step, ...said });
const lookUp = async ({ number, secret }: Key) =>
  (await post(test, '/api/cases/lookup', { number, secret })).body as Record<string, any>;
async function must(...call: Parameters<typeof own>) {
  const { status, body } = await own(...call);
  expect([call[1], status < 300, body?.['detail'] ?? null, body?.errors ?? null]).toEqual([
    call[1],
    true,
    null,
    null,
  ]);
  return body as { secret?: string };
}
async function take(...call: Parameters<Crew['take']>) {
  const { status, body } = await crew.take(...call);
  expect([call[2], status, body.errors ?? null]).toEqual([call[2], 200, null]);
}

/** All that is written of one case. */
async function written({ number }: { number: string }) {
  const { db } = test.portal;
  const row = await db.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
  const [events, texts, senders, ratings, proposals, attachments] = await Promise.all([
    db.selectFrom('caseEvents').selectAll().where('caseId', '=', row.id).orderBy('seq').execute(),
    db
      .selectFrom('caseEventTexts')
      .selectAll()
      .select(decrypted('case_event_texts.text').as('text'))
      .where('caseId', '=', row.id)
      .orderBy('seq')
      .execute(),
    db.selectFrom('caseSenders').selectAll().select(senderColumns()).where('caseId', '=', row.id).execute(),
    db
      .selectFrom('caseRatings')
      .selectAll()
      .select(decrypted('rating_versions.comment', 'case_ratings').as('comment'))
      .where('caseId', '=', row.id)
      .execute(),
    db.selectFrom('caseProposals').select('step').where('caseId', '=', row.id).execute(),
    db.selectFrom('attachments').select('id').where('caseId', '=', row.id).execute(),
  ]);
  return { row, events, texts, senders, ratings, proposals, attachments };
}
const lastOf = async (key: Key) => {
  const { events, texts } = await written(key);
  return {
    event: events.at(-1),
    text: texts.findLast(({ seq }) => seq === events.at(-1)?.seq)?.text ?? null,
  };
};
async function upload(file: Buffer, name: string): Promise<string> {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(file)], name));
  const answer = await test.request('/api/uploads', { method: 'POST', body: form });
  return ((await answer.json()) as { token: string }).token;
}

const question = { question: 'Xin cho biết số biên nhận hồ sơ.' };
const asked = async () => {
  const key = await submit(test);
  await take('TN', key.number, 'ask-supplement', question);
  return key;
};
const rejected = async () => {
  const key = await submit(test);
  await take('CVP', key.number, 'reject', {
    contentCode: '5.2',
    ground: 'question',
    reason: 'Đây là câu hỏi, không phải phản ánh.',
  });
  return key;
};
const rated = async () => {
  const key = await crew.caseIn('published');
  await must(key, 'rate');
  return key;
};
const open = ['withdraw', 'remark', 'correct-contact', 'choose-name', 'rotate-secret'];
const unfinished = open.slice(1);
/** What a sender may do at each stop, in the order of the table. */
const lawful: [status: string, lead: () => Promise<Key>, steps: string[]][] = [
  ['submitted', () => submit(test), open],
  ['need_info', asked, ['supply', ...open]],
  ['accepted', () => crew.caseIn('accepted'), open],
  ['assigned', () => crew.caseIn('assigned'), open],
  ['reply_draft', () => crew.caseIn('reply_draft'), open],
  ['approving', () => crew.caseIn('approving'), unfinished],
  ['answered', () => crew.caseIn('answered'), unfinished],
  ['published', () => crew.caseIn('published'), ['correct-contact', 'rotate-secret', 'rate', 'continue']],
  ['rated', rated, ['correct-contact', 'rotate-secret', 'continue']],
  ['rejected', rejected, []],
];

describe('by the table', () => {
  it.each(lawful)(
    'in %s the sender is offered what is lawful, and all else writes nothing',
    async (...stop) => {
      const [status, lead, steps] = stop;
      const key = await lead();
      const before = await written(key);
      expect([before.row.status, (await lookUp(key))['steps']]).toEqual([status, steps]);
      for (const step of Object.keys(fields).filter((name) => !steps.includes(name))) {
        const refused = await own(key, step);
        expect([step, refused.status, refused.body['code']]).toEqual([step, 409, 'wrong-status']);
      }
      expect(await written(key)).toEqual(before);
    },
  );

  it('every offered step is taken where it is offered', async () => {
    for (const [status, lead, steps] of lawful)
      for (const step of steps) {
        const key = await lead();
        const answer = await own(key, step);
        expect([status, step, answer.status]).toEqual([status, step, step === 'rate' ? 204 : 200]);
        const { events } = await written(key);
        expect(events.some((event) => event.step === step && event.actorRole === 'CD')).toBe(true);
      }
  });

  it('only number and secret together open a step; another case’s secret writes nothing', async () => {
    const [mine, other] = [await submit(test), await submit(test)];
    const before = await written(mine);
    for (const step of open)
      expect([step, (await own({ ...mine, secret: other.secret }, step)).status]).toEqual([step, 404]);
    expect((await own(mine, 'approve', {})).status).toBe(422);
    expect(await written(mine)).toEqual(before);
  });
});

describe('a supplement', () => {
  it('shows what is asked and until when, and brings file and text when it comes', async () => {
    test.clock.set('2026-11-25T09:00:00+07:00');
    const key = await asked();
    await must(key, 'remark', { text: 'Tôi đang tìm giấy biên nhận (dữ liệu thử).' });
    expect(await lookUp(key)).toMatchObject({
      status: 'awaiting-supplement',
      pausedOn: '2026-11-25',
      asked: { question: question.question, until: '2026-12-09' },
    });
    const attachments = [await upload(pdf, 'bien-nhan.pdf')];
    await must(key, 'supply', { ...fields['supply'], attachments });
    const after = await lookUp(key);
    expect(after).toMatchObject({ status: 'received', pausedOn: null, asked: null });
    expect(after['attachments']).toMatchObject([{ name: 'bien-nhan.pdf' }]);
  });

  it('received 20/11, asked 25/11, supplied 30/11: days 26, 27 and 30 are given back, due 17/12, not 14/12', async () => {
    const key = await crew.caseIn('assigned');
    expect((await lookUp(key))['due'].on).toBe('2026-12-14');
    test.clock.set('2026-11-25T09:00:00+07:00');
    await take('XL', key.number, 'ask-supplement', question);
    test.clock.set('2026-11-30T10:00:00+07:00');
    await must(key, 'supply');
    const { row } = await written(key);
    expect(row).toMatchObject({
      status: 'assigned',
      dueOn: '2026-12-17',
      pausedOn: null,
      resumeStatus: null,
    });
    expect((await lookUp(key))['due'].on).toBe('2026-12-17');
  });

  it('refused as too short, or with a file that is gone, leaves the case waiting', async () => {
    const key = await asked();
    const before = await written(key);
    const short = await own(key, 'supply', { text: 'có' });
    expect([short.status, short.body.errors?.[0]?.pointer]).toEqual([422, '/text']);
    const gone = await own(key, 'supply', { ...fields['supply'], attachments: ['A'.repeat(43)] });
    expect([gone.status, gone.body.errors?.[0]?.pointer]).toEqual([422, '/attachments']);
    expect(await written(key)).toEqual(before);
  });
});

describe('going on with a case', () => {
  it('is a new clock from that day, with the approved reply still shown and no draft of the next one', async () => {
    const key = await crew.caseIn('published');
    test.clock.set('2026-12-01T08:00:00+07:00');
    await must(key, 'continue');
    const { row } = await written(key);
    expect(row).toMatchObject({
      status: 'submitted',
      clockStartedOn: '2026-12-01',
      dueOn: '2026-12-22',
      transferDueOn: '2026-12-08',
      answeredAt: null,
      closedAt: null,
      handlerId: null,
    });
    const { XL } = crew.officers;
    await take('TN', key.number, 'accept');
    await take('CVP', key.number, 'assign', { handlerId: XL.id });
    await take('XL', key.number, 'draft-reply', { ...reply, body: `${reply.body} Dự thảo lần hai.` });
    expect(await lookUp(key)).toMatchObject({ status: 'handling', reply: { body: reply.body } });
    await take('TP', key.number, 'submit-reply');
    await take('LD', key.number, 'approve');
    expect((await lookUp(key))['reply'].body).toBe(`${reply.body} Dự thảo lần hai.`);
  });

  it('needs a reason of twenty characters', async () => {
    const key = await crew.caseIn('published');
    const short = await own(key, 'continue', { text: 'Chưa đồng ý.' });
    expect([short.status, short.body.errors?.[0]?.pointer]).toEqual([422, '/text']);
    expect((await written(key)).row.status).toBe('published');
  });
});

describe('a change of the look-up code', () => {
  it('kills the old code at once; the new one opens the case', async () => {
    const key = await submit(test);
    const { secret = '' } = await must(key, 'rotate-secret');
    expect(secret).toMatch(/^([2-9A-HJ-NP-Z]{4}-){4}[2-9A-HJ-NP-Z]{4}$/);
    expect(secret).not.toBe(key.secret);
    expect((await post(test, '/api/cases/lookup', { number: key.number, secret: key.secret })).status).toBe(
      404,
    );
    expect((await own(key, 'remark')).status).toBe(404);
    expect(await lookUp({ number: key.number, secret })).toMatchObject({ number: key.number });
  });

  it('the form sent once more under its key tells neither code again', async () => {
    const again = freshKey();
    const key = await submit(test, {}, again);
    await must(key, 'rotate-secret');
    const replay = await post(test, '/api/cases', submission, { 'idempotency-key': again });
    expect([replay.status, replay.body['code']]).toEqual([409, 'key-reused']);
    expect(JSON.stringify(replay.body)).not.toContain(key.number);
  });

  it('pressed twice under one key changes once and tells the same code; another key needs the new code', async () => {
    const key = await submit(test);
    const change = { key: 'mot-lan-doi-ma-thu-0001' };
    const { secret } = await must(key, 'rotate-secret', change);
    const { events } = await written(key);
    expect(await must(key, 'rotate-secret', change)).toEqual({ secret });
    expect((await written(key)).events).toEqual(events);
    expect((await own(key, 'rotate-secret', { key: 'mot-lan-doi-ma-thu-0002' })).status).toBe(404);
    const other = await submit(test);
    expect((await own({ ...other, secret: key.secret }, 'rotate-secret', change)).status).toBe(404);
  });

  it('is told again to nobody who has the number and the key of the change but not the code before it', async () => {
    const key = await submit(test);
    const change = { key: 'mot-lan-doi-ma-thu-0003' };
    const { secret = '' } = await must(key, 'rotate-secret', change);
    const stranger = await submit(test);
    const before = await written(key);
    const tries = [
      { ...key, secret: stranger.secret },
      { ...key, secret: newSecret() },
      { ...key, secret: `${key.secret.slice(0, -1)}${key.secret.endsWith('2') ? '3' : '2'}` },
      { ...key, secret: 'x' },
    ];
    for (const attacker of tries) {
      const { status, body } = await own(attacker, 'rotate-secret', change);
      expect([404, 422]).toContain(status);
      expect(JSON.stringify(body)).not.toContain(secret);
    }
    expect(await written(key)).toEqual(before);
    // Once the code is changed again, the first change tells nothing to anybody any more.
    await must({ ...key, secret }, 'rotate-secret', { key: 'mot-lan-doi-ma-thu-0004' });
    expect((await own(key, 'rotate-secret', change)).status).toBe(404);
  });
});

describe('the name at publication', () => {
  const named = {
    ...publication,
    summary: `Ông ${submission.name} phản ánh biểu mẫu còn yêu cầu bản giấy.`,
    confirmedMasked: true,
  };
  it('is refused while the sender hides it, goes out once the sender asked for it; the telephone never', async () => {
    const key = await crew.caseIn('answered');
    expect((await lookUp(key))['nameAtPublication']).toBe('hide');
    const hidden = await crew.take('BT', key.number, 'publish', named);
    expect([hidden.status, hidden.body.errors?.[0]?.pointer]).toEqual([422, '/summary']);
    await must(key, 'choose-name');
    expect((await lookUp(key))['nameAtPublication']).toBe('show');
    const answer = `${publication.answer} Liên hệ ${submission.phone}.`;
    const phone = await crew.take('BT', key.number, 'publish', { ...named, answer });
    expect([phone.status, phone.body.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/answer']]);
    expect((await test.request(`/api/answers/${key.number}`)).status).toBe(404);
    await take('BT', key.number, 'publish', named);
    expect((await test.request(`/api/answers/${key.number}`)).status).toBe(200);
  });

  it('is hidden again when the sender thinks better of it', async () => {
    const key = await crew.caseIn('answered');
    await must(key, 'choose-name');
    await must(key, 'choose-name', { name: 'hide' });
    expect((await crew.take('BT', key.number, 'publish', named)).status).toBe(422);
  });
});

describe('withdrawing', () => {
  it('ends the case, and what was proposed for it waits for no signature', async () => {
    const key = await submit(test);
    const transfer = {
      contentCode: '5.2',
      agency: 'Sở Thử Nghiệm',
      documentNumber: '01/CV-THU',
      documentOn: '2026-11-20',
    };
    await take('TN', key.number, 'transfer', transfer);
    expect((await written(key)).proposals).toEqual([{ step: 'transfer' }]);
    await must(key, 'withdraw');
    const { row, proposals } = await written(key);
    expect([row.status, row.closedAt, proposals]).toEqual(['rejected', new Date(start), []]);
    expect(await lookUp(key)).toMatchObject({ status: 'withdrawn', steps: [] });
  });

  it('needs no reason', async () => {
    const key = await submit(test);
    await must(key, 'withdraw', {});
    expect((await lastOf(key)).text).toBeNull();
  });
});

describe('correcting how one is reached', () => {
  it('replaces address, telephone and e-mail, and the officers see the new ones', async () => {
    const key = await submit(test);
    await must(key, 'correct-contact');
    expect((await written(key)).senders).toMatchObject([
      { address: 'Thôn Mới, xã Thử, tỉnh Quảng Ngãi', phone: null, email: 'moi@thu.example' },
    ]);
    expect((await crew.seen('TN', key.number)).body['sender']).toMatchObject({ email: 'moi@thu.example' });
  });

  it('keeps at least one way', async () => {
    const key = await submit(test);
    const before = await written(key);
    const none = await own(key, 'correct-contact', { address: 'Thôn Mới, xã Thử, tỉnh Quảng Ngãi' });
    expect([none.status, none.body.errors?.[0]?.pointer]).toEqual([422, '/phone']);
    expect(await written(key)).toEqual(before);
  });
});

describe('rating', () => {
  it('is kept, told back to the sender, and taken once', async () => {
    const key = await crew.caseIn('published');
    await must(key, 'rate');
    expect((await lookUp(key))['rating']).toEqual(fields['rate']);
    const before = await written(key);
    expect((await own(key, 'rate', { score: 'satisfied' })).status).toBe(409);
    expect(await written(key)).toEqual(before);
  });
});

describe('what is written', () => {
  it('holds a text apart from its event, which carries its commitment and no personal data', async () => {
    const key = await submit(test);
    await must(key, 'remark');
    await must(key, 'correct-contact');
    await must(key, 'choose-name');
    const { secret = '' } = await must(key, 'rotate-secret');
    await must({ ...key, secret }, 'withdraw');
    const { events, texts } = await written(key);
    expect(events.map(({ step, data, commitment }) => [step, data, commitment?.length ?? null])).toEqual([
      ['submit', null, 32],
      ['remark', null, 32],
      ['correct-contact', null, null],
      ['choose-name', '{"name":"show"}', null],
      ['rotate-secret', null, null],
      ['withdraw', '{"ground":"withdrawn"}', 32],
    ]);
    expect(texts.map(({ kind, text }) => [kind, text])).toEqual([
      ['remark', 'Hôm nay vẫn bị đòi bản giấy (dữ liệu thử).'],
      ['remark', 'Việc đã xong (dữ liệu thử).'],
    ]);
    const said = JSON.stringify(
      events.map((event) => ({ ...event, hash: '', prevHash: '', commitment: '' })),
    );
    for (const personal of [...Object.values(submission), 'moi@thu.example', 'Thôn Mới', key.secret, secret])
      expect(said).not.toContain(`"${personal}"`);
    expect(said).not.toMatch(/dữ liệu thử|thu\.example|Thôn|0900/);
  });

  it('shows the sender no internal note, no reason between officers, no name and no draft', async () => {
    const key = await crew.caseIn('reply_draft');
    await take('TN', key.number, 'note', { note: 'Ghi chú kín giữa cán bộ.' });
    await take('TP', key.number, 'return-draft', { reason: 'Lý do kín giữa cán bộ.' });
    await take('CVP', key.number, 'reassign', {
      handlerId: crew.officers.XL.id,
      note: 'Lời giao việc kín.',
    });
    const seen = JSON.stringify(await lookUp(key));
    const names = await test.portal.db.selectFrom('staffUsers').select(['name', 'email', 'id']).execute();
    for (const { name, email, id } of names)
      for (const word of [name, email, id]) expect(seen).not.toContain(word);
    expect(seen).not.toMatch(/kín/);
    expect(seen).not.toContain(reply.body);
  });

  it('a merged case is answered with the common one, and stays so whatever its sender corrects', async () => {
    const main = await crew.caseIn('approving');
    const second = await submit(test, { name: 'Người Thử Hai' });
    await take('TN', second.number, 'merge', {
      contentCode: '5.2',
      into: main.number,
      reason: 'Cùng phản ánh một biểu mẫu.',
    });
    expect(await lookUp(second)).toMatchObject({ status: 'handling', reply: null });
    await take('LD', main.number, 'approve');
    expect(await lookUp(second)).toMatchObject({ status: 'answered', reply: { body: reply.body } });
    await must(second, 'correct-contact');
    expect(await lookUp(second)).toMatchObject({ status: 'answered' });
    expect((await lookUp(main))['links']).toEqual([]);
    // A case that is answered already would never answer what is merged into it.
    const third = await submit(test);
    const into = { contentCode: '5.2', into: main.number, reason: 'Cùng phản ánh một biểu mẫu.' };
    const late = await crew.take('TN', third.number, 'merge', into);
    expect([late.status, late.body.errors?.[0]?.pointer]).toEqual([422, '/into']);
  });
});
