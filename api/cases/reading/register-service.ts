// Reading one case of the register whole.
import { listAttachments } from '../../attachments/repository.ts';
import { currentCalendar } from '../../calendar/current-service.ts';
import { localDate } from '../../dates/dates.ts';
import { versionIn } from '../../privacy/schema.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import { listOfficeFiles } from '../files/office-file-repository.ts';
import { purposesFor, whyNotGiven } from '../files/office-file-rules.ts';
import { officeFileView } from '../files/office-file-acts-service.ts';
import { findSignals } from '../../signals/detect.ts';
import type { Viewer } from '../../staff/roles.ts';
import { unitName } from '../../units/schema.ts';
import { procedureLink } from './answer-service.ts';
import { askDueOn } from '../dates/ask-service.ts';
import { apart } from '../fields/table.ts';
import { dueOf } from '../dates/due.ts';
import { owesReport } from '../dates/report.ts';
import { latenessOf, nearnessOf, type Dated, type WarningDays } from '../dates/lateness.ts';
import { warningDays } from '../dates/warning-service.ts';
import { whyGone } from '../steps/gone-service.ts';
import { isAllowed } from '../steps/table.ts';
import { suggestedSummary } from './suggested-summary.ts';
import { seeNews } from './news-repository.ts';
import { noteRead } from './reads-service.ts';
import { openSteps } from '../steps/rules.ts';
import type { Subject } from '../steps/subject.ts';
import { findCaseForStaff } from './staff-repository.ts';
import { mayAddFiles, maySeeSender } from '../visibility.ts';

type Row = Dated & { procedureSlug: string | null; unit: string | null; receivedAt: Date };

/** The parts that the list and the single case share: names for codes, the days left, the two flags of delay. */
export function shownOf(portal: Portal, row: Row, warned: WarningDays) {
  const { nearestOn: _, ...late } = latenessOf(currentCalendar(portal), localDate(portal.now()), row);
  return {
    procedure: procedureLink(portal, row.procedureSlug),
    unit: row.unit === null ? null : unitName(portal.content.units, row.unit),
    receivedAt: row.receivedAt.toISOString(),
    ...late,
    nearness: nearnessOf(late.daysLeft, warned),
  };
}

/** One case as this viewer may see it, with the steps open to them. Not visible is not found. */
export async function caseForStaff(portal: Portal, viewer: Viewer, number: string) {
  const askedAt = portal.now();
  const row = await findCaseForStaff(portal.db, viewer, number);
  if (!row) throw new Problem('not-found', await whyGone(portal.db, viewer, number));
  await noteRead(portal.db, viewer, row, portal.now());
  await seeNews(portal.db, viewer, row.id, askedAt);
  const {
    id,
    closedAt,
    dueBasis,
    emailRefusedAt,
    nameAtPublication,
    clockStartedOn,
    privacyNotice,
    ...rest
  } = row;
  const {
    events,
    reply,
    proposal,
    subjects,
    coUnits,
    originAgency,
    originNumber,
    originOn,
    nationalCode,
    ...more
  } = rest;
  const { outsideAgency, outsideNumber, outsideOn, erasedAt, said, answeredAt, ...open } = more;
  const { withheld, shown } = apart(open);
  const named = (unit: string) => unitName(portal.content.units, unit);
  const sender = withheld && {
    ...withheld,
    emailRefusedAt: emailRefusedAt?.toISOString() ?? null,
    noticeVersion: versionIn(privacyNotice ?? ''),
  };
  return {
    ...shown,
    ...shownOf(portal, row, await warningDays(portal)),
    signals: findSignals(portal.content.signals, said.filter(Boolean).join('\n')),
    body: row.body ?? 'Nội dung đã xóa theo yêu cầu hoặc hết thời hạn lưu.',
    suggestedSummary: suggestedSummary(row.body ?? '', withheld),
    consentsToPublication: row.consentsToPublication ?? false,
    nameAtPublication: nameAtPublication ?? ('hide' as const),
    language: row.language ?? ('vi' as const),
    askDueOn: mayBeAsked(row) ? await askDueOn(portal, { clockStartedOn }) : null,
    due: { ...dueOf(currentCalendar(portal), dueBasis), on: row.dueOn },
    sender: maySeeSender(viewer, row) ? sender : null,
    origin:
      originOn || originNumber || nationalCode
        ? { agency: originAgency, number: originNumber, on: originOn, nationalCode }
        : null,
    reportDueOn: owesReport({ ...row, answeredAt, erasedAt }) ? row.dueOn : null,
    outside: outsideAgency ? { agency: outsideAgency, number: outsideNumber, on: outsideOn } : null,
    coUnits: coUnits.map(named),
    subjects: subjects.map(({ unit, staffId, name }) => ({
      unitCode: unit,
      unit: named(unit),
      staffId: staffId || null,
      name,
    })),
    links: row.links.map(({ relation, number, status }) => ({ relation, number, status })),
    reply: reply && { ...reply, writtenAt: new Date(reply.writtenAt).toISOString() },
    proposal: proposal && {
      step: proposal.step,
      input: proposal.input,
      by: proposal.by,
      at: new Date(proposal.at).toISOString(),
    },
    attachments: await listAttachments(portal.db, id),
    officeFiles: (await listOfficeFiles(portal.db, id)).map((file) => officeFileView(file, row, viewer)),
    clockStartedOn,
    addsFiles: !erasedAt && mayAddFiles(viewer, row) ? purposesFor(viewer, row) : [],
    givesFiles: whyNotGiven(row, viewer) === undefined,
    // Counted anew: what is withheld leaves no gap.
    events: events.map(({ actorId, ...event }, index) => ({
      ...event,
      seq: index + 1,
      at: new Date(event.at).toISOString(),
    })),
    steps: row.erasedAt ? [] : openSteps(standingOf(row), viewer),
  };
}

/** Whether its sender has not been asked yet and may be. */
const mayBeAsked = ({ status, events }: Pick<Found, 'status' | 'events'>) =>
  isAllowed('ask-supplement', status, 'TN') && events.every(({ step }) => step !== 'ask-supplement');

type Found = NonNullable<Awaited<ReturnType<typeof findCaseForStaff>>>;

function standingOf({ events, proposal, ...row }: Found): Subject {
  const last = (name: 'approve' | 'draft-reply' | 'submit-reply') =>
    events.findLast(({ step }) => step === name)?.actorId ?? null;
  return {
    ...row,
    approverId: last('approve'),
    draftedBy: last('draft-reply'),
    submittedBy: last('submit-reply'),
    isAnswered: events.some(({ step }) => step === 'approve' || step === 'answer-merged'),
    wasAsked: events.some(({ step }) => step === 'ask-supplement'),
    proposal,
  };
}
