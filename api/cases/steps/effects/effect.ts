// What a step of staff changes besides the status, and where it stands when it does.
import type { Transaction } from '../../../db/open.ts';
import type { Portal } from '../../../portal/portal.ts';
import type { Viewer } from '../../../staff/roles.ts';
import type { LockedCase } from '../../event-repository.ts';
import type { Recorded } from '../record-service.ts';
import type { Status } from '../../lifecycle.ts';
import type { OfficerStep, Posted } from '../table.ts';
import type { Receipt } from '../../intake/entry-service.ts';

/** `to`: which of several targets; `split`: the case that was made, with the look-up code to be told to the sender. */
export type Effect = Pick<Recorded, 'change' | 'data' | 'text' | 'sealed'> & { to?: Status; split?: Receipt };
export type Scene = { portal: Portal; trx: Transaction; viewer: Viewer; row: LockedCase; now: Date };
/** What one step changes. */
export type EffectOf<Name extends OfficerStep> = (
  scene: Scene,
  input: Posted<Name>,
) => Effect | Promise<Effect>;
