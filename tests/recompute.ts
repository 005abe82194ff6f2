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
  const head = of('file')[0] ?? {}, limits = of('limits')[0] ?? {}, today = head.on ?? '';
  // Days are counted here, not taken over: by weekday, and by the days off and make-up days that the file lists.
  const special = new Map(of('day').map((line) => [line.on, line.works]));
  const next = (day: string) => new Date(Date.parse(day) + 864e5).toISOString().slice(0, 10);
  const works = (day: string) => special.get(day) ?? ![0, 6].includes(new Date(day).getUTCDay());
  const between = (a: string, b: string) => { let n = 0; for (let day = a; day < b;) if (works((day = next(day)))) n += 1; return n; };
  const after = (start: string, n: number) => { let day = start; for (let left = n; left > 0 || !works(day);) if (works((day = next(day))) && left > 0) left -= 1; return day; };
  const starts = ['received', 'continued', 'returned'], settledEnds = ['answered', 'transferred', 'refused', 'withdrawn', 'lapsed', 'merged'];
  const decided = ['answered', 'transferred', 'refused', 'guided'], ends = [...settledEnds, 'guided'];
  const terms: Line = { answered: limits.answer, transferred: limits.transfer, refused: limits.refuse };
  const settled = all.filter(({ event }) => settledEnds.includes(event)).map((line) => {
    const pausedDays = (line.pauses ?? []).reduce((days: number, [a, b]: [string, string]) => days + between(a, b), 0);
    const onTime = line.event in terms ? line.on <= after(line.clock, terms[line.event] + pausedDays + (line.pausedBefore ?? 0)) : null;
    return { ...line, onTime, pausedDays, workingDays: Math.max(0, between(line.clock, line.on) - pausedDays - (line.pausedBefore ?? 0)),
      isExtended: onTime === false && line.extendedTo !== undefined && line.on <= line.extendedTo };
  });
  const publications: Line[] = [...of('published'), ...of('kept-private')].map((line) => ({ ...line, due: after(line.answered, limits.publish) }));
  const within = (line: Line) => line.month >= from && line.month <= to;
  // A settled round's start belongs to its groups; all other starts, and what was guided elsewhere, to `pending`.
  const begun = settled.map((line: Line) => ({ ...line, event: line.start, month: line.begun, pauses: undefined })), about = [...begun, ...settled, ...publications];
  const counted = all.filter(({ event }) => starts.includes(event) || event === 'guided');
  const everything: Line[] = [...counted, ...settled, ...publications], inPeriod = everything.filter(within);
  const openAt = (test: (line: Line) => boolean) => everything.filter(test).reduce((open, { event }) => open + (starts.includes(event) ? 1 : ends.includes(event) ? -1 : 0), 0);
  const quarter = (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  const months: string[] = [];
  for (let at = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1; (months.at(-1) ?? '') < to; at += 1)
    months.push(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
  const isYear = from.endsWith('-01') && to === `${from.slice(0, 4)}-12`;
  const isQuarter = months.length === 3 && quarter(from) === quarter(to), year = from.slice(0, 4);
  const figures = (lines: Line[]) => {
    const answers = lines.filter((line) => line.event === 'answered'), days = answers.map((line) => line.workingDays).sort((a, b) => a - b);
    const rank = (share: number) => days[Math.max(1, Math.ceil(share * days.length)) - 1] ?? null;
    const paused = lines.filter((line) => settledEnds.includes(line.event) && line.pauses !== undefined);
    const published = lines.filter(({ event }) => event === 'published'), inTime = count(published, (line) => line.on <= line.due);
    const keptPrivate = count(lines, ({ event }) => event === 'kept-private'), notYetPublished = answers.length - published.length - keptPrivate;
    const each = [...starts, ...ends].map((event) => [event, count(lines, (line) => line.event === event)]);
    const timely = decided.flatMap((event) => [true, false].map((is) => [`${event}${is ? 'OnTime' : 'Late'}`, count(lines, (line) => line.event === event && line.onTime === is)]));
    return { ...Object.fromEntries([...each, ...timely]), answeredExtended: count(answers, (line) => line.isExtended), pausedRounds: paused.length,
      pausedDays: sum(paused, 'pausedDays'), median: rank(0.5), p90: rank(0.9), publishedOnTime: inTime, publishedLate: published.length - inTime, keptPrivate, notYetPublished };
  };
  const rating = (of_: Line) => {
    const line = of('ratings').find((one) => ['period', 'field', 'unit'].every((name) => one[name] === of_[name]));
    const isSilent = of_.period && !of('ratings').some(({ period }) => period.startsWith(of_.period.slice(0, 4)));
    return isSilent ? { n: 0, satisfied: 0, acceptable: 0, dissatisfied: 0 } : line && line.n !== null ? line : null;
  };
  const pendingStarts = starts.flatMap((event) => Array.from({ length: count(inPeriod, (line) => line.event === event) - count(begun.filter(within), (line) => line.event === event) }, () => ({ event })));
  const pending: Line[] = [...pendingStarts, ...inPeriod.filter(({ event }) => event === 'guided')];
  const groups = (name: string, isRated = false) => {
    const rated = (key: string) => (isRated && isYear ? rating({ period: year, [name]: key }) : null), lines = about.filter(within);
    return [...[...new Set(lines.map((line: Line) => line[name]))].map((key) => ({ key, figures: figures(lines.filter((line: Line) => line[name] === key)), satisfaction: rated(key) })),
      ...(pending.length > 0 ? [{ key: 'pending', figures: figures(pending), satisfaction: rated('pending') }] : [])];
  };
  const received: Line[] = begun.filter(within).filter(({ event }: Line) => event === 'received'), procedures = of('named').filter(({ period }) => period === year);
  const named = procedures.map(({ procedure, received: n }) => ({ slug: procedure, received: n })), aboutProcedures = count(received, (line) => line.aboutProcedure);
  const total: Line = figures(inPeriod), handled = sum(decided.map((name) => ({ n: total[name] })), 'n');
  const satisfaction = rating({ period: isYear ? year : isQuarter ? quarter(from) : from === to ? from : null });
  const decisions = of('decision').filter((line) => within({ month: line.due.slice(0, 7) })), shown = of('procedure');
  const dossiers = of('dossiers').filter(within), isWhole = months.every((month) => month >= today.slice(0, 7) || dossiers.some((line) => line.month === month));
  const done = sum(dossiers, 'early') + sum(dossiers, 'onTime') + sum(dossiers, 'late');
  const index = (code: string, numerator: number, denominator: number) => ({ code, numerator, denominator, value: denominator ? Math.max(0, numerator) / denominator : null });
  const fields = [...new Set(dossiers.map(({ field }) => field))].map((field) => ({ field, lines: dossiers.filter((line) => line.field === field) }));
  const answers = settled.filter((line: Line) => line.event === 'answered'), open = openAt(() => true), openAtStart = openAt(({ month }) => month < from), openAtEnd = openAt(({ month }) => month <= to);
  // By case: what had ended in some months and was taken up again in them counts once, as it stands on the last day.
  const byCase = (first: string, last: string, all_: Line, carried: number, left: number): Line => {
    const again = of('taken-up-again').filter(({ month, ended }) => month >= first && month <= last && ended >= first), by: Line = { carried, received: all_.received, open: left };
    for (const name of [...decided, 'withdrawn', 'lapsed', 'merged']) by[name] = all_[name] - count(again, (line) => line.of === name);
    for (const name of decided) for (const is of [true, false]) { const key = `${name}${is ? 'OnTime' : 'Late'}`; by[key] = all_[key] - count(again, (line) => line.of === name && line.onTime === is); }
    for (const [key, as] of [['publishedOnTime', 'in-time'], ['publishedLate', 'late'], ['keptPrivate', 'private'], ['notYetPublished', null]] as const) by[key] = all_[key] - count(again, (line) => line.of === 'answered' && line.shown === as);
    return { ...by, answeredExtended: all_.answeredExtended - count(again, (line) => line.extended), answeredAgain: all_.answered - by.answered, takenUp: all_.continued + all_.returned - again.length };
  };
  const cases = byCase(from, to, total, openAtStart, openAtEnd);
  const toHandle = openAtStart + total.received + cases.takenUp, lateCases = sum(decided.map((name) => ({ n: cases[`${name}Late`] })), 'n');
  return { openAtStart, cases, total, openAtEnd, satisfaction,
    whole: { handled: toHandle - openAtEnd, toHandle, value: toHandle ? (toHandle - openAtEnd) / toHandle : null, open: openAtEnd, late: lateCases },
    today: { open, openLate: head.openLate, openExtended: head.openExtended, awaitingSupplement: head.awaitingSupplement, unpublished: answers.length - publications.length,
      unpublishedLate: count(answers, (line) => after(line.on, limits.publish) < today) - count(publications, (line) => line.due < today) },
    times: months.map((key) => {
      const own = figures(everything.filter(({ month }) => month === key)), left = openAt(({ month }) => month <= key);
      return { key, openAtEnd: left, figures: own, cases: byCase(key, key, own, openAt(({ month }) => month < key), left), satisfaction: rating({ period: key }) };
    }),
    tracks: groups('track'), contents: groups('content'), channels: groups('channel'), fields: groups('field', true), units: groups('unit', true),
    procedures: isYear ? named : null, unnamedProcedures: isYear ? aboutProcedures - sum(named, 'received') : null,
    indices: [index('1.2', count(decisions, (line) => line.published !== null && line.published <= line.due), decisions.length), index('1.3', count(shown, (line) => line.complete), shown.length),
      index('5.1a', count(received, (line) => line.track === 'conduct'), received.length), index('5.1b', count(received, (line) => line.track === 'rule'), received.length),
      index('5.2', sum(decided.map((name) => ({ n: total[`${name}OnTime`] })), 'n'), handled),
      ...(satisfaction ? [index('5.3', total.answered - satisfaction.dissatisfied - total.answeredLate - total.continued, total.answered)] : []),
      ...(isWhole && dossiers.length > 0 ? [index('5.4', done - sum(dossiers, 'late') - aboutProcedures, done)] : [])],
    dossiers: { rows: fields.map(({ field, lines }) => ({ field, ...Object.fromEntries(['online', 'direct', 'early', 'onTime', 'late'].map((name) => [name, sum(lines, name)])),
      carried: lines[0]?.carried, pending: lines.at(-1)?.pending, pendingLate: lines.at(-1)?.pendingLate })),
      settled: [...new Set(dossiers.map(({ month }) => month))].map((month) => ({ month, ...Object.fromEntries(['early', 'onTime', 'late'].map((name) => [name, sum(dossiers.filter((line) => line.month === month), name)])) })) },
    surveys: of('survey').map((line) => ({ key: `${line.round}/${line.group}`, n: line.n, percent: Math.round((1000 * line.satisfied) / line.n) / 10 })) };
}

const [, script, file, from = '', to = from] = process.argv;
if (script === import.meta.filename && file)
  console.log(JSON.stringify(recompute(fs.readFileSync(file, 'utf8'), from, to), null, 2));
