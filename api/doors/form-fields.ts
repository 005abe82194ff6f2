// The text fields of a posted form, also of one that was read in part: for its token, and to show again what was typed.

export type Field = [name: string, value: string];

/** More fields than any form of the portal has are not looked at. */
const mostFields = 300;
const longestHead = 2_048;

/** Reads urlencoded and multipart bodies; files, and what is neither, give nothing. */
export function fieldsOf(contentType: string | undefined, body: Buffer): Field[] {
  const type = (contentType ?? '').slice(0, 300);
  if (/^application\/x-www-form-urlencoded\b/i.test(type))
    return [...new URLSearchParams(body.toString('utf8'))].slice(0, mostFields);
  const boundary = /^multipart\/form-data\b.*?;\s?boundary="?([^\s";]{1,100})/i.exec(type)?.[1];
  return boundary ? partsOf(body, boundary) : [];
}

/** The whole form with its files, an empty one of nothing; undefined for a body that is none, or is not whole. */
export async function formOf(contentType: string | undefined, body: Buffer): Promise<FormData | undefined> {
  if (body.length === 0) return new FormData();
  const type = (contentType ?? '').slice(0, 300);
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return undefined;
  return await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
}

function partsOf(body: Buffer, boundary: string): Field[] {
  const mark = Buffer.from(`--${boundary}`);
  const fields: Field[] = [];
  let start = body.indexOf(mark);
  while (start !== -1 && fields.length < mostFields) {
    const head = start + mark.length + 2;
    const next = body.indexOf(mark, head);
    const split = body.subarray(head, head + longestHead).indexOf('\r\n\r\n');
    // The last part of a body that was read in part has no end; what is there of a text is shown.
    const field = split === -1 ? undefined : fieldOf(body, head, head + split + 4, next);
    if (field) fields.push(field);
    start = next;
  }
  return fields;
}

function fieldOf(body: Buffer, head: number, from: number, next: number): Field | undefined {
  const said = body.toString('utf8', head, from);
  if (/;\s?filename/i.test(said)) return undefined;
  const name = /;\s?name="([^"]{1,100})"/i.exec(said)?.[1];
  return name === undefined
    ? undefined
    : [name, body.toString('utf8', from, next === -1 ? body.length : Math.max(from, next - 2))];
}
