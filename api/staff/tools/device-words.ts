// What is kept of the device of a session, the kind of browser and of machine alone, and how an officer reads it.

const browsers: [kind: string, pattern: RegExp, name: string][] = [
  ['edge', /\bEdgA?\//, 'Edge'],
  ['opera', /\b(OPR|Opera)\//, 'Opera'],
  ['coc-coc', /\bcoc_coc_browser\//, 'Cốc Cốc'],
  ['firefox', /\b(Firefox|FxiOS)\//, 'Firefox'],
  ['chrome', /\b(Chrome|CriOS)\//, 'Chrome'],
  ['safari', /\bSafari\//, 'Safari'],
];
const machines: [kind: string, pattern: RegExp, name: string][] = [
  ['iphone', /\biPhone\b/, 'iPhone'],
  ['ipad', /\biPad\b/, 'iPad'],
  ['android', /\bAndroid\b/, 'máy Android'],
  ['windows', /\bWindows\b/, 'máy tính Windows'],
  ['mac', /\bMacintosh\b/, 'máy tính Mac'],
  ['chromebook', /\bCrOS\b/, 'Chromebook'],
  ['linux', /\bLinux\b/, 'máy tính Linux'],
];
const longest = 1_000;

/** `chrome/windows` from a User-Agent header: no version, no model, nothing that tells two such devices apart. */
export function deviceKind(userAgent: string | undefined): string {
  const given = (userAgent ?? '').slice(0, longest);
  const kindIn = (known: typeof browsers) => known.find(([, pattern]) => pattern.test(given))?.[0] ?? '';
  return `${kindIn(browsers)}/${kindIn(machines)}`;
}

/** `Chrome trên máy tính Windows` of a kind; `Không rõ thiết bị` where neither is known. */
export function deviceWords(kind: string | null): string {
  const [browser, machine] = (kind ?? '').split('/');
  const nameOf = (known: typeof browsers, one: string | undefined) =>
    known.find(([name]) => name === one)?.[2];
  const [program, made] = [nameOf(browsers, browser), nameOf(machines, machine)];
  if (!program && !made) return 'Không rõ thiết bị';
  return made ? `${program ?? 'Trình duyệt khác'} trên ${made}` : (program ?? '');
}
