// What a PDF (ISO 32000) can do besides being read: looked for in its objects, spelt in any way, packed or not.
import { inflateSync } from 'node:zlib';
import type { Finding } from '../../findings.ts';

const maxObjectsBytes = 100 * 1024 * 1024;
const named: [RegExp, Finding][] = [
  [/\/Launch(?![A-Za-z])/, 'pdf-launch'],
  [/\/JavaScript(?![A-Za-z])|\/JS\s*[(<\d/]/, 'pdf-script'],
  [/\/Embedded(?:File|Files)(?![A-Za-z])|\/FileAttachment(?![A-Za-z])/, 'pdf-attached'],
  [/\/XFA(?![A-Za-z])/, 'pdf-xfa'],
  [/\/(?:RichMedia|Rendition|Movie|3D)(?![A-Za-z])/, 'pdf-media'],
  [/\/(?:SubmitForm|ImportData|GoToE|GoToR)(?![A-Za-z])/, 'pdf-sends'],
  [/\/Encrypt(?![A-Za-z])/, 'pdf-locked'],
];
/** Too long to stand in packed bytes by chance. */
const inStreams = /\/(?:Launch|JavaScript|EmbeddedFile)(?![A-Za-z])/g;

export function findInPdf(file: Buffer): Finding[] {
  const found = new Set<Finding>();
  const look = (text: string) => {
    // Any letter of a name may be written as #xx (7.3.5).
    const plain = text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    for (const [pattern, finding] of named) if (pattern.test(plain)) found.add(finding);
  };
  let room = maxObjectsBytes;
  let at = 0;
  const outside: string[] = [];
  // Streams as any reader finds them: the word, a line end, bytes, the closing word.
  while (at < file.length) {
    const start = nextStream(file, at);
    if (start === -1) break;
    const end = file.indexOf('endstream', start);
    const until = end === -1 ? file.length : end;
    const before = file.subarray(at, start).toString('latin1');
    outside.push(before);
    const head = decoded(before.slice(-2000));
    const dictionary = head.slice(Math.max(0, head.lastIndexOf(' obj')));
    const body = file.subarray(start, until);
    if (/\/ObjStm/.test(dictionary)) {
      const objects = objectsIn(dictionary, body, room);
      if (objects === undefined) found.add('pdf-unread');
      else {
        room -= objects.length;
        look(objects);
      }
    } else for (const [name] of body.toString('latin1').matchAll(inStreams)) look(name);
    at = until + 9;
  }
  outside.push(file.subarray(at).toString('latin1'));
  look(outside.join('\n'));
  if (isTwoKinds(file)) found.add('two-kinds');
  return [...found];
}

function nextStream(file: Buffer, from: number): number {
  for (let at = file.indexOf('stream', from); at !== -1; at = file.indexOf('stream', at + 6)) {
    const after = file[at + 6];
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    if (after === 0x0a) return at + 7;
    if (after === 0x0d) return file[at + 7] === 0x0a ? at + 8 : at + 7;
  }
  return -1;
}

const decoded = (text: string) =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function objectsIn(dictionary: string, body: Buffer, room: number): string | undefined {
  const filters = /\/Filter\s*(\[[^\]]{0,200}\]|\/\w+)/.exec(dictionary)?.[1]?.match(/\/\w+/g) ?? [];
  if (filters.length === 0) return body.toString('latin1');
  if (filters.join() !== '/FlateDecode' && filters.join() !== '/Fl') return undefined;
  try {
    return inflateSync(body, { maxOutputLength: Math.max(room, 1), finishFlush: 2 }).toString('latin1');
  } catch {
    return undefined;
  }
}

/** A PDF that is a ZIP archive to who reads it from its end, or a page of the web to who reads its first lines. */
function isTwoKinds(file: Buffer): boolean {
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end !== -1 && end + 22 <= file.length && end + 22 + file.readUInt16LE(end + 20) >= file.length - 1024)
    return true;
  return /<(?:html|script|svg|!doctype)/i.test(file.subarray(0, 1024).toString('latin1'));
}
