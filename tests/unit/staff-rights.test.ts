// The table of rights: one place, asked by all, read by the office.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  complaintLabels,
  groups,
  relationLabels,
  relationsOf,
  rights,
  rolesWith,
} from '../../api/staff/rights.ts';
import { Role } from '../../api/staff/roles.ts';
import { StepName } from '../../api/cases/lifecycle.ts';
import { wordingFaults } from '../../api/start/check/wording.ts';
import { complaintRows, groupsFor, stepRows } from '../../site/lib/staff/rights-rows.ts';

const names = Object.keys(rights) as (keyof typeof rights)[];

test('who may do what', () => {
  const table = Object.fromEntries(names.map((right) => [right, rolesWith(right).join(' ')]));
  const everyone = 'TN MC XL TP LD CVP BT QT';
  expect(table).toEqual({
    'own-account': everyone,
    'needs-second-factor': 'LD CVP QT',
    'own-drafts': everyone,
    'own-mail': everyone,
    'told-when-late': 'TP CVP',
    'office-mail': 'CVP QT',
    'open-register': everyone,
    'take-in': 'TN MC',
    'see-case': 'TN XL TP LD CVP BT',
    'see-locked-case': everyone,
    'handle-case': 'XL',
    'add-files': 'TN XL TP LD CVP',
    'withdraw-files': 'CVP',
    'many-at-once': 'TN TP LD CVP',
    'list-colleagues': 'TN TP LD CVP',
    'choose-colleagues': 'TN TP LD CVP',
    'see-outgoing': 'TN LD CVP',
    'issue-letter': 'TN CVP',
    'give-files': 'TN CVP',
    'see-templates': 'TN XL TP LD CVP',
    'write-templates': 'TN CVP',
    'release-templates': 'LD CVP',
    'see-sender': everyone,
    'see-reads': 'LD CVP',
    'see-locked-reads': everyone,
    'inspect-reads': 'LD CVP',
    'personal-data-requests': 'LD CVP',
    'erase-files': 'CVP',
    'see-retention': 'LD CVP QT',
    'hold-data': 'LD CVP',
    posting: 'TN CVP BT',
    'procedure-upkeep': 'TN CVP BT',
    'contact-terms': everyone,
    'draft-question': 'CVP BT',
    'search-misses': 'CVP BT',
    'read-page-ratings': 'LD CVP BT',
    'mark-page-comments': 'CVP BT',
    'see-rounds': 'TN MC LD CVP BT',
    'lead-rounds': 'CVP BT',
    'type-papers': 'TN MC',
    'see-papers': 'TN MC CVP BT',
    'see-tally': 'TN LD CVP BT',
    'print-register': 'TN LD CVP',
    'see-reports': 'LD CVP',
    'issue-report': 'CVP',
    'see-obligations': 'TN CVP',
    'mark-obligations': 'CVP',
    'dossier-figures': 'MC CVP',
    'see-calendar': everyone,
    'edit-calendar': 'QT',
    'see-deadlines': everyone,
    'edit-deadlines': 'QT',
    'background-jobs': 'TN CVP QT',
    'jobs-of-unseen-cases': 'QT',
    readiness: 'LD CVP QT',
    accounts: 'QT',
    'hand-over': 'LD CVP QT',
    'second-word': 'LD CVP QT',
    'security-log': 'LD QT',
  });
});

test('on which cases: a handler their own, a head those of the unit, an editor what is answered, a keeper what is locked', () => {
  const of = (right: keyof typeof rights) =>
    Object.fromEntries(Role.options.map((role) => [role, relationsOf(role, right).join(' ')]));
  expect(of('see-case')).toEqual({
    ...{ TN: 'any', CVP: 'any', LD: 'any', MC: '', QT: '' },
    ...{ XL: 'handler co-unit', TP: 'own-unit co-unit', BT: 'finished' },
  });
  const kept = {
    TN: 'keeper',
    MC: 'keeper',
    XL: 'keeper',
    TP: 'keeper',
    CVP: 'keeper',
    BT: 'keeper',
    QT: 'keeper',
  };
  expect(of('see-locked-case')).toEqual({ ...kept, LD: 'any' });
  expect(of('see-locked-reads')).toEqual({ ...kept, LD: 'any' });
  expect(of('see-sender')).toEqual({ ...kept, TN: 'any', CVP: 'any', LD: 'any', XL: 'handler keeper' });
});

test('the office reads each right once, in the words of the house', () => {
  const said = names.map((right) => rights[right].does);
  expect(new Set(said).size).toBe(said.length);
  const words = [said, names.map((right) => rights[right].source), Object.values(groups)];
  const labels = [Object.values(relationLabels), Object.values(complaintLabels)];
  expect([...words, ...labels].flat().flatMap(wordingFaults)).toEqual([]);
});

test('the page shows the whole table and every step, and of one role what is its own', () => {
  const all = groupsFor(undefined).flatMap(({ rows }) => rows);
  expect(all.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  expect(stepRows(undefined).map(({ name }) => name)).toEqual(StepName.options);
  const whoOf = (right: string) => all.find(({ name }) => name === right)?.who;
  expect(whoOf('open-register')).toEqual(['Mọi vai trò']);
  expect(whoOf('see-case')).toEqual([
    'Công chức tiếp nhận; Lãnh đạo Sở; Chánh Văn phòng',
    'Công chức xử lý: hồ sơ được giao xử lý hoặc hồ sơ mà đơn vị mình phối hợp',
    'Trưởng phòng, đơn vị: hồ sơ giao cho đơn vị mình hoặc hồ sơ mà đơn vị mình phối hợp',
    'Biên tập, công khai: hồ sơ đã trả lời, đã công khai hoặc đã đánh giá',
  ]);
  expect(whoOf('see-locked-case')).toEqual(['Lãnh đạo Sở', 'Các vai trò khác: hồ sơ khóa được giao giữ']);
  const mine = groupsFor('QT').flatMap(({ rows }) => rows.map(({ name }) => name));
  expect(mine).toContain('accounts');
  expect(mine).not.toContain('see-case');
  expect(stepRows('TP').map(({ label, who, signers }) => [label, who, signers])).toContainEqual([
    'Trình lãnh đạo',
    'Trưởng phòng, đơn vị',
    '',
  ]);
  expect(complaintRows('XL')).toEqual([
    { who: 'Công chức xử lý', cases: 'Phản ánh đích danh mình; phản ánh cả đơn vị mình' },
  ]);
});

test('no role is named outside the table of rights and the tables of the life of a case', () => {
  // Besides: whose turn a case is, in which unit the accounts of a trial sit, who acts in made-up lives of cases.
  const root = path.resolve(import.meta.dirname, '../..');
  const tables =
    /^api\/(staff\/(roles|rights|demo-service)|cases\/(lifecycle|steps\/.+|dates\/(duties|turn|due-repository))|demo\/lives)\.ts$/;
  const naming = ['api', 'site']
    .flatMap((folder) =>
      fs
        .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => `${folder}/${file}`),
    )
    .filter((file) => /\.(ts|mjs|astro)$/.test(file) && !tables.test(file))
    .filter((file) => {
      // Whether a step may be taken by a role is a question to the steps.
      const text = fs.readFileSync(path.join(root, file), 'utf8').replaceAll(/isAllowed\([^)]*\)/g, '');
      return /['"](TN|MC|XL|TP|LD|CVP|BT|QT)['"]|^\s*(TN|MC|XL|TP|LD|CVP|BT|QT):/m.test(text);
    });
  expect(naming).toEqual([]);
});
