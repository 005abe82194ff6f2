// XML read strictly, as much as the portal writes: declaration, nested elements, text or elements within, five escapes.

const escapes: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** The elements in the order in which they begin, with their own text. Throws where the document is not well formed. */
export function elementsOf(xml: string): { name: string; text: string }[] {
  const body = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '').trimEnd();
  const found: { name: string; text: string }[] = [];
  const open: { name: string; text: string }[] = [];
  let at = 0;
  for (const { 0: tag, index, groups } of body.matchAll(/<(?<end>\/?)(?<name>[a-z_]+)(?<empty>\/?)>/g)) {
    text(body.slice(at, index));
    at = index + tag.length;
    const { end, name = '', empty } = groups ?? {};
    if (end) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
      continue;
    }
    if (open.length === 0 && found.length > 0) throw new Error('several roots');
    const element = { name, text: '' };
    found.push(element);
    if (!empty) open.push(element);
  }
  if (open.length > 0 || at !== body.length)
    throw new Error('something is left open, or stands after the end');
  return found;

  function text(between: string): void {
    if (between === '') return;
    const holder = open.at(-1);
    if (!holder || /[<>]|&(?!(?:amp|lt|gt|quot);)/.test(between)) throw new Error(`stray text: ${between}`);
    holder.text += between.replaceAll(/&\w+;/g, (escape) => escapes[escape] ?? escape);
  }
}
