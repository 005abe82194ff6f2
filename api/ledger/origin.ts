// The name of this ledger, in its checkpoints and beside its key. Pure.
import type { Department } from '../department/schema.ts';

/** `skh.quangngai.gov.vn/so-cai`, of the department's website; without one, of its register. */
export function ledgerOrigin({
  website,
  registerCode,
}: Pick<Department, 'website' | 'registerCode'>): string {
  return `${website ? new URL(website).host : `minh-bach/${registerCode}`}/so-cai`;
}
