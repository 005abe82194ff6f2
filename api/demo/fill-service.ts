// Fills a demonstration by the portal's own services, with the clock set back three months and led forward to today.
import { currentCalendar } from '../calendar/current-service.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { SubmitCase, TakeIn } from '../cases/intake/intake-schema.ts';
import { takeIn } from '../cases/intake/intake-service.ts';
import { submitCase } from '../cases/intake/submission-service.ts';
import { RateCase } from '../cases/schema.ts';
import { SenderStep } from '../cases/sender/sender-schema.ts';
import { rateCase, takeSenderStep } from '../cases/sender/sender-service.ts';
import { expireSupplements } from '../cases/steps/expiry-service.ts';
import { TakeStep } from '../cases/steps/step-schema.ts';
import { takeStep } from '../cases/steps/steps-service.ts';
import { dateOf, dayNumber, localDate } from '../dates/dates.ts';
import { followLedger } from '../figures/follow-service.ts';
import { sequenceLedger } from '../ledger/sequence-service.ts';
import type { Portal } from '../portal/portal.ts';
import { isSuperseded } from '../procedures/order.ts';
import type { Role, Viewer } from '../staff/roles.ts';
import { closeEndedRounds } from '../surveys/closing-service.ts';
import { mixAnswers } from '../surveys/mixing-service.ts';
import { instantAt } from './instant.ts';
import { conductMatters, ruleMatters, senderOf, type Matter } from './letters.ts';
import { lives, type Act, type Known, type Life } from './lives.ts';
import { findVersion } from './repository.ts';
import { surveyActs } from './survey-service.ts';

export type Officers = Record<Role, Viewer>;
/** Something that happens at an instant; what comes first is done first. */
export type Event = { at: Date; happen: (portal: Portal) => Promise<void> };

const mostDays = 64;

/** Writes sixty-seven cases, two rounds of a survey and the ledger over them; `officers` hold one of each role. */
export async function fillDemo(portal: Portal, officers: Officers): Promise<void> {
  const days = workingDaysUntil(portal, mostDays + 1);
  const end = portal.now();
  const open = { number: '' };
  const events = [
    ...lives
      .flatMap((life) => life.ago.map((ago) => ({ life, ago })))
      .toSorted((one, other) => other.ago - one.ago)
      .flatMap(({ life, ago }, index) =>
        caseEvents(portal, officers, { life, ago, serial: index + 1, days, open }),
      ),
    ...surveyActs(portal, officers.CVP, days),
    ...days.map((day, index): Event => ({
      at: instantAt(day, 17, 30),
      happen: (past) => closeDay(past, index % 5 === 0),
    })),
  ].filter((event) => event.at < end);
  for (const event of events.toSorted((one, other) => one.at.getTime() - other.at.getTime()))
    await event.happen({ ...portal, now: () => event.at });
  await closeDay(portal, true);
}

/** The last working days before today, the latest one first. */
function workingDaysUntil(portal: Portal, n: number): string[] {
  const calendar = currentCalendar(portal);
  const days: string[] = [];
  for (let day = dayNumber(localDate(portal.now())) - 1; days.length < n; day -= 1)
    if (isWorkingDay(calendar, dateOf(day))) days.push(dateOf(day));
  return days;
}

async function closeDay(portal: Portal, isWeekEnd: boolean): Promise<void> {
  await expireSupplements(portal);
  await mixAnswers(portal);
  await closeEndedRounds(portal);
  if (!isWeekEnd) return;
  await sequenceLedger(portal);
  await followLedger(portal);
}

type Born = {
  life: Life;
  ago: number;
  serial: number;
  days: readonly string[];
  /** A case that another can be merged into, once there is one: it is handed over and nothing more. */
  open: { number: string };
};
type Own = { number: string; secret: string };

function caseEvents(portal: Portal, officers: Officers, { life, ago, serial, days, open }: Born): Event[] {
  const matters = life.about === 'conduct' ? conductMatters : ruleMatters;
  const matter: Matter = {
    ...matters[serial % matters.length]!,
    ...(life.letter && { wish: '', ...life.letter }),
  };
  const procedures = [...portal.content.procedures.values()].filter((one) => !isSuperseded(one)).slice(0, 6);
  const { units, department } = portal.content;
  const procedure = serial % 3 === 0 ? undefined : procedures[serial % procedures.length]?.slug;
  const own: Own = { number: '', secret: '' };
  const said = {
    ...senderOf(serial, department.province),
    contentCode: matter.contentCode,
    body: `${matter.body} (minh họa)`,
    ...(matter.wish && { wish: matter.wish }),
    ...(procedure !== undefined && { procedure }),
  };
  const receive: Event = {
    at: instantAt(days[ago]!, 8, serial % 60),
    async happen(past) {
      const key = `minh-hoa-${String(serial).padStart(8, '0')}`;
      const receipt = life.source
        ? await takeIn(past, officers.TN, key, TakeIn.parse({ ...said, source: life.source }))
        : await submitCase(past, key, SubmitCase.parse({ ...said, readPrivacyNotice: true }));
      Object.assign(own, receipt);
      if (life.acts.at(-1)?.step === 'assign') open.number = own.number;
    },
  };
  const known = (today: string): Known => ({
    matter,
    procedure,
    handlerId: officers.XL.id,
    otherUnit: units.find(({ code }) => code !== officers.XL.unit && code !== officers.TN.unit)?.code ?? '',
    openNumber: open.number,
    today,
  });
  // A step whose day has not come is left to whoever tries the portal out.
  return [
    receive,
    ...life.acts.flatMap((act, index): Event[] => {
      const day = days[ago - act.after];
      if (day === undefined) return [];
      return [
        {
          at: instantAt(day, 9 + index, serial % 60),
          happen: async (past) => await take(past, officers, own, act, known(day)),
        },
      ];
    }),
  ];
}

async function take(portal: Portal, officers: Officers, own: Own, act: Act, known: Known): Promise<void> {
  const { number, secret } = own;
  const fields = act.with?.(known) ?? {};
  if (act.step === 'rate') return await rateCase(portal, RateCase.parse({ number, secret, ...fields }));
  if (act.by === 'CD') {
    await takeSenderStep(portal, SenderStep.parse({ step: act.step, number, secret, ...fields }));
    return;
  }
  const version = await findVersion(portal.db, number);
  await takeStep(portal, officers[act.by], number, TakeStep.parse({ step: act.step, version, ...fields }));
}
