// The addresses of decisions and feeds; they never change once given out.
import { anchorOf } from '../../../api/text/fold.ts';

export const decisionHref = (slug: string) => `/thong-bao/${slug}`;
/** The feed of one field, or of all. */
export const feedHref = (field?: string) => `/thong-bao/${field ? anchorOf(field) : 'feed'}.xml`;
/** The feed of one procedure. */
export const procedureFeedHref = (slug: string) => `/thu-tuc/${slug}/thay-doi.xml`;
