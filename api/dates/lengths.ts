// Lengths of time in milliseconds. A day is 24 hours: Việt Nam has no summer time. Pure.

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
