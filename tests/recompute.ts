// Recomputes the public figures from the open event file alone: node tests/recompute.ts ho-so.jsonl 2026-01 2026-12
// Plain Node, nothing of the portal: whoever doubts /so-lieu runs this and compares.
import fs from 'node:fs';
type Line = Record<string, any>;
// prettier-ignore
export function recompute(text: string, from: string, to: string) {
  const count = (lines: Line[], test: (line: Line) => unknown) => lines.filter(test).length;
  const all: Line[] = text.trim().split('\n').map((line) => JSON.parse(line));
  const within = (month: string) => month >= from && month <= to;
  const inPeriod = all.filter((line) => line.month !== undefined && within(line.month));
  const starts = ['received', 'continued', 'returned'], decided = ['answered', 'transferred', 'refused', 'guided'];
  const ends = [...decided, 'withdrawn', 'lapsed', 'merged'];
  const openAfter = (lines: Line[]) => count(lines, (l) => starts.includes(l.event)) - count(lines, (l) => ends.includes(l.event));
  const figures = (lines: Line[]) => {
    const answers = lines.filter((line) => line.event === 'answered');
    const days = answers.map((line) => line.workingDays).sort((one, other) => one - other);
    const rank = (share: number) => days[Math.max(1, Math.ceil(share * days.length)) - 1] ?? null;
    const paused = lines.filter((line) => ends.includes(line.event) && line.pausedDays !== undefined);
    const published = answers.filter((line) => line.published !== null);
    const publishedOnTime = count(published, (line) => line.published <= line.publishDue);
    const keptPrivate = count(answers, (line) => line.keptPrivate);
    return {
      ...Object.fromEntries([...starts, ...ends].map((event) => [event, count(lines, (line) => line.event === event)])),
      ...Object.fromEntries(decided.flatMap((event) => [true, false].map((onTime) => [
        `${event}${onTime ? 'OnTime' : 'Late'}`, count(lines, (line) => line.event === event && line.onTime === onTime)]))),
      pausedRounds: paused.length, pausedDays: paused.reduce((sum, line) => sum + line.pausedDays, 0),
      publishedOnTime, publishedLate: published.length - publishedOnTime, keptPrivate,
      notYetPublished: answers.length - published.length - keptPrivate, median: rank(0.5), p90: rank(0.9),
    };
  };
  const groups = (name: string) => {
    const keys = [...new Set(inPeriod.filter((line) => line.event !== 'open').map((line) => line[name]))];
    return Object.fromEntries(keys.map((key) => [key, figures(inPeriod.filter((line) => line[name] === key))]));
  };
  const ratings = (about: Line) => all.find((l) => l.event === 'ratings' && ['period', 'field', 'unit'].every((name) => l[name] === about[name]));
  const received = inPeriod.filter((line) => line.event === 'received');
  const procedures = received.filter((l) => l.procedure).reduce<Record<string, number>>((sum, { procedure: p }) => ({ ...sum, [p]: (sum[p] ?? 0) + 1 }), {});
  const total: Line = figures(inPeriod), pakn = count(received, (line) => line.track !== 'none');
  const decisions = all.filter((line) => line.event === 'decision' && within(line.due.slice(0, 7)));
  const shown = all.filter((line) => line.event === 'procedure'), key = from === to ? from : from.slice(0, 4);
  const handled = total.answered + total.transferred + total.refused + total.guided, rated = ratings({ period: key });
  const onTime = total.answeredOnTime + total.transferredOnTime + total.refusedOnTime + total.guidedOnTime;
  const settled = all.filter((line) => line.event === 'dossiers' && within(line.month)).map((l) => ({ n: l.early + l.onTime + l.late, late: l.late }));
  const sum = (name: 'n' | 'late') => settled.reduce((s, l) => s + l[name], 0), about = count(received, (line) => line.aboutProcedure);
  const indices: Record<string, [number, number] | null> = {
    '1.2': [count(decisions, (line) => line.published !== null && line.published <= line.due), decisions.length],
    '1.3': [count(shown, (line) => line.complete), shown.length],
    '5.1a': [count(received, (line) => line.track === 'conduct'), pakn],
    '5.1b': [count(received, (line) => line.track === 'rule'), pakn], '5.2': [onTime, handled],
    '5.3': rated ? [total.answered - rated['dissatisfied'] - total.answeredLate - total.continued, total.answered] : null,
    '5.4': settled.length > 0 ? [sum('n') - sum('late') - about, sum('n')] : null,
  };
  const before = openAfter(all.filter((line) => line.month < from));
  const dimensions = Object.fromEntries(['track', 'content', 'channel', 'field', 'unit', 'month'].map((name) => [name, groups(name)]));
  return { openAtStart: before, total, openAtEnd: before + openAfter(inPeriod), dimensions, rated: rated ?? null, ratings, procedures, indices };
}

const [, script, file, from = '', to = from] = process.argv;
if (script === import.meta.filename && file)
  console.log(JSON.stringify(recompute(fs.readFileSync(file, 'utf8'), from, to), null, 2));
