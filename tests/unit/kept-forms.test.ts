// Every form of staff in which words are written keeps them as a draft; whose form it was stands in its token.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { maskFormToken, ownerIn, unmaskFormToken } from '../../api/staff/form-token.ts';
import { titleOfPage } from '../../api/officer-drafts/draft.ts';
import { typedWords } from '../../site/lib/form/kept-words.ts';
import { draftValues } from '../../site/lib/staff/draft-fields.ts';

const site = path.resolve(import.meta.dirname, '../../site');
const read = (file: string) => fs.readFileSync(path.join(site, file), 'utf8');
/** The components that the pages of staff are made of, layouts aside. */
function parts(): string[] {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, to = ''] of read(file).matchAll(/from '(\.{1,2}\/[^']+\.astro)'/g))
      visit(path.join(path.dirname(file), to));
  };
  for (const file of fs.readdirSync(path.join(site, 'pages/can-bo'), { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.astro')) visit(path.join('pages/can-bo', file));
  return [...seen].filter((file) => !file.startsWith('layouts/'));
}

test('each form with an area for words has the button that keeps them', () => {
  const forms = parts().flatMap((file) =>
    read(file)
      .split(/<form\b/)
      .slice(1)
      .map((form) => ({ file, form: form.split('</form>')[0] ?? '' })),
  );
  // A step of a request draws its areas in a part of its own, a step of a case in the slot of its form; what is only sent
  // again as it was has nothing to write in.
  const written = forms.filter(
    ({ file, form }) =>
      /<TextArea|<textarea|<StepFields|<slot \/>|<PartFields/.test(form) &&
      !file.endsWith('/ResendForm.astro'),
  );
  expect(written.map(({ file }) => path.basename(file))).toEqual(
    expect.arrayContaining([
      'StepForm.astro',
      'nhap.astro',
      'PlaceRow.astro',
      'MarkForm.astro',
      'RoundForm.astro',
    ]),
  );
  expect(written.filter(({ form }) => !form.includes('<KeepDraft')).map(({ file }) => file)).toEqual([]);
});

test('a draft holds what was written, and nothing that the form carries for itself', () => {
  const posted = {
    ...{ formToken: 't', version: '3', draftTask: 'keep', draftForm: 'note', pageToken: 'p' },
    ...{ currentPassword: 'bí mật', code: '123456', seen: '4', note: 'Lời viết.', 'unit-van-phong': 'yes' },
  };
  expect(draftValues([...Object.entries(posted), ['photos', new File([], 'a.jpg')]])).toEqual({
    seen: '4',
    note: 'Lời viết.',
    'unit-van-phong': 'yes',
  });
});

test('of a form that could not be taken its words are shown, and nothing that it carries for its draft', () => {
  const carried = {
    draftPage: '/can-bo/nhap',
    draftForm: 'take-in',
    draftAddress: '/can-bo/nhap',
    draftRevision: '0',
  };
  expect(typedWords({ ...carried, draftId: 'x', keptForm: 'send', note: 'Lời viết.' })).toEqual([
    { label: 'Ghi chú', text: 'Lời viết.' },
  ]);
});

test('a token is spelt anew every time, and tells the same owner whichever session it is of', () => {
  const [session, other, owner] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2), Buffer.alloc(32, 3)];
  const [one, again, later] = [
    maskFormToken(session, owner),
    maskFormToken(session, owner),
    maskFormToken(other, owner),
  ];
  expect(one).not.toBe(again);
  expect(unmaskFormToken(one)).toEqual(unmaskFormToken(again));
  expect(unmaskFormToken(one)).not.toEqual(unmaskFormToken(later));
  expect(ownerIn(one)).toBe(ownerIn(later));
  expect(ownerIn(one)).not.toBe(ownerIn(maskFormToken(session, other)));
  for (const none of ['', 'x', 'A'.repeat(43), `${one}AAAA`]) expect(ownerIn(none)).toBeUndefined();
});

test('drafts are called by their page', () => {
  expect([titleOfPage('/can-bo/nhap'), titleOfPage('/can-bo/lich'), titleOfPage('/can-bo/x')]).toEqual([
    'Vào sổ',
    'Lịch làm việc',
    'Biểu mẫu',
  ]);
});
