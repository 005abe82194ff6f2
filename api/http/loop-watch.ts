// How long this process has stood still: one slow piece of work makes everybody wait, so it is told with what was under way.
import { log } from './log.ts';

/** A wait beyond what the timer was set for, and the processor time that passed in it: far less means a busy machine. */
export type Stall = { stallMs: number; cpuMs: number; routes: string[] };
type Flight = { route: string; isOver: boolean };

const everyMs = 50;
const toldFromMs = 200;
const mostRoutes = 10;
const rememberedSeconds = 60;
const flights = new Set<Flight>();
let largest: { second: number; ms: number }[] = [];
let due = Infinity;

/** Above this, in milliseconds, in the last minute, the process is not well: a visitor has waited for nothing he asked. */
export const worstStallMs = 1_000;

/**
 * Notes what is under way: a request by its route (`GET /api/cases/:number`: no address as it came, no query), a piece of
 * background work by its name.
 */
export function takeOff(route: string): { routeIs(route: string): void; land(): void } {
  const flight = { route, isOver: false };
  flights.add(flight);
  return {
    routeIs: (better) => void (flight.route = better),
    // What ended since the last look may be what took so long: it is let go at the next one.
    land: () => void (due === Infinity ? flights.delete(flight) : (flight.isOver = true)),
  };
}

/** The longest stall of the last minute in milliseconds, the present one with it; 0 where nobody watches. */
export function largestStall(now = performance.now()): number {
  const since = now / 1_000 - rememberedSeconds;
  const past = largest.filter(({ second }) => second >= since).map(({ ms }) => ms);
  return Math.round(Math.max(0, now - due, ...past));
}

const tellLog = (stall: Stall) => log.warn(stall, 'the process stood still');

/** Begins to watch; call what it returns to end it. Keeps no process alive. */
export function watchLoop(tell: (stall: Stall) => void = tellLog): () => void {
  let cpu = process.cpuUsage();
  due = performance.now() + everyMs;
  const timer = setInterval(() => {
    const now = performance.now();
    const ms = now - due;
    const spent = process.cpuUsage(cpu);
    if (ms >= toldFromMs) {
      const routes = [...new Set([...flights].map(({ route }) => route))].slice(0, mostRoutes);
      tell({ stallMs: Math.round(ms), cpuMs: Math.round((spent.user + spent.system) / 1_000), routes });
    }
    note(now, ms);
    for (const flight of flights) if (flight.isOver) flights.delete(flight);
    cpu = process.cpuUsage();
    due = performance.now() + everyMs;
  }, everyMs).unref();
  return () => {
    clearInterval(timer);
    due = Infinity;
    largest = [];
  };
}

/** One figure a second is kept, a minute long. */
function note(now: number, ms: number): void {
  const second = Math.floor(now / 1_000);
  const last = largest.at(-1);
  if (last?.second === second) last.ms = Math.max(last.ms, ms);
  else largest = [...largest.filter((one) => one.second >= second - rememberedSeconds), { second, ms }];
}
