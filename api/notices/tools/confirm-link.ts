// The link that a letter carries to have its address confirmed: it names the case and the address, and proves nothing alone.
import { addressRound } from '../../cases/tools/address.ts';
import { tokenFor } from '../../crypto/link-token.ts';
import type { Keys } from '../../crypto/keys.ts';
import { addressOf } from '../../notify/portal-address.ts';

type Where = { keys: Keys; env: Parameters<typeof addressOf>[0] };

/** `to` leads to the page in the language of the sender. */
export function confirmLink(
  { keys, env }: Where,
  to: (path: string) => string,
  { caseId, email }: { caseId: string; email: string },
): string {
  const token = tokenFor(keys, 'case-address', { id: caseId, round: addressRound(keys, caseId, email) });
  return addressOf(env, to(`/tra-cuu/xac-nhan-thu?ma=${token}`));
}
