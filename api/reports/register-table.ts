// The register (sổ tiếp nhận) as a table: its columns by content, nothing of what a viewer may not see. Pure.
import { localDate, vietnameseDate } from '../dates/dates.ts';
import { outcomeLabels, sourceLabels, statusLabelOf, trackLabels } from '../cases/labels.ts';
import type { CaseSource, Outcome, Track } from '../cases/schema.ts';
import type { Status, StepName } from '../cases/lifecycle.ts';
import type { RegisterForm } from './form-schema.ts';
import type { Cell, ReportTable } from './document.ts';
import { caseStateLabels } from './labels.ts';
import type { GivenAnswer, StandingState } from './register-standing.ts';
import { hourMs } from '../dates/lengths.ts';

/** One case of the register; `sender` and content are null where they are withheld. */
export type RegisterLine = {
  number: string;
  receivedAt: Date;
  source: CaseSource | null;
  status: Status | null;
  endedBy: StepName | null;
  track: Track | null;
  sender: string | null;
  summary: string | null;
  procedure: string | null;
  unit: string | null;
  dueOn: string | null;
  /** Oldest first; the letter number is that of the last one. */
  answers: readonly GivenAnswer[];
  /** As it stands on the last day of the period, and now; null: withheld. */
  then: StandingState | null;
  now: StandingState | null;
  letterNumber: string | null;
  /** When the agency that it was transferred to told its result; null: it has not. */
  outsideResultOn: string | null;
  outcome: Outcome | null;
  outside: string | null;
  publishedAt: Date | null;
  note: string | null;
};
type Column = RegisterForm['columns'][number]['column'];

const taken: ReadonlySet<Status> = new Set([
  'conduct_review',
  'accepted',
  'assigned',
  'collecting',
  'reply_draft',
  'approving',
  'extended',
  'answered',
  'published',
  'closed_private',
  'rated',
  'archived',
]);
const dayOf = (at: Date | null) => (at ? vietnameseDate(localDate(at)) : null);

/** `before`: how many lines stand above these. */
export function registerTable(form: RegisterForm, lines: readonly RegisterLine[], before = 0): ReportTable {
  return {
    kind: 'table',
    name: 'Sổ tiếp nhận',
    caption: null,
    head: [
      form.columns.map(({ label }) => ({ text: label })),
      form.columns.map((_, index) => ({ text: `(${index + 1})` })),
    ],
    rows: lines.map((line, index) =>
      form.columns.map(({ column }) => cellOf(column, line, before + index + 1)),
    ),
    total: null,
    widths: form.columns.map(({ width }) => width),
    note: lines.length === 0 ? 'Trong kỳ không nhận hồ sơ nào.' : null,
  };
}

function cellOf(column: Column, line: RegisterLine, serial: number): Cell {
  const text = (value: string | null): Cell => ({ value });
  const { receivedAt } = line;
  const cells: Record<Column, () => Cell> = {
    serial: () => ({ value: serial }),
    number: () => text(line.number),
    receivedAt: () => text(`${timeOf(receivedAt)} ${dayOf(receivedAt)}`),
    source: () => text(line.source && sourceLabels[line.source]),
    sender: () => text(line.sender),
    summary: () => text(line.summary),
    procedure: () => text(line.procedure),
    track: () => text(line.track && trackLabels[line.track]),
    competence: () => text(competenceOf(line)),
    unit: () => text(line.outside ?? line.unit),
    dueOn: () => text(line.dueOn && vietnameseDate(line.dueOn)),
    answer: () => text(answersIn(line)),
    result: () => text(resultOf(line)),
    publishedOn: () => text(dayOf(line.publishedAt)),
    note: () => text(line.note),
  };
  return cells[column]();
}

/** What an answer that stands came to; else how the case stands. */
function resultOf({ outcome, now, status, endedBy, outsideResultOn }: RegisterLine): string | null {
  if (outcome && now === 'answered') return outcomeLabels[outcome];
  if (now !== 'transferred') return status && statusLabelOf({ status, endedBy });
  const result =
    outsideResultOn === null ? '' : `; cơ quan nhận báo kết quả ngày ${vietnameseDate(outsideResultOn)}`;
  return `${caseStateLabels.transferred}${result}`;
}

/** Each answer with its day; after one that the case was taken up again from, the day on which it was. */
function answersIn({ answers, letterNumber }: RegisterLine): string | null {
  const told = answers.map(({ on, againOn }, index) => {
    const number = index === answers.length - 1 ? letterNumber : null;
    const again = againOn === null ? '' : ` (mở lại ngày ${vietnameseDate(againOn)})`;
    return `${[vietnameseDate(on), number].filter(Boolean).join(', ')}${again}`;
  });
  return told.join('; ') || null;
}

/** `08:05` in Việt Nam. */
const timeOf = (at: Date) => new Date(at.getTime() + 7 * hourMs).toISOString().slice(11, 16);

function competenceOf({ status, outside }: RegisterLine): string | null {
  if (outside !== null || status === 'transferred') return 'Không';
  return status && taken.has(status) ? 'Có' : null;
}
