// The wording of every message the portal sends: content/notices.yaml.
import { z } from 'zod';
import { StepName } from '../cases/lifecycle.ts';
import { StaffLetter } from '../notify/staff-letter.ts';
import { Text } from '../text/published.ts';

/** What a text may have filled in; a line whose value is missing is left out as a whole. */
export const placeholders = [
  'number',
  'due',
  'by',
  'event',
  'status',
  'portal',
  'department',
  'words',
  'reply',
  'count',
  'cases',
  'title',
  'effective',
  'procedures',
  'fields',
  'link',
  'stop',
  'obligations',
  'received',
  'about',
  'files',
  'proof',
  'until',
  'confirm',
  'who',
  'second',
  'what',
  'views',
] as const;
export type Placeholder = (typeof placeholders)[number];

const known: ReadonlySet<string> = new Set(placeholders);
const Line = Text.refine(
  (line) => [...line.matchAll(/\{([^}]*)\}/g)].every(([, name = '']) => known.has(name)),
  `Chỗ điền chỉ được là ${placeholders.map((name) => `{${name}}`).join(', ')}.`,
);

/** An empty line is written ''. */
const Lines = z.array(z.union([Line, z.literal('')])).min(1);
const Letter = z.strictObject({ subject: Line, body: Lines });
export type Letter = z.infer<typeof Letter>;
const WithFoot = Letter.extend({ foot: Lines });

/** The steps of a request that are told to who made it. */
export const RequestTold = z.enum(['submit', 'acknowledge', 'extend', 'reissue', 'answer', 'refuse']);
export type RequestTold = z.infer<typeof RequestTold>;

// What a restricted case's letter may say: the kind of event and its dates; any text message: nothing of the case.
const withoutContent = (text: string) => !/\{(words|reply|status)\}/.test(text);
const neutral = (text: string) => withoutContent(text) && !/\{(due|by|event)\}/.test(text);
const Neutral = Letter.refine(
  ({ subject, body }) => neutral(subject) && body.every(withoutContent) && !subject.includes('{number}'),
  'Thư của hồ sơ hạn chế không nêu nội dung, trạng thái; tiêu đề không nêu mã hồ sơ, việc, hạn.',
);

const namesNoCase = z.refine<Letter>(
  ({ subject }) => !subject.includes('{number}'),
  'Tiêu đề thư lấy lại mã không nêu mã hồ sơ.',
);

export const Notices = z.strictObject({
  greeting: Line,
  /** Under letters to senders. */
  foot: Lines,
  /** One text for every step of a restricted case. */
  restricted: Neutral,
  sms: Line.refine(neutral, 'Tin nhắn không nêu nội dung, trạng thái, hạn.'),
  /** What an officer reads of what just happened to cases that are for them. */
  officer: WithFoot,
  /** What an officer reads in the morning. */
  reminder: WithFoot,
  /** The same on a morning with reports due and no case. */
  obligationReminder: WithFoot,
  /** To those who lead survey rounds, before one ends. */
  surveyReminder: WithFoot,
  /** To subscribers of change notices: the link to confirm, and a decision with its procedures. */
  subscription: z.strictObject({
    confirm: WithFoot,
    decision: WithFoot,
  }),
  /** To whoever asked about personal data, the site or help: a wording for each step that is told. */
  request: z.strictObject({ steps: z.record(RequestTold, Letter), foot: Lines }),
  /** To a sender who asked for it: the link that proves an address. */
  address: WithFoot,
  /** To the confirmed address of a case whose code is lost: the link to a new one, and for how long it is good. */
  lostCode: WithFoot.extend({
    linkMinutes: z
      .int()
      .min(10)
      .max(24 * 60),
  }).check(namesNoCase),
  /** To whatever address the sender named: what was received when, without the look-up code. */
  receipt: WithFoot,
  /** To officers about their own accounts; how long a link to set a password is good, and how long a second word is waited for. */
  staff: z.strictObject({
    linkHours: z.int().min(1).max(168),
    askHours: z.int().min(1).max(168),
    letters: z.record(StaffLetter, Letter),
    foot: Lines,
  }),
  /** The steps a sender is told of; a step without a text is not told. */
  steps: z.partialRecord(StepName, Letter),
});
export type Notices = z.infer<typeof Notices>;

/** What senders are written, as it is said in other languages too: content/notices.en.yaml. */
export const SenderNotices = Notices.pick({
  greeting: true,
  foot: true,
  restricted: true,
  sms: true,
  address: true,
  receipt: true,
  steps: true,
}).extend({
  /** For how long a link is good is said once, in the Vietnamese one. */
  lostCode: WithFoot.check(namesNoCase),
});
export type SenderNotices = z.infer<typeof SenderNotices>;
