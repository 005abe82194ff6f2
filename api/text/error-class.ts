// What may be kept of a failure: its class, never its message, which may repeat an address. Pure.
const classOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.-]{1,40}$/.test(value) ? value : undefined;

/** `EAUTH 535`, `ECONNREFUSED`, `23505`, else the name of the error: `TypeError`. */
export function errorClass(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === 'number' ? ` ${responseCode}` : '';
  return `${classOf(code) ?? classOf(error.name) ?? 'Error'}${status}`;
}
