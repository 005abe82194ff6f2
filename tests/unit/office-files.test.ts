// What may be done with a file of the office, by whom and when; whom it names; its day; its page as a document.
import { expect, test } from 'vitest';
import { isForSender, OfficeFilePurpose, officeFilePurposes } from '../../api/attachments/office-file.ts';
import {
  dayOf,
  fileActs,
  fileHindrance,
  purposesFor,
  whyNotGiven,
} from '../../api/cases/files/office-file-rules.ts';
import { sheetHtml } from '../../api/cases/files/sheet.ts';
import type { Role, Viewer } from '../../api/staff/roles.ts';

const viewer = (role: Role, id = role): Viewer => ({ id, role, unit: 'van-phong', name: role, email: '' });
const answered = {
  status: 'answered',
  handlerId: 'XL',
  keeperId: null,
  answeredAt: new Date(),
  erasedAt: null,
} as const;
const open = { ...answered, status: 'assigned', answeredAt: null } as const;
const file = {
  purpose: 'signed-reply',
  state: 'clean',
  addedBy: 'TN',
  givenAt: null,
  withdrawnAt: null,
} as const;
const acts = (changed: object, who: Viewer, row: typeof answered | typeof open = answered) =>
  fileActs.filter((act) => fileHindrance(act, { ...file, ...changed }, row, who) === undefined);

test('a signed reply is given by intake and the chief of office, after the answer, once', () => {
  expect(acts({}, viewer('TN'))).toEqual(['give', 'withdraw']);
  expect(acts({}, viewer('CVP'))).toEqual(['give', 'withdraw', 'erase']);
  expect(acts({}, viewer('XL'))).toEqual([]);
  expect(acts({}, viewer('LD'))).toEqual([]);
  expect(acts({}, viewer('TN'), open)).toEqual(['withdraw']);
  expect(acts({ givenAt: new Date() }, viewer('TN'))).toEqual(['withdraw']);
  expect(acts({ state: 'infected' }, viewer('TN'))).toEqual(['withdraw']);
  expect(acts({ purpose: 'evidence' }, viewer('TN'))).toEqual(['withdraw']);
  for (const status of ['rejected', 'guided_out', 'transferred'] as const)
    expect(whyNotGiven({ ...open, status }, viewer('TN'))).toBeUndefined();
});

test('a file is withdrawn by who added it or the chief of office; what is withdrawn can still be erased, what is erased is over', () => {
  expect(acts({ purpose: 'evidence', addedBy: 'XL' }, viewer('XL'))).toEqual(['withdraw']);
  expect(acts({ purpose: 'evidence', addedBy: 'XL' }, viewer('TP'))).toEqual([]);
  expect(acts({ withdrawnAt: new Date() }, viewer('CVP'))).toEqual(['erase']);
  expect(acts({ state: 'erased' }, viewer('CVP'))).toEqual([]);
  expect(fileHindrance('erase', file, { ...answered, erasedAt: new Date() }, viewer('CVP'))?.code).toBe(
    'wrong-status',
  );
});

test('what names the sender is neither added nor touched by who may not know the sender', () => {
  expect(purposesFor(viewer('TP'), open)).toEqual(['evidence', 'other']);
  expect(purposesFor(viewer('XL'), open)).toEqual(OfficeFilePurpose.options);
  expect(purposesFor(viewer('XL', 'BT'), open)).toEqual(['evidence', 'other']);
  expect(acts({ addedBy: 'TP' }, viewer('TP'))).toEqual([]);
});

test('of all kinds the sender may have a signed reply alone, given and not withdrawn', () => {
  const at = new Date();
  const shown = OfficeFilePurpose.options.filter((purpose) =>
    isForSender({ purpose, givenAt: at, withdrawnAt: null }),
  );
  expect(shown).toEqual(['signed-reply']);
  expect(isForSender({ purpose: 'signed-reply', givenAt: null, withdrawnAt: null })).toBe(false);
  expect(isForSender({ purpose: 'signed-reply', givenAt: at, withdrawnAt: at })).toBe(false);
  expect(isForSender(null)).toBe(true);
  expect(Object.keys(officeFilePurposes)).toEqual(OfficeFilePurpose.options);
});

test('the day of a file is typed, or that of the register; never to come', () => {
  const document = { number: '05/SKHCN-VP', issuedOn: '2026-11-17' };
  expect(dayOf('2026-11-19', undefined, '2026-11-20')).toEqual({ on: '2026-11-19' });
  expect(dayOf(undefined, document, '2026-11-20')).toEqual({ on: '2026-11-17' });
  expect(dayOf('2026-11-17', document, '2026-11-20')).toEqual({ on: '2026-11-17' });
  expect(dayOf('2026-11-18', document, '2026-11-20')).toEqual({
    wrong: 'Sổ văn bản đi ghi số 05/SKHCN-VP ngày 17/11/2026. Hãy xem lại ngày, hoặc bỏ trống ô này.',
  });
  expect(dayOf('2026-11-21', undefined, '2026-11-20')).toEqual({
    wrong: 'Ngày này ở tương lai. Hãy xem lại.',
  });
  expect(dayOf('0206-11-19', undefined, '2026-11-20')).toEqual({
    wrong: 'Ngày này xa quá. Hãy xem lại năm.',
  });
});

test('whatever a page is called, its document holds no tag but its own', () => {
  const html = sheetHtml({
    ...{ title: '"><script>alert(1)</script>', picture: 'AAAA', mime: 'image/webp' },
    ...{ width: 10, height: 20, zoom: 2 },
  });
  expect(html.match(/<\w+/g)).toEqual([
    '<html',
    '<head',
    '<meta',
    '<meta',
    '<title',
    '<style',
    '<body',
    '<main',
    '<img',
  ]);
});
