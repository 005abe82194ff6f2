// What an officer's form says reaches the API whole, and what is in front of the officer is what is due.
import { expect, test, vi } from 'vitest';
import { TakeStep } from '../../api/cases/steps/step-schema.ts';
import { suggestedSummary } from '../../api/cases/reading/suggested-summary.ts';
import { caseAddress, seatIn } from '../../site/lib/staff/list-address.ts';
import { goesOn, pressOf, readPress, stepButtons } from '../../site/lib/staff/pressed.ts';
import { approvalOf, stepDone, stepOf } from '../../site/lib/staff/staff-case.ts';
import { deskOf, summaryOf, type Desk } from '../../site/lib/staff/step-form.ts';
import { arrange } from '../../site/lib/staff/step-order.ts';

test('ticked boxes become the list of co-operating units', () => {
  const posted = {
    formToken: 't',
    step: 'assign',
    version: '3',
    handlerId: 'a',
    note: '',
    'unit-chi-cuc-tdc': 'yes',
    'unit-van-phong': 'yes',
  };
  expect(TakeStep.parse(stepOf(posted))).toEqual({
    step: 'assign',
    version: 3,
    handlerId: 'a',
    units: ['chi-cuc-tdc', 'van-phong'],
  });
});

test('no box ticked is no co-operating unit', () => {
  expect(stepOf({ step: 'reassign', version: '4', handlerId: 'a' })).toMatchObject({ units: [] });
});

test('only a case about conduct names whom it complains of', () => {
  const posted = { step: 'classify', version: '1', subjectUnit: 'chi-cuc-tdc', subjectId: '' };
  expect(stepOf({ ...posted, contentCode: '5.1' })).toMatchObject({
    subjectUnit: 'chi-cuc-tdc',
    subjectId: '',
  });
  expect(stepOf({ ...posted, contentCode: '5.2' })).toEqual({
    step: 'classify',
    version: 1,
    contentCode: '5.2',
    takeUp: false,
  });
});

test('days that are no number are refused, not taken as none', () => {
  const posted = { step: 'extend', version: '1', reason: 'Cần xác minh thêm.' };
  const { error } = TakeStep.safeParse(stepOf({ ...posted, days: '' }));
  expect(error?.issues.map(({ path }) => path)).toEqual([['days']]);
  expect(stepOf({ ...posted, days: '5' })).toMatchObject({ days: 5 });
});

const desk = (
  values: Desk['values'],
  proposal: object | null = null,
  errors: Desk['errors'] = [],
  drafts: object[] = [],
) => deskOf({ found: { proposal }, values, errors, drafts } as unknown as Desk);

test('a draft is filled in before what was proposed, and after what has just been typed', () => {
  const proposal = { step: 'reject', input: { reason: 'Lời đề xuất' } };
  const drafts = [
    { form: 'reject', isOpen: true, values: { reason: 'Nháp', 'unit-van-phong': 'yes' } },
    { form: 'note', isOpen: false, values: { note: 'Nháp của vòng trước' } },
  ];
  const kept = desk({}, proposal, [], drafts);
  expect(kept.field('reject', 'reason', 'Đã biết').value).toBe('Nháp');
  expect(kept.field('note', 'note').value).toBe('');
  expect(kept.ticked('reject', 'unit-van-phong')).toBe(true);
  expect(kept.ticked('reject', 'unit-chi-cuc-tdc', true)).toBe(false);
  expect(kept.ticked('merge', 'unit-chi-cuc-tdc', true)).toBe(true);
  const typed = desk({ step: 'reject', reason: 'Vừa gõ' }, proposal, [], drafts);
  expect(typed.field('reject', 'reason').value).toBe('Vừa gõ');
});

test.each([
  ['complaint', 'Gửi đơn khiếu nại.'],
  ['denunciation', 'Gửi đơn tố cáo.'],
  ['other', 'Gửi nơi khác.'],
])('who guides out a %s sends the words of that kind and of no other', (kind, guidance) => {
  const posted = {
    step: 'guide-out',
    version: '2',
    kind,
    keeperId: '',
    'guidance-complaint': 'Gửi đơn khiếu nại.',
    'guidance-denunciation': 'Gửi đơn tố cáo.',
    'guidance-other': 'Gửi nơi khác.',
  };
  expect(stepOf(posted)).toMatchObject({ kind, guidance });
  expect(JSON.stringify(stepOf(posted)).match(/Gửi/g)).toHaveLength(1);
  const errors = [{ field: 'guidance', text: 'Hướng dẫn nơi gửi.' }];
  expect(summaryOf(errors, posted)[0]?.field).toBe(`guide-out-guidance-${kind}`);
});

test('the words to guide out with name the way of their kind alone', async () => {
  // The day whose contacts the site is built with.
  vi.stubGlobal('__BUILT_ON__', '2026-11-20');
  const { guidance } = await import('../../site/lib/content/guidance.ts');
  expect(guidance.complaint).toMatch(/Khiếu nại: Gửi đơn khiếu nại có chữ ký/);
  expect(guidance.complaint).not.toMatch(/tố cáo/i);
  expect(guidance.denunciation).toMatch(/Tố cáo: Chỉ bằng đơn/);
  expect(guidance.denunciation).not.toMatch(/khiếu nại/i);
  expect(guidance.other).not.toMatch(/khiếu nại|tố cáo/i);
});

test('of what was chosen nowhere no words are sent: the choice is asked for', () => {
  const posted = { step: 'guide-out', version: '2', 'guidance-complaint': 'Gửi đơn khiếu nại.' };
  expect(stepOf(posted)).not.toHaveProperty('guidance');
  expect(summaryOf([{ field: 'guidance', text: 'Hướng dẫn.' }], posted)[0]?.field).toBe('guide-out-kind');
});

test('a field holds what was typed, else what was proposed, else what the case says', () => {
  const proposal = { step: 'reject', input: { reason: 'Lời đề xuất' } };
  expect(desk({}).field('reject', 'reason', 'Đã biết').value).toBe('Đã biết');
  expect(desk({}, proposal).field('reject', 'reason', 'Đã biết').value).toBe('Lời đề xuất');
  expect(desk({ step: 'reject', reason: 'Vừa gõ' }, proposal).field('reject', 'reason').value).toBe('Vừa gõ');
  expect(desk({ step: 'merge', reason: 'Vừa gõ' }, proposal).field('reject', 'reason').value).toBe(
    'Lời đề xuất',
  );
});

test('a box that was unticked in a refused form stays unticked', () => {
  expect(desk({}).ticked('reassign', 'unit-chi-cuc-tdc', true)).toBe(true);
  expect(desk({ step: 'reassign' }).ticked('reassign', 'unit-chi-cuc-tdc', true)).toBe(false);
});

test('a refusal leads to the control of its own form', () => {
  const errors = [
    { field: 'reason', text: 'Ghi rõ lý do.' },
    { field: '', text: 'Hãy tải lại trang.' },
  ];
  const typed = { step: 'merge', reason: '' };
  expect(summaryOf(errors, typed)).toEqual([
    { field: 'merge-reason', text: 'Ghi rõ lý do.' },
    { field: '', text: 'Hãy tải lại trang.' },
  ]);
  expect(desk(typed, null, errors).field('merge', 'reason')).toMatchObject({
    id: 'merge-reason',
    error: 'Ghi rõ lý do.',
  });
  expect(desk(typed, null, errors).field('reject', 'reason').error).toBeUndefined();
});

test('what moves the case on is in front, the rest in groups', () => {
  expect(
    arrange({ steps: ['classify', 'reject', 'accept', 'note'], status: 'submitted', proposal: null }),
  ).toEqual({
    front: 'accept',
    declines: false,
    groups: [
      { title: 'Phân loại', steps: ['classify', 'reject'] },
      { title: 'Khác', steps: ['note'] },
    ],
    folded: [],
  });
});

test('what is seldom taken is folded away, unless there is nothing else', () => {
  const offered = { status: 'submitted', proposal: null } as const;
  expect(arrange({ ...offered, steps: ['classify', 'reject', 'split', 'lock'] })).toMatchObject({
    groups: [{ steps: ['reject'] }],
    folded: ['lock', 'split'],
  });
  expect(arrange({ ...offered, status: 'published', steps: ['archive'] })).toMatchObject({
    groups: [{ steps: ['archive'] }],
    folded: [],
  });
});

test('a button may say more than its step: what is taken up with it, and that the next case follows', () => {
  expect(pressOf('classify', { also: 'takeUp', goesOn: true })).toBe('classify takeUp next');
  const pressed = readPress({ press: 'classify takeUp next', contentCode: '5.2', version: '1' });
  expect(goesOn(pressed)).toBe(true);
  expect(stepOf(pressed)).toEqual({ step: 'classify', version: 1, contentCode: '5.2', takeUp: true });
  expect(goesOn(readPress({ step: 'accept' }))).toBe(false);
  expect(readPress({ press: pressOf('accept', {}) })).toEqual({ step: 'accept' });
  expect(stepDone(pressed, 'conduct_review')).toBe('refer-conduct');
  expect(stepDone(pressed, 'accepted')).toBe('accept');
  expect(stepDone({ step: 'classify' }, 'submitted')).toBe('classify');
});

test('the likely button is the first: leading on where nothing is written, staying where something is', () => {
  const words = (more: { isBare: boolean; goesOn: boolean; also?: never[] }) =>
    stepButtons({ step: 'accept', words: 'Tiếp nhận', also: [], ...more }).map((one) => one.words);
  expect(words({ isBare: true, goesOn: false })).toEqual(['Tiếp nhận']);
  expect(words({ isBare: true, goesOn: true })).toEqual(['Tiếp nhận, sang hồ sơ tiếp', 'Tiếp nhận']);
  expect(words({ isBare: false, goesOn: true })).toEqual(['Tiếp nhận', 'Lưu và sang hồ sơ tiếp']);
  const also = {
    control: 'also',
    name: 'takeUp',
    label: 'Phân loại và tiếp nhận',
    instead: { of: 'contentCode', value: '5.1', label: 'Phân loại và trình lãnh đạo' },
  } as const;
  const classify = { step: 'classify', words: 'Phân loại', isBare: false, also: [also] };
  expect(stepButtons({ ...classify, goesOn: true }).map(({ value }) => value)).toEqual([
    'classify takeUp next',
    'classify takeUp',
    'classify',
  ]);
  expect(stepButtons({ ...classify, goesOn: false }).map(({ name }) => name)).toEqual(['press', 'step']);
});

test('the address of a case keeps the list it was opened from, and its place in it', () => {
  const seat = { query: { view: 'overdue', source: 'web' }, position: 3, total: 17 } as const;
  const place = '2026-12-01~00000000-0000-0000-0000-000000000001';
  const address = caseAddress('PAKN-2026-000001', { ...seat, place }, { xong: 'accept' });
  const { pathname, searchParams } = new URL(address, 'http://x');
  expect([pathname, searchParams.get('xem'), searchParams.get('xong')]).toEqual([
    '/can-bo/ho-so/PAKN-2026-000001',
    'qua-han',
    'accept',
  ]);
  expect(seatIn(searchParams)).toEqual({ ...seat, place });
  expect(caseAddress('PAKN-2026-000001', { query: { view: 'waiting' } })).toBe(
    '/can-bo/ho-so/PAKN-2026-000001?xem=cho-toi',
  );
  expect(seatIn(new URLSearchParams(''))).toBeUndefined();
  expect(seatIn(new URLSearchParams('xem=cho-toi&thu=x&tren=-1&cho=1'))).toEqual({
    query: { view: 'waiting' },
  });
});

test('a summary starts from the letter where its beginning names nobody', () => {
  const sender = { name: 'Nguyễn Văn Thử', address: 'Thôn Thử', phone: '0900 000 000', email: null };
  const suggested = (body: string) => suggestedSummary(body, sender as never);
  const body = 'Kính gửi Sở. Biểu mẫu trên trang hướng dẫn là bản cũ, nộp thì bị trả lại. Mong sửa sớm.';
  expect(suggested(body)).toBe('Kính gửi Sở. Biểu mẫu trên trang hướng dẫn là bản cũ, nộp thì bị trả lại.');
  expect(suggested('Tôi là Nguyễn Văn Thử, biểu mẫu trên trang hướng dẫn là bản cũ.')).toBe('');
  expect(suggested('Xin gọi 0905 123 456 để biết biểu mẫu nào cũ.')).toBe('');
  expect(suggested('Chậm.')).toBe('');
  expect(suggested(`${'Biểu mẫu cũ và sai '.repeat(40)}.`)).toMatch(/^Biểu mẫu cũ và sai .{250,}[^ ]…$/u);
  expect(suggested('từ '.repeat(2_000)).length).toBeLessThanOrEqual(300);
  expect(suggestedSummary(body, null)).toBe('');
});

test('what waits for a signature is before all, for who signs; nothing presses who does not', () => {
  const proposal = { step: 'reject' } as const;
  const status = 'submitted' as const;
  expect(arrange({ steps: ['reject', 'transfer', 'decline-proposal'], status, proposal })).toMatchObject({
    front: 'reject',
    declines: true,
  });
  expect(arrange({ steps: ['accept', 'classify'], status, proposal }).front).toBeUndefined();
});

test('the step just refused is in front, and a draft once written presses nobody', () => {
  const status = 'reply_draft' as const;
  const offered = { steps: ['draft-reply', 'note'], status, proposal: null } as const;
  expect(arrange({ ...offered, steps: [...offered.steps] }, 'note').front).toBe('note');
  expect(arrange({ ...offered, steps: [...offered.steps] }).front).toBeUndefined();
});

test('a letter is a draft until its own reply is approved', () => {
  const approve = { step: 'approve', at: '2026-11-20T03:00:00.000Z' };
  const letter = (events: object[], writtenAt: string) =>
    approvalOf({ events, reply: { writtenAt }, letterNumber: '12/SKHCN' } as never);
  expect(letter([], '2026-11-20T02:00:00.000Z')).toBeUndefined();
  expect(letter([approve], '2026-11-20T02:00:00.000Z')).toEqual({
    at: '2026-11-20T03:00:00.000Z',
    letterNumber: '12/SKHCN',
  });
  expect(letter([approve], '2026-11-23T02:00:00.000Z')).toBeUndefined();
});
