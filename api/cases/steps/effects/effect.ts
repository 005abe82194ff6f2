// What a step of staff changes besides the status, and where it stands when it does.
import type { Transaction } from '../../../db/open.ts';
import type { Portal } from '../../../portal/portal.ts';
import type { Viewer } from '../../../staff/roles.ts';
import type { LockedCase } from '../../event-repository.ts';
import type { Recorded } from '../record-service.ts';
import type { TakeStep } from '../step-schema.ts';

export type Effect = Pick<Recorded, 'change' | 'data' | 'text' | 'sealed'>;
export type Scene = { portal: Portal; trx: Transaction; viewer: Viewer; row: LockedCase; now: Date };
export type Step<Name extends TakeStep['step']> = Extract<TakeStep, { step: Name }>;
