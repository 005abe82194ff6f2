// What a build says of its day: when it was built and on which days its pages change by themselves; whether it still holds.
// Plain JavaScript without dependencies: the preparation runs it on the host's Node.
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ builtOn: string, changeovers: string[] }} BuildDays days are YYYY-MM-DD, Việt Nam */

const fileIn = (buildDir) => path.join(buildDir, 'days.json');

/** Today in Việt Nam; CLOCK is for rehearsals. */
export function today() {
  const { CLOCK } = process.env;
  return new Date((CLOCK ? Date.parse(CLOCK) : Date.now()) + 7 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * @param {string} buildDir
 * @param {BuildDays} days
 */
export function writeBuildDays(buildDir, days) {
  fs.writeFileSync(fileIn(buildDir), JSON.stringify(days));
}

/**
 * Undefined for a build that says nothing, or nothing that can be read.
 * @param {string} buildDir
 * @returns {BuildDays | undefined}
 */
export function readBuildDays(buildDir) {
  try {
    const { builtOn, changeovers } = JSON.parse(fs.readFileSync(fileIn(buildDir), 'utf8'));
    return typeof builtOn === 'string' && Array.isArray(changeovers) ? { builtOn, changeovers } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a changeover lies between the build's day and `day`, in either direction (a rehearsal may have built the future).
 * @param {BuildDays | undefined} days
 * @param {string} day
 */
export function isPast(days, day) {
  if (!days) return true;
  const [from, to] = days.builtOn < day ? [days.builtOn, day] : [day, days.builtOn];
  return days.changeovers.some((one) => from < one && one <= to);
}
