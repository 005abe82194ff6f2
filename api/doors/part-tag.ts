// The place in a built page at which a living part is put in: an element that shows nothing while it is empty. Pure.
const tag = /<live-part data-from="(\/[a-z/-]{1,80})"><\/live-part>/;

/** The address that a page takes its living part from; undefined where it has none. */
export const partIn = (page: Buffer): string | undefined =>
  page.includes('<live-part ') ? tag.exec(page.toString('utf8'))?.[1] : undefined;

/** The page with its part in place, HTML both. */
export const withPart = (html: string, part: string): string => html.replace(tag, () => part);
