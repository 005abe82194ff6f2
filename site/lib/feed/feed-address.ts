// Where a calendar program reads the private calendar of an account.

export const feedAddress = (origin: string, key: string) => `${origin}/can-bo/nghia-vu.ics?khoa=${key}`;
