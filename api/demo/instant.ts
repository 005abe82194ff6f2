// When something happens in a demonstration. Pure.

/** An instant of a day (YYYY-MM-DD) in Việt Nam. */
export const instantAt = (day: string, hour: number, minutes: number): Date =>
  new Date(Date.parse(`${day}T00:00:00+07:00`) + (hour * 60 + minutes) * 60_000);
