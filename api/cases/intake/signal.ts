// What became of the signs of a tố cáo or khiếu nại in a letter. Pure.
import { z } from 'zod';
import { SignalKind } from '../../signals/schema.ts';

/** None was found; one stands (a kind); an officer has dismissed it, or confirmed it by locking or guiding out. */
export const Signal = z.enum(['none', ...SignalKind.options, 'dismissed', 'confirmed']);
export type Signal = z.infer<typeof Signal>;

/** Whether signs wait for an officer's word: meanwhile the text stands in no list, and every look is logged. */
export const isStanding = (signal: Signal | null): signal is SignalKind =>
  signal === 'denunciation' || signal === 'complaint';
