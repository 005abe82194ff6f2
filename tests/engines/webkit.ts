// WebKitGTK by the WebDriver of Debian's webkit2gtk-driver (W3C WebDriver, plain HTTP).
import { spawn, type ChildProcess } from 'node:child_process';
import { globSync } from 'node:fs';
import net from 'node:net';
import { eventually } from '../support/run/eventually.ts';
import type { Visitor } from './visitor.ts';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** `program` is WebKitWebDriver; `env` names a display. */
export async function openWebKit(program: string, env: NodeJS.ProcessEnv): Promise<Visitor> {
  const port = await freePort();
  const driver = spawn(program, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  try {
    await eventually('the driver answers', () =>
      fetch(`${origin}/status`).then(
        () => true,
        () => false,
      ),
    );
    const { sessionId } = (await call(`${origin}/session`, 'POST', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': {
            binary: miniBrowser(),
            args: ['--automation'],
          },
        },
      },
    })) as { sessionId: string };
    return visitorOf(`${origin}/session/${sessionId}`, driver);
  } catch (error) {
    driver.kill();
    throw error;
  }
}

function visitorOf(session: string, driver: ChildProcess): Visitor {
  const post = (path: string, body: object) => call(session + path, 'POST', body);
  const run = (source: string, args: string[]) =>
    post('/execute/sync', { script: `return (${source}).apply(null, arguments)`, args });
  // The driver scrolls as smoothly as the page asks, and does not wait for the end of it.
  const show = (element: string) =>
    post('/execute/sync', {
      script: "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })",
      args: [{ [elementKey]: element }],
    });
  return {
    go: async (url) => void (await post('/url', { url })),
    back: async () => void (await post('/back', {})),
    ask: async <T>(source: string, ...given: string[]) => (await run(source, given)) as T,
    pick: async (source, ...given) =>
      ((await run(source, given)) as Record<string, string> | null)?.[elementKey],
    async click(element) {
      await show(element);
      await post(`/element/${element}/click`, {});
    },
    async type(element, text) {
      await show(element);
      await post(`/element/${element}/value`, { text });
    },
    async close() {
      await call(session, 'DELETE').catch(() => {});
      driver.kill();
    },
  };
}

async function call(address: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } };
  if (!response.ok)
    throw new Error(
      `${new URL(address).pathname.split('/').slice(3).join('/')}: ${value.error} ${value.message}`,
    );
  return value;
}

function miniBrowser(): string {
  const [found] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser');
  if (!found) throw new Error('MiniBrowser of WebKitGTK is not there');
  return found;
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
