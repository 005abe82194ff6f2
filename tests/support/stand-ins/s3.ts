// An S3-compatible store for tests, on a real socket: refuses what is not signed, keeps objects in memory.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const signature =
  /^AWS4-HMAC-SHA256 Credential=test-access\/\d{8}\/test-region\/s3\/aws4_request, SignedHeaders=\S+, Signature=[0-9a-f]{64}$/;

export async function openS3() {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  const server = http.createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
    const name = req.url ?? '';
    asked.push(`${req.method} ${name}`);
    const isSigned =
      signature.test(req.headers.authorization ?? '') && req.headers['x-amz-date'] !== undefined;
    if (!isSigned || !name.startsWith('/tep-dinh-kem/')) return void res.writeHead(403).end();
    if (req.method === 'PUT') return void (objects.set(name, Buffer.concat(chunks)), res.end());
    if (req.method === 'DELETE') return void (objects.delete(name), res.writeHead(204).end());
    const found = objects.get(name);
    if (!found) return void res.writeHead(404).end();
    res.end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    objects,
    asked,
    env: {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: 'tep-dinh-kem',
      S3_REGION: 'test-region',
      S3_ACCESS_KEY: 'test-access',
      S3_SECRET_KEY: 'test-secret',
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
