// The draft of a phản ánh, in this browser only and for seven days: what happened, never who writes.
const key = 'ban-nhap-phan-anh';
const keptMs = 7 * 24 * 3_600_000;

export type Draft = {
  savedAt: number;
  values: Record<string, string>;
  /** It has been handed in; the confirmation page may take it away. */
  sending?: boolean;
};

/** Whether this browser lets a page keep anything at all. */
export function canKeep(): boolean {
  try {
    localStorage.setItem(`${key}-thu`, '');
    localStorage.removeItem(`${key}-thu`);
    return true;
  } catch {
    return false;
  }
}

/** The draft, or undefined; one that is too old or cannot be read is taken away. */
export function readDraft(): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    if (draft && Date.now() - draft.savedAt < keptMs) return draft;
  } catch {
    // Not ours, or not to be read.
  }
  forgetDraft();
  return undefined;
}

export function keepDraft(draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // The browser's room is used up; what is typed stays on the page.
  }
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing could be kept, so nothing is there.
  }
}
