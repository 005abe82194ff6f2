// The value of aria-describedby for a form control.

/** The ids of the hint and the error that a control has, in reading order; undefined when it has neither. */
export function describedBy(id: string, has: { hint?: unknown; error?: unknown }): string | undefined {
  const ids = [has.hint && `${id}-hint`, has.error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
