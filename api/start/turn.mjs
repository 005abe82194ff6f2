// What a build says of its day: when it was built and on which days its pages turn; whether it still holds.
// Plain JavaScript without dependencies: the preparation runs it on the host's Node.
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ builtOn: string, turns: string[] }} Turn days are YYYY-MM-DD, Việt Nam */

const fileIn = (buildDir) => path.join(buildDir, 'turn.json');

/** Today in Việt Nam; CLOCK is for rehearsals. */
export function today() {
  const { CLOCK } = process.env;
  return new Date((CLOCK ? Date.parse(CLOCK) : Date.now()) + 7 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * @param {string} buildDir
 * @param {Turn} turn
 */
export function writeTurn(buildDir, turn) {
  fs.writeFileSync(fileIn(buildDir), JSON.stringify(turn));
}

/**
 * Undefined for a build that says nothing, or nothing that can be read.
 * @param {string} buildDir
 * @returns {Turn | undefined}
 */
export function readTurn(buildDir) {
  try {
    const { builtOn, turns } = JSON.parse(fs.readFileSync(fileIn(buildDir), 'utf8'));
    return typeof builtOn === 'string' && Array.isArray(turns) ? { builtOn, turns } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a turn lies between the build's day and `day`, in either direction (a rehearsal may have built the future).
 * @param {Turn | undefined} turn
 * @param {string} day
 */
export function isPast(turn, day) {
  if (!turn) return true;
  const [from, to] = turn.builtOn < day ? [turn.builtOn, day] : [day, turn.builtOn];
  return turn.turns.some((one) => from < one && one <= to);
}
