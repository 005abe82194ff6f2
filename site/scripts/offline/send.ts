// Sends what waits: one letter under one key, however often the line breaks; the portal gives the same receipt again.
import { spoken } from '../say.ts';
import { asSender, fileOf, letters, note, type OpenLetter } from './letters.ts';

type Problem = {
  code?: string;
  title?: string;
  detail?: string;
  errors?: { pointer: string; detail: string }[];
};
type Answer = { status: number; body: unknown };

const isProblem = ({ headers }: Response) =>
  (headers.get('content-type') || '').startsWith('application/problem+json');

/** Undefined: nothing came back from the portal; a network that asks for a log-in answers too. Without cookies: nothing of what is sent hangs on who is logged in here. */
async function post(
  address: string,
  body: BodyInit,
  headers: Record<string, string> = {},
): Promise<Answer | undefined> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      headers: { ...headers, 'accept-language': spoken },
      credentials: 'omit',
      cache: 'no-store',
    });
    if (!answer.ok && !isProblem(answer)) return undefined;
    return { status: answer.status, body: await answer.json() };
  } catch {
    return undefined;
  }
}

const isLater = (answer: Answer | undefined): answer is undefined =>
  !answer || answer.status === 429 || answer.status === 408 || answer.status >= 500;

const sentencesOf = (body: unknown): string[] => {
  const { title = '', detail, errors = [] } = body as Problem;
  return errors.length > 0 ? errors.map((error) => error.detail) : [detail || title];
};

/** One tab at a time, so that no file is sent twice. Says whether the portal was reached. */
export const sendWaiting = (): Promise<boolean | undefined> =>
  asSender(async () => {
    for (const letter of await letters())
      if (!letter.receipt && !letter.isTaken && !letter.refused && !(await send(letter))) return false;
    return true;
  });

async function send(letter: OpenLetter): Promise<boolean> {
  const files = letter.files.map((file) => ({ ...file }));
  const waitedThere = files.some(({ token }) => token);
  for (const [index, file] of files.entries()) {
    if (file.token) continue;
    const form = new FormData();
    form.append('file', await fileOf(letter, index), file.name);
    const answer = await post('/api/uploads', form);
    if (isLater(answer)) return false;
    const { token } = answer.body as { token?: string };
    if (!token) {
      await note(letter, {
        files,
        refused: sentencesOf(answer.body).map((words) => `“${file.name}”: ${words}`),
        refusedIn: spoken,
      });
      return true;
    }
    file.token = token;
    await note(letter, { files });
  }
  // Before it goes: should this page end now, the next one knows that it may have been taken.
  await note(letter, { files, isUnsure: true });
  const attachments = files.map(({ token }) => token);
  const answer = await post(
    '/api/cases',
    JSON.stringify({ ...letter.body, ...(attachments.length > 0 && { attachments }) }),
    { 'content-type': 'application/json', 'idempotency-key': letter.key },
  );
  if (isLater(answer)) return false;
  const sent = { ...letter, files };
  if (answer.status === 201) {
    const { number, secret, receivedAt, due } = answer.body as {
      number: string;
      secret: string;
      receivedAt: string;
      due: { on: string };
    };
    await note(sent, { receipt: { number, secret, receivedAt, dueOn: due.on } });
    return true;
  }
  const { errors = [], code } = answer.body as Problem;
  // Its key belongs to this letter alone: the register has it, and its code was changed or its data erased since.
  if (code === 'key-reused') {
    await note(sent, { isUnsure: false, isTaken: true });
    return true;
  }
  // The portal has looked for an earlier receipt first: it has none. Files that waited too long there are sent anew.
  const areOld = waitedThere && errors.some(({ pointer }) => pointer === '/attachments');
  await note(sent, {
    files: areOld ? files.map(({ name, type }) => ({ name, type })) : files,
    isUnsure: false,
    refused: areOld ? undefined : sentencesOf(answer.body),
    refusedIn: spoken,
  });
  return true;
}
