// The form of a new round: boxes and lines as the API's lists.
import { MakeRound } from '../../../api/surveys/round.ts';
import { bodyOf } from '../form/body.ts';
import type { Values } from '../form/form.ts';

const channels = ['web', 'qr', 'paper'] as const;

/** A posted form as `MakeRound`; a number that is none is left for the API to refuse. */
export function roundOf({ papersUntil = '', counters = '', ...values }: Values) {
  return bodyOf(MakeRound, papersUntil === '' ? values : { ...values, papersUntil }, {
    procedures: Object.keys(values).flatMap((name) =>
      name.startsWith('procedure-') ? [name.slice(10)] : [],
    ),
    counters: counters
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    channels: channels.filter((channel) => values[`channel-${channel}`]),
  });
}
