// How a script that posts a form of a page says so: it is told where the form leads, and opens that page itself. Pure.

/** A page of another origin cannot send it unasked. */
export const byScriptHeader = 'x-form-by-script';
