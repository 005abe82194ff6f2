// Whom the one sentence on doubt sends a citizen to: a verified way first, never an unverified number, never nobody.
import { expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { unconfirmedSentence, whomToAsk } from '../../api/contacts/ask.ts';
import { readContacts } from '../../api/contacts/load.ts';
import { Contact } from '../../api/contacts/schema.ts';

const contacts = await readContacts(contentDir);
const today = '2026-11-30';
const given = (id: string, details: object[]) =>
  contacts.map((contact) => (contact.id === id ? Contact.parse({ ...contact, details }) : contact));
const counter = 'trung-tam-phuc-vu-hanh-chinh-cong';
const department = 'so-khoa-hoc-va-cong-nghe';
const phone = { type: 'phone', value: '0255 000 0001' };

test('the counter by its name while nothing of it is verified', () => {
  expect(whomToAsk(contacts, today, 'counter')).toEqual({
    id: counter,
    name: 'Trung tâm Phục vụ hành chính công tỉnh Quảng Ngãi',
    phone: null,
    email: null,
  });
});

test.each([
  ['a verified number', given(counter, [phone]), counter, '0255 000 0001'],
  ['no unverified number', given(counter, [{ ...phone, checked: false }]), counter, null],
  ['no number past its day', given(counter, [{ ...phone, validTo: '2026-11-29' }]), counter, null],
  [
    "the department's number where the counter has none",
    given(department, [phone]),
    department,
    '0255 000 0001',
  ],
])('%s', (_, all, id, number) => {
  expect(whomToAsk(all, today, 'counter')).toMatchObject({ id, phone: number });
});

test('the department first where its own texts are in doubt', () => {
  expect(whomToAsk(contacts, today, 'department')?.id).toBe(department);
  expect(whomToAsk([], today, 'department')).toBeUndefined();
});

test('the sentence says what, whom and before what', () => {
  expect(unconfirmedSentence('Trung tâm', { about: 'thời hạn', before: 'đến' })).toBe(
    'Sở chưa xác nhận thời hạn: hỏi lại Trung tâm trước khi đến.',
  );
});
