// Built pages with a living part: what is known now stands in its place, asked for once a minute whoever comes. While it
// cannot be had, the last that was known stands there; where nothing was, the page goes out as it was built, and is whole.
import { setTimeout as wait } from 'node:timers/promises';
import zlib from 'node:zlib';
import { plainOf, siteFile, type SiteFile } from './files.ts';
import { withPart } from './part-tag.ts';

const keepMs = 60_000;
/** How long one visitor waits for the new part, and how soon it is tried again where it could not be had. */
const patienceMs = 400;
const retryMs = 5_000;

type Part = {
  text: string | undefined;
  dueAt: number;
  patientUntil: number;
  asking: Promise<void> | undefined;
  filled: { of: SiteFile; text: string; file: SiteFile } | undefined;
};

/** `ask` gives what a part says now (HTML, empty for nothing), undefined where it cannot be known. */
export function livingParts(
  ask: (address: string) => Promise<string | undefined>,
  always: readonly [string, string][],
  now: () => number = () => performance.now(),
) {
  let parts = new Map<string, Part>();

  /** The file with its part, at once where that is known. */
  function fileOf(file: SiteFile): SiteFile | Promise<SiteFile> {
    if (file.part === undefined) return file;
    const part = parts.get(file.part) ?? unknown();
    parts.set(file.part, part);
    if (now() < part.dueAt) return filled(file, part);
    if (!part.asking) {
      part.patientUntil = now() + patienceMs;
      part.asking = renew(file.part, part);
    }
    const left = part.patientUntil - now();
    if (left <= 0) return filled(file, part);
    return Promise.race([part.asking, wait(left, undefined, { ref: false })]).then(() => filled(file, part));
  }

  async function renew(address: string, part: Part): Promise<void> {
    const text = await ask(address).catch(() => undefined);
    if (text !== undefined) part.text = text;
    part.dueAt = now() + (text === undefined ? retryMs : keepMs);
    part.asking = undefined;
  }

  function filled(file: SiteFile, part: Part): SiteFile {
    const { text } = part;
    if (text === undefined) return file;
    if (part.filled?.of !== file || part.filled.text !== text)
      part.filled = { of: file, text, file: put(file, text) };
    return part.filled.file;
  }

  function put(file: SiteFile, text: string): SiteFile {
    const plain = Buffer.from(withPart(plainOf(file).toString('utf8'), text));
    const br = zlib.brotliCompressSync(plain, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 6 } });
    return siteFile('page.html', plain, { br, gzip: zlib.gzipSync(plain) }, always);
  }

  /** What was known is no longer said: an officer has changed something, and what was public may be so no more. */
  const forget = () => {
    parts = new Map();
  };

  return { fileOf, forget };
}

/**
 * Whether what somebody sent to an address of staff may have changed what is public: not what was refused, nor who comes
 * and goes, for anybody can send that, and would have the parts made anew, or lost while the database is away.
 */
export const mayHaveChanged = (path: string, status: number): boolean =>
  (status < 300 || status === 303) && !/\/dang-(?:nhap|xuat)$/.test(path);

const unknown = (): Part => ({
  text: undefined,
  dueAt: -Infinity,
  patientUntil: 0,
  asking: undefined,
  filled: undefined,
});
