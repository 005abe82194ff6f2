// Numbers as administrative Vietnamese writes them. Pure.

/** `5` -> `05`, `15` -> `15`: a whole number of days, sets or cases below ten has a nought before it. */
export const twoFigures = (count: number): string => String(count).padStart(2, '0');
