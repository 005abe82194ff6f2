// The drafts of surveys in this browser: one per round.
const prefix = 'ban-nhap-khao-sat-';
const keptMs = 7 * 24 * 3_600_000;

export function keptAnswers(round: string): Record<string, string> | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + round) ?? 'null') as {
      savedAt: number;
      said: Record<string, string>;
    } | null;
    if (kept && Date.now() - kept.savedAt < keptMs) return kept.said;
    localStorage.removeItem(prefix + round);
  } catch {
    // Nothing can be kept here, or what is there is not ours.
  }
  return undefined;
}

export function keepAnswers(round: string, said: Record<string, string>): void {
  try {
    localStorage.setItem(prefix + round, JSON.stringify({ savedAt: Date.now(), said }));
  } catch {
    // The browser's room is used up; what is chosen stays on the page.
  }
}

export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Nothing could be kept, so nothing is there.
  }
}
