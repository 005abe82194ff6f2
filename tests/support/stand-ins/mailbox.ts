// A real SMTP server of the test: it keeps the letters it takes, decoded, and refuses when told to.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Letter = {
  from: string;
  to: string[];
  subject: string;
  messageId: string;
  headers: string;
  text: string;
  /** The calendar file that came with it; empty: none. */
  calendar: string;
};

/** Opens a mailbox on any free port; `refuse` answers 451 (or another code) to every recipient until it is called with false. */
export async function openMailbox() {
  const letters: Letter[] = [];
  let refusing: number | false = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    disableReverseLookup: true,
    onRcptTo(address, _session, done) {
      if (!refusing) return done();
      done(Object.assign(new Error(`mailbox of ${address.address} is away`), { responseCode: refusing }));
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          ...readLetter(Buffer.concat(chunks).toString('latin1')),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse: (refuse: boolean | number) => void (refusing = refuse === true ? 451 : refuse),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Reads a letter of one plain-text part, or of that and a calendar file. */
export function readLetter(raw: string) {
  const whole = readPart(raw);
  const boundary = /^content-type: multipart\/mixed;.*boundary="([^"]+)"/im.exec(whole.headers)?.[1];
  if (boundary === undefined) return { ...whole, calendar: '' };
  const [text, calendar] = raw
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => readPart(part.replace(/^\r\n/, '')).text);
  return { ...whole, text: (text ?? '').replace(/\n$/, ''), calendar: calendar ?? '' };
}

function readPart(raw: string) {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';
  const body = raw.slice(end + 4);
  const bytes =
    header('content-transfer-encoding') === 'base64'
      ? Buffer.from(body, 'base64')
      : unquote(body.replace(/=\r\n/g, ''), /=([0-9A-F]{2})/g);
  return {
    headers,
    messageId: header('message-id'),
    subject: decodeWords(header('subject')),
    text: bytes.toString('utf8').replaceAll('\r\n', '\n'),
  };
}

const unquote = (text: string, escaped: RegExp) =>
  Buffer.from(
    text.replace(escaped, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

function decodeWords(text: string): string {
  const parts = text.replace(/\?= +=\?/g, '?==?').matchAll(/=\?UTF-8\?([QB])\?(.*?)\?=|([^=]+|=)/gi);
  const bytes = [...parts].map(([, kind, word = '', plain = '']) => {
    if (!kind) return Buffer.from(plain, 'latin1');
    return kind.toUpperCase() === 'B'
      ? Buffer.from(word, 'base64')
      : unquote(word.replaceAll('_', ' '), /=([0-9A-F]{2})/gi);
  });
  return Buffer.concat(bytes).toString('utf8');
}
