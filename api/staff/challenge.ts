// The one-use questions of the log-in and of one's own account: what each is for, and how long it waits. Pure.

/**
 * `passkey-sign-in`, `passkey-second-step`, `passkey-proof`: to be signed by a passkey; `passkey-new`: by one that is being
 * made; `passkey-ticket`: its owner has proven who they are and may make one;
 * `sign-on`, `sign-on-link`: the state of a sign-on by the office's own provider.
 */
export type ChallengeKind =
  | 'passkey-sign-in'
  | 'passkey-second-step'
  | 'passkey-proof'
  | 'passkey-ticket'
  | 'passkey-new'
  | 'sign-on'
  | 'sign-on-link';

/** How long the answer may take. */
export const challengeSeconds: Record<ChallengeKind, number> = {
  'passkey-sign-in': 300,
  'passkey-second-step': 300,
  'passkey-proof': 300,
  'passkey-ticket': 600,
  'passkey-new': 300,
  'sign-on': 600,
  'sign-on-link': 600,
};
