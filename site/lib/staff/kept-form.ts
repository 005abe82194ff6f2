// A form that came after its session had ended: it waits, sealed under a key of this browser, for the log-in of the officer
// whose form it was, and is given to nobody else.
import type { AstroGlobal } from 'astro';
import { ownerIn } from '../../../api/staff/form-token.ts';
import { forgetCookie, readCookie, setCookie } from '../form/cookies.ts';
import { readUpload, type Values } from '../form/form.ts';
import { mayCarry } from '../form/kept-words.ts';
import { returnPath } from '../form/return-path.ts';
import { doToDraft } from './draft-tasks.ts';

// Beside what was typed stand its address and whose it is; no field of a form is called like that.
const addressField = ' address';
const ownerField = ' owner';

/** A form that waits for its officer, as pages show it. */
export type KeptForm = { address: string; fields: [name: string, value: string][] };

const newKey = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');

/** Where the officer was: the page of the form, not the one that keeps drafts. */
export const addressOfForm = (astro: AstroGlobal, values: Values): string =>
  returnPath(values['draftAddress'] ?? astro.originPathname + astro.url.search);

/** Keeps what was posted; false where it cannot be kept, so that the page alone has it. */
export async function keepForm(astro: AstroGlobal): Promise<boolean> {
  const { values } = readUpload(astro);
  const owner = ownerIn(values['formToken'] ?? '');
  if (!owner) return false;
  const key = newKey();
  const kept = Object.entries(values).filter(
    ([name]) => mayCarry(name) && name !== 'formToken' && name !== 'keptForm',
  );
  const draft = {
    values: {
      ...Object.fromEntries(kept),
      [addressField]: addressOfForm(astro, values),
      [ownerField]: owner,
    },
    errors: [],
  };
  const answer = await astro.locals.api.api.drafts.$post({ json: { key, draft } });
  if (answer.ok) setCookie(astro, 'keptForm', key);
  return answer.ok;
}

/**
 * What waits for whoever has just come back: what its form keeps as a draft becomes one, so that the form is filled in
 * with it; anything else is offered again by the page. Another officer's is gone.
 */
export async function takeUpKeptForm(astro: AstroGlobal, formToken: string): Promise<KeptForm | undefined> {
  const key = readCookie(astro, 'keptForm');
  if (!key) return undefined;
  const { api } = astro.locals.api;
  // It has been sent again, or is not wanted any more.
  if (astro.request.method === 'POST') {
    if (readUpload(astro).values['keptForm'] !== undefined) await dropKeptForm(astro, key);
    return undefined;
  }
  const answer = await api.drafts.open.$post({ json: { key } });
  if (!answer.ok) return undefined;
  const { values } = await answer.json();
  const { [addressField]: address = '', [ownerField]: owner, ...typed } = values;
  if (owner !== ownerIn(formToken)) {
    await dropKeptForm(astro, key);
    return undefined;
  }
  if (typed['draftForm']) {
    const auth = { headers: { 'x-form-token': formToken } };
    const kept = await doToDraft(api.staff.drafts, { ...typed, draftTask: 'keep' }, auth);
    if (kept.ok) {
      await dropKeptForm(astro, key);
      return undefined;
    }
  }
  return { address: returnPath(address), fields: Object.entries(typed) };
}

async function dropKeptForm(astro: AstroGlobal, key: string): Promise<void> {
  await astro.locals.api.api.drafts.drop.$post({ json: { key } });
  forgetCookie(astro, 'keptForm');
}
