// How much of the processors other programs took while something was measured; from /proc, so on Linux only.
import fs from 'node:fs';

export type Ticks = { busy: number; all: number; own: number };
type Process = { pid: number; parent: number; ticks: number };

/** Begins to watch; what it returns tells the share of all processors, 0 to 1, that others (and a host) took since. */
export function watchOthers(): () => number {
  const before = read();
  return () => {
    const after = read();
    return before && after ? othersShare(before, after) : 0;
  };
}

/** What was busy and not our own, of all there was. */
export function othersShare(before: Ticks, after: Ticks): number {
  const all = after.all - before.all;
  const others = after.busy - before.busy - (after.own - before.own);
  return all > 0 ? Math.max(0, others / all) : 0;
}

/** The first line of /proc/stat: user nice system idle iowait irq softirq steal; what a host steals is busy. */
export function readTotals(line: string): Pick<Ticks, 'busy' | 'all'> {
  const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, soft = 0, steal = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number);
  const busy = user + nice + system + irq + soft + steal;
  return { busy, all: busy + idle + wait };
}

/** /proc/<pid>/stat: the name in brackets may hold anything; times of ended children count for who waited for them. */
export function readProcess(stat: string): Process {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = [11, 12, 13, 14].reduce((sum, place) => sum + Number(fields[place]), 0);
  return { pid: Number.parseInt(stat, 10), parent: Number(fields[1]), ticks };
}

/** What a process and all below it have used. */
export function treeTicks(processes: Process[], root: number): number {
  const below = Map.groupBy(processes, ({ parent }) => parent);
  const sum = (pid: number): number =>
    (below.get(pid) ?? []).reduce((of, one) => of + one.ticks + sum(one.pid), 0);
  return (processes.find(({ pid }) => pid === root)?.ticks ?? 0) + sum(root);
}

function read(): Ticks | undefined {
  if (process.platform !== 'linux') return undefined;
  const totals = readTotals(fs.readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '');
  const processes = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readProcess(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
  return { ...totals, own: treeTicks(processes, process.pid) };
}
