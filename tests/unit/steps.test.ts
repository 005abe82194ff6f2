// Every step of a case is whole: its file stands in the table, its form asks what its schema does, its letter has words.
import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { Status, StepName } from '../../api/cases/lifecycle.ts';
import type { FormCase, FormField, FormLists } from '../../api/cases/steps/form-field.ts';
import { hindrance } from '../../api/cases/steps/rules.ts';
import type { Step } from '../../api/cases/steps/step.ts';
import type { Subject } from '../../api/cases/steps/subject.ts';
import { isOfficerStep, isSenderStep, officerPartOf, steps } from '../../api/cases/steps/table.ts';
import { readNotices } from '../../api/notices/load.ts';
import { Role } from '../../api/staff/roles.ts';
import { arrange } from '../../site/lib/staff/step-order.ts';

const table: Record<StepName, Step> = steps;
const root = new URL('../../', import.meta.url);
const officers = StepName.options.filter(isOfficerStep);

test('each file of a step stands in the table, and each step of the table has its file', () => {
  const files = fs
    .readdirSync(new URL('api/cases/steps/each', root))
    .map((file) => file.replace(/\.ts$/, ''));
  expect(files.toSorted()).toEqual(StepName.options.toSorted());
});

test.each(StepName.options)('%s says who takes it, from where, in which words, on which ground', (name) => {
  const { from, by, signedBy, label, source, to, officer, sender } = table[name];
  expect(from.length).toBeGreaterThan(0);
  expect([...from, ...to].every((status) => Status.options.includes(status))).toBe(true);
  expect(by.length).toBeGreaterThan(0);
  expect(label).toMatch(/^\p{Lu}/u);
  expect(source).toMatch(/nội bộ|Điều|chỉ số|Quyết định/);
  // An officer's step is somebody's on the staff; a sender's is the sender's; only an officer's waits for a signature.
  if (officer)
    expect([...by, ...(signedBy ?? [])].some((one) => Role.options.includes(one as Role))).toBe(true);
  if (sender) expect(by).toContain('CD');
  if (signedBy) expect(officer).not.toBeNull();
});

test('each step of the table is taken by a form, by the sender, by the system, or by a door of its own', () => {
  const elsewhere = StepName.options.filter(
    (name) => !isOfficerStep(name) && !isSenderStep(name) && !table[name].by.includes('HT'),
  );
  expect(elsewhere).toEqual([
    'submit',
    'hand-over',
    'issue-letter',
    'cancel-letter',
    'add-file',
    'withdraw-file',
    'give-file',
    'erase-file',
    'undo',
    'propose',
    'calendar-change',
    'rate',
  ]);
});

test('what is told to a sender by letter is on the timeline too, and each letter has its words in content/notices.yaml', async () => {
  const { steps: written } = await readNotices(contentDir);
  const meant = StepName.options.filter((name) => table[name].letter);
  expect(Object.keys(written).toSorted()).toEqual(meant.toSorted());
  expect(meant.filter((name) => table[name].told === null)).toEqual([]);
});

test('words between officers stay out of every letter', async () => {
  const { steps: written } = await readNotices(contentDir);
  const silent = StepName.options.filter((name) => written[name] && !table[name].told?.words);
  expect(silent).toEqual(['take-back', 'undo-merge', 'merge']);
  for (const name of silent) expect(JSON.stringify(written[name])).not.toContain('{words}');
});

const lists: FormLists = {
  handlers: [{ label: 'Văn phòng', options: [{ value: 'a', label: 'Người Thử' }] }],
  colleagues: [{ label: 'Văn phòng', options: [{ value: 'a', label: 'Người Thử' }] }],
  procedures: [],
  units: [{ value: 'van-phong', label: 'Văn phòng' }],
  guidance: { complaint: 'Gửi khiếu nại.', denunciation: 'Gửi tố cáo.', other: 'Gửi nơi khác.' },
};
const blank: FormCase = {
  number: 'PAKN-2026-000001',
  track: null,
  contentCode: '5.2',
  summary: '',
  suggestedSummary: '',
  procedureSlug: null,
  subjects: [],
  handlerId: null,
  coUnits: [],
  links: [],
  consentsToPublication: false,
  nameAtPublication: 'hide',
  reportedOn: null,
  reportNumber: null,
  sender: null,
  reply: null,
  events: [],
};
// Between them these cases show every field that a form can have.
const cases: FormCase[] = [
  blank,
  { ...blank, track: 'conduct', contentCode: '5.1', sender: {} },
  {
    ...blank,
    track: 'rule',
    links: [{ relation: 'merged-from', number: 'PAKN-2026-000002', status: 'merged' }],
  },
];

const controls = (fields: readonly FormField[]): string[] =>
  fields.flatMap((field) => {
    if (field.control === 'group') return field.look === 'criteria' ? ['criteria'] : controls(field.fields);
    return 'name' in field ? [field.name] : [];
  });

describe('the form of a step', () => {
  test.each(officers)('%s has a control for each field that it posts, and for nothing else', (name) => {
    const { input, fields } = officerPartOf(name);
    const shown = new Set(cases.flatMap((found) => controls(fields(found, lists))));
    const asked = Object.keys(input.shape).filter((key) => key !== 'step' && key !== 'version');
    expect([...shown].toSorted()).toEqual(asked.toSorted());
  });

  test('has a place of its own on the page of the case, and a rank of its own among what presses', () => {
    const places = officers.map((name) => officerPartOf(name).place);
    const ranked = places.flatMap((place) => (place === 'beside-proposal' ? [] : [place]));
    const orders = ranked.map(({ group, order }) => `${group} ${order}`);
    const pressing = ranked.flatMap((place) => (place.pressing === null ? [] : [place.pressing]));
    expect(new Set(orders).size).toBe(orders.length);
    expect(new Set(pressing).size).toBe(pressing.length);
  });

  test.each(officers)('%s is shown on the page to whom it is offered', (name) => {
    const proposal = name === 'decline-proposal' ? ({ step: 'reject' } as const) : null;
    const { front, declines, groups, folded } = arrange(
      { steps: ['note', name], status: 'submitted', proposal },
      'note',
    );
    const shown = [
      front,
      ...(declines ? ['decline-proposal'] : []),
      ...groups.flatMap((group) => group.steps),
      ...folded,
    ];
    expect(shown).toContain(name);
  });
});

test('each step of the sender has its form on the page of the own case', () => {
  const page = fs.readFileSync(new URL('site/components/case/SenderSteps.astro', root), 'utf8');
  for (const name of StepName.options.filter(isSenderStep)) expect(page).toContain(`may('${name}')`);
});

test('somebody is offered each step of officers, in some state of some case', () => {
  const standing: Subject = {
    status: 'submitted',
    track: null,
    handlerId: 'me',
    unit: 'van-phong',
    locked: false,
    keeperId: null,
    signal: null,
    extendedOn: null,
    source: 'vp-ubnd',
    originOn: '2026-11-02',
    nationalCode: null,
    approverId: null,
    draftedBy: null,
    submittedBy: null,
    isAnswered: false,
    wasAsked: false,
    proposal: null,
  };
  const kinds: Partial<Subject>[] = [
    { track: 'rule' },
    { track: 'conduct' },
    { locked: true },
    { signal: 'denunciation' },
    { proposal: { step: 'reject', proposedBy: 'another' } },
  ];
  const isOffered = (name: (typeof officers)[number]) =>
    kinds.some((kind) =>
      Role.options.some((role) =>
        table[name].from.some(
          (status) =>
            !hindrance(name, { ...standing, ...kind, status }, {
              id: 'me',
              role,
              unit: 'van-phong',
            } as never),
        ),
      ),
    );
  expect(officers.filter((name) => !isOffered(name))).toEqual([]);
});
