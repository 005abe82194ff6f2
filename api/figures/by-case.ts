// The figures of a period by case: each once, as it stands on the last day. The sums count handlings; what had ended in the
// period and was taken up again in it is taken out of them. Pure.
import type { Start } from '../cases/steps/step.ts';
import { endsOf, type Sums } from './cells.ts';
import type { Round } from './facts.ts';
import type { CaseFigures, Figures } from './schema.ts';

/** A handling that had ended, and on which day and how its case was taken up again. */
export type TakenUp = Round & { againOn: string; againBy: Start };

/** The ends of one case within some days after which it was taken up again within them. */
export function takenUpIn(
  rounds: readonly Round[],
  { first, last }: { first: string; last: string },
): TakenUp[] {
  return rounds.flatMap((round, index) => {
    const later = rounds[index + 1];
    if (!later || later.startedOn < first || later.startedOn > last) return [];
    return round.endedOn !== null && round.endedOn >= first
      ? [{ ...round, againOn: later.startedOn, againBy: later.start }]
      : [];
  });
}

type Counted = {
  openAtStart: number;
  /** The handlings of the period. */
  total: Figures;
  openAtEnd: number;
  takenUp: readonly TakenUp[];
};

/** What a period comes to by case; carried + received + takenUp = all ends + open, as with handlings. */
export function casesOf({ openAtStart, total, openAtEnd, takenUp }: Counted): CaseFigures {
  const undone = endsOf(takenUp);
  const left = (name: keyof Figures & keyof Sums) => total[name] - undone[name];
  const timely = (name: 'answered' | 'transferred' | 'refused' | 'guided') => {
    const [onTime, late] = [left(`${name}OnTime`), left(`${name}Late`)];
    return { all: onTime + late, onTime, late };
  };
  const [answered, transferred, refused, guided] = [
    timely('answered'),
    timely('transferred'),
    timely('refused'),
    timely('guided'),
  ];
  const shown = {
    publishedOnTime: left('publishedOnTime'),
    publishedLate: left('publishedLate'),
    keptPrivate: left('keptPrivate'),
  };
  return {
    carried: openAtStart,
    received: total.received,
    takenUp: total.continued + total.returned - takenUp.length,
    answered: answered.all,
    answeredOnTime: answered.onTime,
    answeredLate: answered.late,
    answeredExtended: left('answeredExtended'),
    transferred: transferred.all,
    transferredOnTime: transferred.onTime,
    transferredLate: transferred.late,
    refused: refused.all,
    refusedOnTime: refused.onTime,
    refusedLate: refused.late,
    guided: guided.all,
    guidedOnTime: guided.onTime,
    guidedLate: guided.late,
    withdrawn: left('withdrawn'),
    lapsed: left('lapsed'),
    merged: left('merged'),
    open: openAtEnd,
    ...shown,
    notYetPublished: answered.all - shown.publishedOnTime - shown.publishedLate - shown.keptPrivate,
    answeredAgain: total.answered - answered.all,
  };
}
