// Taking the words of cases that have changed, so that they can be searched by: at each search, and in the background.
import type { Portal } from '../portal/portal.ts';
import { keyed } from './tools/keyed-words.ts';
import { matterWords, personWords } from './words.ts';
import { keepWords, putBack, readSaid, takeDue } from './words-repository.ts';

type Words = Pick<Portal, 'db' | 'keys'>;

/** Takes the words of up to `most` cases that have changed, the newest first; says how many there were. */
export async function takeWords({ db, keys }: Words, most: number): Promise<number> {
  const due = await takeDue(db, most);
  if (due.length === 0) return 0;
  try {
    for (const { id, version, serial, texts, person } of await readSaid(db, due))
      await keepWords(db, {
        caseId: id,
        version,
        words: keyed(keys, 'matter', matterWords(serial, texts)),
        people: person ? keyed(keys, 'person', personWords(person)) : [],
      });
  } catch (error) {
    await putBack(db, due);
    throw error;
  }
  return due.length;
}

const together = 200;
const mostAtOnce = 20_000;

/** Job: takes the words of all that have changed. */
export async function takeAllWords(portal: Words): Promise<void> {
  for (let done = 0; done < mostAtOnce;) {
    const taken = await takeWords(portal, together);
    if (taken === 0) return;
    done += taken;
  }
}
