// An e-mail address as people type or paste it, brought to the one spelling that a letter can be sent to. Pure.
import { invisible, plainSigns } from './signs.ts';

/** `suggestion`: what was probably meant, where the address can reach nobody. */
export type ReadEmail =
  { email: string } | { wrong: 'shape' | 'several' | 'unreachable'; suggestion?: string };

/** RFC 5321 §4.5.3.1.3: a path of 256 octets, two of them its brackets. */
export const mostEmailCharacters = 254;
const mostTyped = 320;

// RFC 5322 dot-atom for the mailbox, RFC 1123 labels for the host; quoted mailboxes and bare addresses reach nobody here.
const mailbox = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const hostLabel = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/**
 * Reads what stands in a field: `mailto:`, angle brackets with or without a name before them, quotes, spaces and a
 * final comma, point or semicolon are cut; two addresses, empty parts (`..`, a leading point), a part that begins or
 * ends with a hyphen and a last part of figures are refused. The host is written in small letters.
 */
export function readEmail(typed: string): ReadEmail {
  if (typed.length > mostTyped) return { wrong: 'shape' };
  const bare = bareAddress(typed);
  if ((bare.match(/@/g) ?? []).length > 1 || /[;,\s]/.test(bare))
    return { wrong: (bare.match(/@/g) ?? []).length > 1 ? 'several' : 'shape' };
  const [box = '', host = ''] = bare.split('@');
  const labels = host.toLowerCase().split('.');
  if (bare.length > mostEmailCharacters || box.length > 64 || !mailbox.test(box)) return { wrong: 'shape' };
  if (labels.length < 2 || !labels.every((part) => hostLabel.test(part))) return { wrong: 'shape' };
  if (!/^(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})$/u.test(labels.at(-1) ?? '')) return { wrong: 'shape' };
  const email = `${box}@${labels.join('.')}`;
  const mended = reachable(labels);
  return mended ? { wrong: 'unreachable', suggestion: `${box}@${mended}` } : { email };
}

function bareAddress(typed: string): string {
  const plain = plainSigns(typed.replace(invisible, '')).trim();
  const bracketed = /<([^<>]{1,300})>[\s.,;]*$/.exec(plain)?.[1] ?? plain;
  return bracketed
    .replace(/^[\s<("']{0,9}(?:(?:mailto|e-?mail|thư)\s?:\s?)?/iu, '')
    .replace(/[\s>)"'.,;:]{1,20}$/, '')
    .replace(/\s?@\s?/, '@');
}

// Last parts that do not exist in the root zone and are what a finger makes of one that does.
const noSuchEnd: Record<string, string> = {
  con: 'com', cpm: 'com', cim: 'com', vom: 'com', comm: 'com', ocm: 'com', cmo: 'com', xom: 'com', coom: 'com',
  vnn: 'vn', vm: 'vn', bn: 'vn', nte: 'net', ent: 'net', ogr: 'org', gob: 'gov',
}; // prettier-ignore

/** The host that was meant, where the one written ends in what no host ends in; undefined: it may exist. */
function reachable(labels: readonly string[]): string | undefined {
  const end = labels.at(-1) ?? '';
  const meant = noSuchEnd[end];
  // .bn is Brunei's: only what stands under a Vietnamese second part is a slip.
  if (!meant || (end === 'bn' && !['gov', 'com', 'edu', 'org', 'net'].includes(labels.at(-2) ?? '')))
    return undefined;
  const mended = [...labels.slice(0, -1), meant].join('.');
  return likelyHost(mended) ?? mended;
}

const providers = [
  'gmail.com',
  'yahoo.com',
  'yahoo.com.vn',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'live.com',
];

/** A provider's host that differs by one slip from the one given: `gmial.com` is `gmail.com`; undefined: none. */
function likelyHost(host: string): string | undefined {
  if (providers.includes(host)) return undefined;
  return providers.find((provider) => isOneSlip(host, provider));
}

/** The address that was probably meant, to be asked about before a letter goes astray; undefined: none is likelier. */
export function likelyEmail(email: string): string | undefined {
  const [box, host = ''] = email.split('@');
  const likely = likelyHost(host);
  return likely && `${box}@${likely}`;
}

/** One letter left out, put in, changed, or two neighbours swapped. */
function isOneSlip(written: string, meant: string): boolean {
  if (Math.abs(written.length - meant.length) > 1) return false;
  let at = 0;
  while (at < meant.length && written[at] === meant[at]) at += 1;
  const [rest, meantRest] = [written.slice(at), meant.slice(at)];
  return (
    rest.slice(1) === meantRest.slice(1) ||
    rest.slice(1) === meantRest ||
    rest === meantRest.slice(1) ||
    (rest[0] === meantRest[1] && rest[1] === meantRest[0] && rest.slice(2) === meantRest.slice(2))
  );
}
