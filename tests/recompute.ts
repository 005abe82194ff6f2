// Recomputes every number of /so-lieu from the open event file alone: node tests/recompute.ts ho-so.jsonl 2026-01 2026-12
// Plain Node, nothing of the portal; what it prints has the shape of the page's JSON. tests/compare.ts lays the two side by side.
import fs from 'node:fs';
type Line = Record<string, any>;
// prettier-ignore
export function recompute(text: string, from: string, to: string): Line {
  const all: Line[] = text.trim().split('\n').map((line) => JSON.parse(line));
  const of = (event: string) => all.filter((line) => line.event === event);
  const count = (lines: Line[], test: (line: Line) => unknown) => lines.filter(test).length;
  const sum = (lines: Line[], name: string) => lines.reduce((total, line) => total + (line[name] ?? 0), 0);
  const starts = ['received', 'continued', 'returned'], decided = ['answered', 'transferred', 'refused', 'guided'];
  const ends = [...decided, 'withdrawn', 'lapsed', 'merged'];
  const within = (line: Line) => line.month >= from && line.month <= to;
  const cases = all.filter(({ event }) => starts.includes(event) || ends.includes(event)), inPeriod = cases.filter(within);
  const openAt = (test: (line: Line) => boolean) => cases.filter(test).reduce((open, { event }) => open + (starts.includes(event) ? 1 : -1), 0);
  const quarter = (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  const months: string[] = [];
  for (let at = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1; (months.at(-1) ?? '') < to; at += 1)
    months.push(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
  const isYear = from.endsWith('-01') && to === `${from.slice(0, 4)}-12`;
  const isQuarter = months.length === 3 && quarter(from) === quarter(to), year = from.slice(0, 4);
  const figures = (lines: Line[]) => {
    const answers = lines.filter((line) => line.event === 'answered'), days = answers.map((line) => line.workingDays).sort((a, b) => a - b);
    const rank = (share: number) => days[Math.max(1, Math.ceil(share * days.length)) - 1] ?? null;
    const paused = lines.filter((line) => ends.includes(line.event) && line.pausedDays !== undefined);
    const published = answers.filter((line) => line.published !== null), inTime = count(published, (line) => line.published <= line.publishDue);
    const keptPrivate = count(answers, (line) => line.keptPrivate), notYetPublished = answers.length - published.length - keptPrivate;
    const each = [...starts, ...ends].map((event) => [event, count(lines, (line) => line.event === event)]);
    const timely = decided.flatMap((event) => [true, false].map((is) => [`${event}${is ? 'OnTime' : 'Late'}`, count(lines, (line) => line.event === event && line.onTime === is)]));
    return { ...Object.fromEntries([...each, ...timely]), pausedRounds: paused.length, pausedDays: sum(paused, 'pausedDays'), median: rank(0.5), p90: rank(0.9),
      publishedOnTime: inTime, publishedLate: published.length - inTime, keptPrivate, notYetPublished };
  };
  const rating = (about: Line) => {
    const line = of('ratings').find((one) => ['period', 'field', 'unit'].every((name) => one[name] === about[name]));
    const isSilent = about.period && !of('ratings').some(({ period }) => period.startsWith(about.period.slice(0, 4)));
    return isSilent ? { n: 0, satisfied: 0, acceptable: 0, dissatisfied: 0 } : line && line.n !== null ? line : null;
  };
  const groups = (name: string, isRated = false) => [...new Set(inPeriod.map((line) => line[name]))].map((key) => ({
    key, figures: figures(inPeriod.filter((line) => line[name] === key)), satisfaction: isRated && isYear ? rating({ period: year, [name]: key }) : null }));
  const received = inPeriod.filter((line) => line.event === 'received'), about = count(received, (line) => line.aboutProcedure);
  const procedures = [...new Set(received.flatMap((line) => line.procedure ?? []))].map((slug) => ({ slug, received: count(received, (line) => line.procedure === slug) }));
  const total: Line = figures(inPeriod), pakn = count(received, (line) => line.track !== 'none'), handled = sum(decided.map((name) => ({ n: total[name] })), 'n');
  const satisfaction = rating({ period: isYear ? year : isQuarter ? quarter(from) : from === to ? from : null });
  const decisions = of('decision').filter((line) => within({ month: line.due.slice(0, 7) })), shown = of('procedure'), today = of('file')[0]?.on ?? '';
  const dossiers = of('dossiers').filter(within), isWhole = months.every((month) => month >= today.slice(0, 7) || dossiers.some((line) => line.month === month));
  const settled = sum(dossiers, 'early') + sum(dossiers, 'onTime') + sum(dossiers, 'late');
  const index = (code: string, numerator: number, denominator: number) => ({ code, numerator, denominator, value: denominator ? Math.max(0, numerator) / denominator : null });
  const fields = [...new Set(dossiers.map(({ field }) => field))].map((field) => ({ field, lines: dossiers.filter((line) => line.field === field) }));
  const waitsForPublication = of('answered').filter((line) => line.published === null && !line.keptPrivate), open = of('open');
  return { openAtStart: openAt(({ month }) => month < from), total, openAtEnd: openAt(({ month }) => month <= to), satisfaction,
    today: { open: open.length, openLate: count(open, (line) => line.due < today && !line.waiting), awaitingSupplement: count(open, (line) => line.waiting),
      unpublished: waitsForPublication.length, unpublishedLate: count(waitsForPublication, (line) => line.publishDue < today) },
    times: months.map((key) => ({ key, openAtEnd: openAt(({ month }) => month <= key), figures: figures(cases.filter(({ month }) => month === key)), satisfaction: rating({ period: key }) })),
    tracks: groups('track'), contents: groups('content'), channels: groups('channel'), fields: groups('field', true), units: groups('unit', true),
    procedures: isYear ? procedures : null, unnamedProcedures: isYear ? about - sum(procedures, 'received') : null,
    indices: [index('1.2', count(decisions, (line) => line.published !== null && line.published <= line.due), decisions.length), index('1.3', count(shown, (line) => line.complete), shown.length),
      index('5.1a', count(received, (line) => line.track === 'conduct'), pakn), index('5.1b', count(received, (line) => line.track === 'rule'), pakn),
      index('5.2', sum(decided.map((name) => ({ n: total[`${name}OnTime`] })), 'n'), handled),
      ...(satisfaction ? [index('5.3', total.answered - satisfaction.dissatisfied - total.answeredLate - total.continued, total.answered)] : []),
      ...(isWhole && dossiers.length > 0 ? [index('5.4', settled - sum(dossiers, 'late') - about, settled)] : [])],
    dossiers: { rows: fields.map(({ field, lines }) => ({ field, ...Object.fromEntries(['online', 'direct', 'early', 'onTime', 'late'].map((name) => [name, sum(lines, name)])),
      carried: lines[0]?.carried, pending: lines.at(-1)?.pending, pendingLate: lines.at(-1)?.pendingLate })),
      settled: [...new Set(dossiers.map(({ month }) => month))].map((month) => ({ month, ...Object.fromEntries(['early', 'onTime', 'late'].map((name) => [name, sum(dossiers.filter((line) => line.month === month), name)])) })) },
    surveys: of('survey').map((line) => ({ key: `${line.round}/${line.group}`, n: line.n, percent: Math.round((1000 * line.satisfied) / line.n) / 10 })) };
}

const [, script, file, from = '', to = from] = process.argv;
if (script === import.meta.filename && file)
  console.log(JSON.stringify(recompute(fs.readFileSync(file, 'utf8'), from, to), null, 2));
