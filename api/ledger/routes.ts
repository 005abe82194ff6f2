// The ledger for everybody: checkpoint, proofs, keys. Nothing here tells that a case exists.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import {
  CheckpointList,
  CheckpointsQuery,
  ConsistencyQuery,
  ConsistencyView,
  HashParam,
  InclusionQuery,
  InclusionView,
  KeyList,
} from './schema.ts';
import {
  consistencyProof,
  inclusionProof,
  keptCheckpoints,
  latestCheckpoint,
  signingKeys,
} from './service.ts';

const tags = ['Nhật ký xử lý'];

const checkpoint = createRoute({
  method: 'get',
  path: '/checkpoint',
  tags,
  summary: 'Bản chốt mới nhất của nhật ký xử lý, có chữ ký',
  description: 'Một signed note theo C2SP tlog-checkpoint: tên sổ, cỡ, gốc cây Merkle (RFC 9162), thời điểm.',
  responses: {
    200: { description: 'Bản chốt', content: { 'text/plain': { schema: z.string() } } },
    ...refusals(404, 503),
  },
});

const checkpoints = createRoute({
  method: 'get',
  path: '/checkpoints',
  tags,
  summary: 'Các bản chốt giữ lại vĩnh viễn, mỗi ngày một, mới nhất trước',
  request: { query: CheckpointsQuery },
  responses: {
    200: json('Một trang', CheckpointList),
    ...refusals(422, 503),
  },
});

const inclusion = createRoute({
  method: 'get',
  path: '/inclusion/{hash}',
  tags,
  summary: 'Chứng minh một bước nằm trong nhật ký xử lý',
  description: 'Hỏi bằng mã băm của bước; chỉ người có hồ sơ biết mã băm ấy.',
  request: { params: HashParam, query: InclusionQuery },
  responses: {
    200: json('Chứng minh', InclusionView),
    ...refusals(404, 422, 503),
  },
});

const consistency = createRoute({
  method: 'get',
  path: '/consistency',
  tags,
  summary: 'Chứng minh nhật ký xử lý chỉ được nối dài, không bị sửa',
  request: { query: ConsistencyQuery },
  responses: {
    200: json('Chứng minh', ConsistencyView),
    ...refusals(404, 422, 503),
  },
});

const key = createRoute({
  method: 'get',
  path: '/key',
  tags,
  summary: 'Khóa công khai để kiểm tra chữ ký',
  responses: {
    200: json('Khóa', KeyList),
    ...refusals(503),
  },
});

export function ledgerRoutes(portal: Portal) {
  return router()
    .openapi(checkpoint, async (c) => c.text((await latestCheckpoint(portal)).note, 200))
    .openapi(checkpoints, async (c) =>
      c.json(await keptCheckpoints(portal, c.req.valid('query').before), 200),
    )
    .openapi(inclusion, async (c) =>
      c.json(await inclusionProof(portal, c.req.valid('param').hash, c.req.valid('query').size), 200),
    )
    .openapi(consistency, async (c) => {
      const { from, to } = c.req.valid('query');
      return c.json(await consistencyProof(portal, from, to), 200);
    })
    .openapi(key, async (c) => c.json(await signingKeys(portal), 200));
}
