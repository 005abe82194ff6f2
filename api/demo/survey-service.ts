// The survey of a demonstration: a round that is over with its results, and one that is open.
import type { Portal } from '../portal/portal.ts';
import { dateOf, dayNumber } from '../dates/dates.ts';
import { isSuperseded } from '../procedures/order.ts';
import type { Viewer } from '../staff/roles.ts';
import { AnswerRound } from '../surveys/answer-schema.ts';
import { answerRound } from '../surveys/answer-service.ts';
import { MakeRound } from '../surveys/round.ts';
import { makeRound } from '../surveys/round-service.ts';
import type { Event } from './fill-service.ts';
import { instantAt } from './instant.ts';
import { madeUpMark } from '../text/demo-words.ts';
import { filledForm, surveyId } from './survey-form.ts';

/** `days`: working days before today, the latest first. Nothing where the department asks another questionnaire. */
export function surveyActs({ content }: Portal, leader: Viewer, days: readonly string[]): Event[] {
  if (!content.surveys.has(surveyId)) return [];
  const procedures = [...content.procedures.values()]
    .filter((one) => !isSuperseded(one))
    .slice(0, 3)
    .map(({ slug }) => slug);
  const round = (
    title: string,
    [first, last]: [number, number],
    closesOn: string,
    forms: number,
  ): Event[] => {
    const made = { id: '' };
    return [
      {
        at: instantAt(days[first]!, 9, 0),
        async happen(past) {
          const wish = {
            surveyId,
            title,
            opensOn: days[first],
            closesOn,
            procedures,
            channels: ['web'],
            target: 40,
          };
          Object.assign(made, await makeRound(past, leader, MakeRound.parse(wish)));
        },
      },
      ...Array.from({ length: forms }, (_, index): Event => {
        const day = days[first - 1 - (index % (first - last))]!;
        const serial = String(index + 1).padStart(4, '0');
        return {
          at: instantAt(day, 9, 10 + index),
          async happen(past) {
            const answers = filledForm({
              procedure: procedures[index % procedures.length]!,
              month: day.slice(0, 7),
              // Mostly content, some not.
              level: [5, 4, 4, 5, 3, 4, 5, 2][index % 8]!,
            });
            const token = { kind: 'receipt', number: `H00.00-${first}0000-${serial}` };
            await answerRound(
              past,
              made.id,
              `minh-hoa-${first}-${serial}`,
              AnswerRound.parse({ token, answers }),
            );
          },
        };
      }),
    ];
  };
  const later = dateOf(dayNumber(days[0]!) + 14);
  return [
    ...round(`Khảo sát mức độ hài lòng, đợt trước ${madeUpMark}`, [50, 31], days[30]!, 48),
    ...round(`Khảo sát mức độ hài lòng, đợt này ${madeUpMark}`, [6, 1], later, 14),
  ];
}
