// Promises of the office's templates: two hands, every version kept, an issued letter keeps the one it was made from; words are
// offered for the steps that are open, filled in from the case, to whoever may know what they hold.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

let at: TestPortal;
let crew: Crew;
let other: Awaited<ReturnType<typeof signedInAs>>;
beforeAll(async () => {
  at = await openTestPortal();
  crew = await openCrew(at);
  other = await signedInAs(at, 'CVP', 'van-phong', 'chanh-van-phong-khac');
});
afterAll(() => at.close());

type Who = keyof Crew['officers'];
const headersOf = (who: Who | 'other') => (who === 'other' ? other : crew.officers[who]).headers;
const read = async (path: string, who: Who | 'other' = 'CVP') => {
  const answer = await at.request(`/api/staff${path}`, { headers: headersOf(who) });
  return { status: answer.status, body: (await answer.json()) as any };
};
const send = (path: string, body: object, who: Who | 'other') =>
  post(at, `/api/staff/templates${path}`, body, headersOf(who));
const words = {
  name: 'Đề nghị bổ sung (bản của Sở)',
  purpose: 'letter-supplement',
  track: null,
  status: null,
  type: 'cong-van',
  subject: 'bổ sung thông tin, mã hồ sơ {{mã hồ sơ}}',
  to: '{{người gửi}}',
  body: 'Bản mới của Sở. Đề nghị {{xưng hô}} bổ sung:\n{{lời của cán bộ}}',
  copies: 'Như trên;\nLưu: VT.',
  source: 'nội bộ',
};
const propose = (code: string, change: object = {}, who: Who | 'other' = 'CVP', seen = 0) =>
  send(`/${code}/versions`, { seen, words: { ...words, ...change } }, who);
async function asked() {
  const { number } = await crew.caseIn('submitted');
  await crew.take('TN', number, 'ask-supplement', { question: 'Ghi rõ tên biểu mẫu (dữ liệu thử).' });
  return number;
}
const letterOf = async (number: string) =>
  (await read(`/cases/${number}/letters/supplement`, 'TN')).body.letter;

test('a version is used once another hand has released it, never by its author’s word', async () => {
  const number = await asked();
  expect(await letterOf(number)).toMatchObject({ template: { code: 'bo-sung', version: 0 } });
  expect((await propose('bo-sung')).body).toEqual({ version: 1 });
  expect((await letterOf(number)).template.version).toBe(0);
  const own = await send('/bo-sung/versions/1/release', {}, 'CVP');
  expect([own.status, own.body['detail']]).toEqual([403, 'Người duyệt phải khác người soạn mẫu.']);
  expect((await send('/bo-sung/versions/1/release', {}, 'TN')).status).toBe(403);
  await expect(
    at.owner
      .insertInto('letterTemplateVerdicts')
      .values({
        code: 'bo-sung',
        version: 1,
        released: true,
        reason: null,
        byId: crew.officers.CVP.id,
        at: new Date(),
      })
      .execute(),
  ).rejects.toThrow('another than its author');
  expect((await send('/bo-sung/versions/1/release', {}, 'other')).status).toBe(204);
  expect((await send('/bo-sung/versions/1/release', {}, 'LD')).status).toBe(409);
  const letter = await letterOf(number);
  expect(letter).toMatchObject({
    template: { code: 'bo-sung', version: 1, name: 'Đề nghị bổ sung (bản của Sở)' },
    subject: `V/v bổ sung thông tin, mã hồ sơ ${number}`,
  });
  expect(letter.body.map(({ text }: { text: string }) => text)).toEqual([
    'Bản mới của Sở. Đề nghị Ông/Bà bổ sung:',
    'Ghi rõ tên biểu mẫu (dữ liệu thử).',
  ]);
});

test('what was issued keeps the version it was made from', async () => {
  const number = await asked();
  const { body } = await read(`/cases/${number}/letters/supplement`, 'TN');
  const form = {
    template: 'bo-sung',
    seen: body.seen,
    numbering: 'next',
    capacity: 'GIÁM ĐỐC',
    signer: 'Người Ký Thử',
  };
  const issued = await post(at, `/api/staff/cases/${number}/letters/supplement`, form, headersOf('TN'));
  const version = body.letter.template.version;
  expect(
    (await propose('bo-sung', { body: 'Bản sau nữa của Sở, khác hẳn bản trước.' }, 'TN', version)).status,
  ).toBe(201);
  expect((await send(`/bo-sung/versions/${version + 1}/release`, {}, 'LD')).status).toBe(204);
  const { body: kept } = await read(`/outgoing/${issued.body['id']}`, 'TN');
  expect(kept.letter).toMatchObject({ template: { version } });
  expect(kept.letter.body[0].text).not.toContain('Bản sau nữa');
  expect((await letterOf(await asked())).body[0].text).toContain('Bản sau nữa');
});

test('who writes over an older version, or while another’s waits, is told; a returned one is kept with its reason', async () => {
  expect((await propose('mau-moi')).body).toEqual({ version: 1 });
  expect((await propose('mau-moi', {}, 'TN')).status).toBe(409);
  expect((await propose('mau-moi', {}, 'TN', 1)).body['detail']).toContain('đang chờ duyệt');
  expect((await send('/mau-moi/versions/1/return', { reason: '' }, 'LD')).status).toBe(422);
  expect((await send('/mau-moi/versions/1/return', { reason: 'Sai căn cứ.' }, 'LD')).status).toBe(204);
  expect((await propose('mau-moi', { name: 'Lần hai' }, 'TN', 1)).body).toEqual({ version: 2 });
  const { body } = await read('/templates/mau-moi');
  expect(body.versions.map((one: any) => [one.version, one.state, one.reason])).toEqual([
    [2, 'waiting', null],
    [1, 'returned', 'Sai căn cứ.'],
  ]);
  expect(body.inForce).toBeNull();
  await expect(at.portal.db.deleteFrom('letterTemplates').execute()).rejects.toThrow(/permission denied/);
});

test('a template that was retired is offered no more; its history stays', async () => {
  const retired = {
    ...words,
    purpose: 'words-reject',
    type: null,
    subject: null,
    to: null,
    copies: null,
    body: 'Một lý do viết sẵn, không dùng nữa.',
  };
  expect(
    (await send('/ly-do-khong-du-dieu-kien/versions', { seen: 0, retired: true, words: retired }, 'TN'))
      .status,
  ).toBe(201);
  const { number } = await crew.caseIn('submitted');
  const offered = async () =>
    (await read(`/cases/${number}/insertions`, 'TN')).body.insertions.map(
      ({ code }: { code: string }) => code,
    );
  expect(await offered()).toContain('ly-do-khong-du-dieu-kien');
  expect((await send('/ly-do-khong-du-dieu-kien/versions/1/release', {}, 'CVP')).status).toBe(204);
  expect(await offered()).not.toContain('ly-do-khong-du-dieu-kien');
});

test.each([
  [
    { body: 'Một mẫu có trường {{không có thật}} ở trong.' },
    '/words/body',
    'Không có trường “không có thật”',
  ],
  [{ subject: 'trả lời {{người gửi}}' }, '/words/subject', 'có thể nêu tên người gửi'],
  [{ type: null }, '/words/type', 'Chọn loại văn bản.'],
  [{ purpose: 'words-reject' }, '/words/body', 'chỉ dùng trong văn bản'],
])('%j is refused at its field, and nothing is written', async (change, pointer, sentence) => {
  const answer = await propose('bi-tu-choi', change);
  expect(answer.status).toBe(422);
  expect(answer.body['errors']).toContainEqual({ pointer, detail: expect.stringContaining(sentence) });
  expect((await read('/templates/bi-tu-choi')).status).toBe(404);
});

test('it is tried on a case that its writer may open, and nothing is kept', async () => {
  const number = await asked();
  const tried = await send('/preview', { number, words }, 'TN');
  expect(tried.body).toMatchObject({
    text: null,
    letter: { kind: 'supplement', template: { code: 'xem-thu' } },
  });
  const say = { ...words, purpose: 'words-extend', type: null, subject: null, to: null, copies: null };
  const text = await send(
    '/preview',
    { number, words: { ...say, body: 'Mã {{mã hồ sơ}}, hạn {{hạn trả lời}}.' } },
    'TN',
  );
  expect(text.body['text']).toMatch(new RegExp(`^Mã ${number}, hạn \\d\\d/\\d\\d?/\\d{4}\\.$`));
  const { number: fresh } = await crew.caseIn('submitted');
  expect((await send('/preview', { number: fresh, words }, 'TN')).body).toMatchObject({
    errors: [{ pointer: '/number' }],
  });
  expect((await send('/preview', { number: 'PAKN-2026-999999', words }, 'TN')).status).toBe(404);
  expect((await send('/preview', { number, words }, 'XL')).status).toBe(403);
});

test('the words for a step are for whoever may take it, on this matter and in this state, with no name for who may not know it', async () => {
  const { number } = await crew.caseIn('submitted');
  const codes = async (who: Who) =>
    (await read(`/cases/${number}/insertions`, who)).body.insertions?.map(
      ({ code }: { code: string }) => code,
    );
  expect(await codes('TN')).toEqual(expect.arrayContaining(['lay-y-kien-ro-noi-dung', 'thieu-ten-dia-chi']));
  expect(await codes('LD')).toEqual([]);
  expect((await read(`/cases/${number}/insertions`, 'XL')).status).toBe(404);
  const { number: given } = await crew.caseIn('assigned');
  const { body } = await read(`/cases/${given}/insertions`, 'XL');
  expect(body.insertions).toContainEqual(
    expect.objectContaining({ code: 'du-thao-ve-quy-dinh', step: 'draft-reply', field: 'body' }),
  );
  expect(body.insertions.map(({ code }: { code: string }) => code)).not.toContain('du-thao-ve-hanh-vi');
});
