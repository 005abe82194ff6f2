// Firefox by WebDriver BiDi, which it speaks itself: no driver program stands between.
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/run/eventually.ts';
import type { Visitor } from './visitor.ts';

type Answer = { id: number; result?: unknown; error?: string; message?: string };
type Remote = { type: string; value?: string; sharedId?: string };

/** `folder` is for its profile, and empty. */
export async function openFirefox(program: string, folder: string): Promise<Visitor> {
  await fs.writeFile(
    path.join(folder, 'user.js'),
    ['app.update.enabled', 'browser.shell.checkDefaultBrowser', 'datareporting.policy.dataSubmissionEnabled']
      .map((name) => `user_pref("${name}", false);\n`)
      .join(''),
  );
  const browser = spawn(
    program,
    ['--headless', '--no-remote', '--profile', folder, '--remote-debugging-port=0'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HOME: folder },
    },
  );
  const socket = new WebSocket(`${await addressSaidBy(browser.stderr)}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('Firefox takes no connection'));
  });
  const send = commandsOver(socket);
  await send('session.new', { capabilities: {} });
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
  const context = contexts[0]?.context ?? '';
  const run = async (source: string, given: string[]) => {
    const { type, result, exceptionDetails } = await send<{
      type: string;
      result?: Remote;
      exceptionDetails?: { text: string };
    }>('script.callFunction', {
      functionDeclaration: source,
      arguments: given.map((value) => ({ type: 'string', value })),
      target: { context },
      awaitPromise: true,
    });
    if (type !== 'success') throw new Error(exceptionDetails?.text ?? 'the page threw');
    return result;
  };
  const press = (actions: object[]) => send('input.performActions', { context, actions });
  const show = (element: string) =>
    send('script.callFunction', {
      functionDeclaration: '(element) => element.scrollIntoView({ block: "center", behavior: "instant" })',
      arguments: [{ sharedId: element }],
      target: { context },
      awaitPromise: false,
    });
  const pressed = (element: string) => [
    { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId: element } } },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  // A page that is still settling may scroll in between: then nothing was pressed, and it is shown again.
  const click = async (element: string) => {
    await eventually('the element can be pressed', async () => {
      await show(element);
      return await press([{ type: 'pointer', id: 'mouse', actions: pressed(element) }]).then(
        () => true,
        (error: Error) => {
          if (!error.message.includes('out of bounds')) throw error;
          return false;
        },
      );
    });
  };
  return {
    go: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    back: async () => void (await send('browsingContext.traverseHistory', { context, delta: -1 })),
    ask: async <T>(source: string, ...given: string[]) =>
      JSON.parse(
        (await run(`(...given) => JSON.stringify((${source})(...given) ?? null)`, given))?.value ?? 'null',
      ) as T,
    pick: async (source, ...given) => (await run(source, given))?.sharedId,
    click,
    async type(element, text) {
      await click(element);
      const actions = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await press([{ type: 'key', id: 'keys', actions }]);
    },
    async close() {
      const ended = new Promise((resolve) => browser.once('close', resolve));
      await send('browser.close', {}).catch(() => browser.kill());
      await ended;
    },
  };
}

function commandsOver(socket: WebSocket) {
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const { id, result, error, message } = JSON.parse(String(data)) as Answer;
    const command = waiting.get(id);
    waiting.delete(id);
    if (error) command?.reject(new Error(`${error}: ${message}`));
    else command?.resolve(result);
  };
  socket.onclose = () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has ended'));
  };
  return <T = unknown>(method: string, params: object): Promise<T> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve: resolve as (result: unknown) => void, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}

function addressSaidBy(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    output.on('data', (chunk) => {
      said += chunk;
      const [, address] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    output.on('end', () => reject(new Error(`Firefox ended:\n${said}`)));
  });
}
