// A loopback server that answers as Meilisearch's API documentation says, and writes down what it was asked.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export type AskedOf = { method: string; path: string; key: string | undefined; body: unknown };
type Stored = { id: string; type: string; field: string; titleKeys: string; document: unknown };
type Query = { indexUid: string; q: string; limit: number; filter?: string[] };

/** Answers until told otherwise: `behave('hang')` never answers again, `behave('refuse')` says 503. */
export async function openMeili() {
  const asked: AskedOf[] = [];
  const indexes = new Map<string, Map<string, Stored>>();
  const tasks: { type: string; error: { code: string } | null }[] = [];
  let behaviour: 'answer' | 'hang' | 'refuse' = 'answer';
  let failing: string | undefined;

  function enqueue(type: string, work: () => string | undefined) {
    const code = failing === type ? 'index_creation_failed' : work();
    tasks.push({ type, error: code ? { code } : null });
    return [
      202,
      { taskUid: tasks.length - 1, indexUid: null, status: 'enqueued', type, enqueuedAt: at },
    ] as const;
  }

  function answer(method: string, path: string, body: unknown): readonly [number, unknown] {
    const [, first, second = '', third] = path.split('/');
    if (path === '/health') return [200, { status: 'available' }];
    if (first === 'tasks') return [200, taskView(Number(second))];
    if (path === '/multi-search') return search((body as { queries: Query[] }).queries);
    if (path === '/swap-indexes') {
      const [a = '', b = ''] = (body as { indexes: string[] }[])[0]?.indexes ?? [];
      return enqueue('indexSwap', () => {
        const [one, other] = [indexes.get(a), indexes.get(b)];
        if (!one || !other) return 'index_not_found';
        indexes.set(a, other).set(b, one);
        return undefined;
      });
    }
    if (method === 'POST' && path === '/indexes') {
      const { uid } = body as { uid: string };
      return enqueue('indexCreation', () => {
        if (indexes.has(uid)) return 'index_already_exists';
        indexes.set(uid, new Map());
        return undefined;
      });
    }
    if (method === 'DELETE' && !third)
      return enqueue('indexDeletion', () => (indexes.delete(second) ? undefined : 'index_not_found'));
    if (third === 'settings') return enqueue('settingsUpdate', () => undefined);
    if (third === 'documents')
      return enqueue(
        Array.isArray(body) && typeof body[0] === 'string' ? 'documentDeletion' : 'documentAdditionOrUpdate',
        () => {
          const index = indexes.get(second) ?? new Map<string, Stored>();
          indexes.set(second, index);
          for (const one of body as (Stored | string)[])
            if (typeof one === 'string') index.delete(one);
            else if (!/^[a-zA-Z0-9_-]+$/.test(one.id)) return 'invalid_document_id';
            else index.set(one.id, one);
          return undefined;
        },
      );
    return [404, { message: 'Not found.', code: 'not_found', type: 'invalid_request', link: '' }];
  }

  function taskView(uid: number) {
    const { type, error } = tasks[uid] ?? { type: 'unknown', error: { code: 'task_not_found' } };
    const told = error && { message: error.code, code: error.code, type: 'invalid_request', link: '' };
    return {
      uid,
      indexUid: null,
      status: error ? 'failed' : 'succeeded',
      type,
      canceledBy: null,
      details: {},
      error: told,
      duration: 'PT0.01S',
      enqueuedAt: at,
      startedAt: at,
      finishedAt: at,
    };
  }

  function search(queries: Query[]): readonly [number, unknown] {
    const results = queries.map(({ indexUid, q, limit, filter = [] }) => {
      const words = q.split(' ');
      const hits = [...(indexes.get(indexUid)?.values() ?? [])]
        .filter((one) =>
          filter.every(
            (line) => line === `field = ${JSON.stringify(one.field)}` || line === `type = "${one.type}"`,
          ),
        )
        .map((one) => ({ one, met: words.filter((word) => one.titleKeys.split(' ').includes(word)).length }))
        .filter(({ met }) => met > 0)
        .sort((a, b) => b.met - a.met)
        .slice(0, limit)
        .map(({ one: { document } }) => ({ document }));
      return {
        indexUid,
        hits,
        query: q,
        processingTimeMs: 1,
        limit,
        offset: 0,
        estimatedTotalHits: hits.length,
      };
    });
    return [200, { results }];
  }

  const server = http.createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      const body: unknown = text ? JSON.parse(text) : undefined;
      const path = (request.url ?? '').split('?')[0] ?? '';
      asked.push({ method: request.method ?? '', path, key: request.headers.authorization, body });
      if (behaviour === 'hang') return;
      const [status, answered] =
        behaviour === 'refuse' ? [503, { message: 'no' }] : answer(request.method ?? '', path, body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answered));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    indexes,
    behave: (next: typeof behaviour) => void (behaviour = next),
    /** Tasks of this type fail from now on; they are accepted all the same. */
    failTasks: (type: string | undefined) => void (failing = type),
    /** Cuts every connection and listens no more. */
    kill: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const at = '2026-03-02T01:00:00.000000Z';
