// The portal's own addresses, as letters name them. Pure.
/** A page of the portal as an address that a reader of mail can open. */
export const addressOf = (
  { PUBLIC_ORIGIN, PORT }: { PUBLIC_ORIGIN?: string | undefined; PORT: number },
  path: string,
): string => `${PUBLIC_ORIGIN ?? `http://localhost:${PORT}`}${path}`;

/** The domain of the address that letters come from. */
export const senderDomain = ({ MAIL_FROM }: { MAIL_FROM: string }): string =>
  /@([^\s<>@]+?)>?$/.exec(MAIL_FROM)?.[1] ?? 'localhost';
