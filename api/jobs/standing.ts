// Whether background work keeps up: how old what waits may be, and what an officer is told when it is older. Pure.
import { z } from 'zod';

export const BackgroundPart = z.enum(['worker', 'worker-loop', 'ledger', 'jobs']);
export type BackgroundPart = z.infer<typeof BackgroundPart>;

const Seconds = z.int().nullable();

/** Ages in whole seconds; null where nothing waits, or no worker was ever seen. */
export const Standing = z.object({
  workerSeenSeconds: Seconds,
  oldestEventSeconds: Seconds,
  oldestJobSeconds: Seconds,
  /** The longest time in the last minute in which a worker of its own did nothing, in milliseconds. */
  workerStallMs: z.int(),
  behind: z.array(BackgroundPart),
});
export type Standing = z.infer<typeof Standing>;

/** Longer than this, in seconds, and something is wrong: a worker shows itself every 10 seconds, the ledger follows every second. */
const limits = { worker: 60, ledger: 120, jobs: 900 } as const;

type Ages = { beat: number | null; event: number | null; job: number | null; stallMs: number };

/**
 * `upSeconds`: how long this portal has been open; what was left by the time before it gets a minute to be taken up.
 * `worstStallMs`: a worker that has stood still for longer is not well.
 */
export function standingOf(
  { beat, event, job, stallMs }: Ages,
  { upSeconds, worstStallMs }: { upSeconds: number; worstStallMs: number },
): Standing {
  const isSettled = upSeconds > limits.worker;
  const behind: BackgroundPart[] = [];
  if (isSettled && (beat === null || beat > limits.worker)) behind.push('worker');
  if (stallMs > worstStallMs) behind.push('worker-loop');
  if (isSettled && event !== null && event > limits.ledger) behind.push('ledger');
  if (isSettled && job !== null && job > limits.jobs) behind.push('jobs');
  return {
    workerSeenSeconds: whole(beat),
    oldestEventSeconds: whole(event),
    oldestJobSeconds: whole(job),
    workerStallMs: stallMs,
    behind,
  };
}

const whole = (seconds: number | null) => (seconds === null ? null : Math.max(0, Math.round(seconds)));

export const behindWords: Record<BackgroundPart, string> = {
  worker:
    'Không tiến trình nào đang làm việc nền: thư báo, nhắc hạn và nhật ký xử lý đang dừng. Hãy khởi động lại cổng, hoặc chạy tiến trình việc nền (WORKER=none thì cần npm run worker).',
  'worker-loop':
    'Tiến trình việc nền có lúc đứng im lâu hơn một giây, nên thư báo và nhật ký xử lý chậm theo. Nhật ký của máy chủ ghi việc nào đang làm lúc ấy.',
  ledger: 'Nhật ký xử lý chậm: có bước đã ghi mà lâu chưa được đưa vào nhật ký xử lý.',
  jobs: 'Thư báo và việc nền bị dồn: có việc đã đến lượt mà lâu chưa được làm.',
};
/** A waiting time in words: 45 giây, 12 phút, 3 giờ. */
export function ageWords(seconds: number): string {
  if (seconds < 90) return `${seconds} giây`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} phút` : `${Math.round(seconds / 3_600)} giờ`;
}
