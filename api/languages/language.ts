// The languages of the portal: Vietnamese at the addresses of old, English for foreign experts and companies under /en. Pure.

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language of an address: English is all that stands under /en (the build writes /en.html). */
export const languageAt = (path: string): Language => (/^\/en(?:[/.]|$)/.test(path) ? 'en' : 'vi');

/**
 * The language that a program asks refusals in: `Accept-Language: en`, and nothing else beside it. The list that a browser
 * sends by itself says what its user reads, not in which language the page is that asks.
 */
export const languageAsked = (acceptLanguage: string | undefined): Language =>
  acceptLanguage?.trim().toLowerCase() === 'en' ? 'en' : 'vi';

/** The language of a page. */
export const languageOf = ({ url }: { url: URL }): Language => languageAt(url.pathname);
