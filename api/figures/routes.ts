// The public figures for everybody: as JSON, as CSV, and the open event file behind them.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { statisticsCsv } from './tools/csv.ts';
import { openFile } from './open-file-service.ts';
import { Statistics, StatisticsQuery } from './schema.ts';
import { askedPeriod, statistics } from './statistics-service.ts';

const tags = ['Số liệu công khai'];

const figures = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'Số liệu xử lý phản ánh, kiến nghị của một kỳ (không ghi kỳ: năm nay)',
  description:
    'Từng số kèm mẫu số, không gộp thành một tỷ lệ. from, to là tháng đầu và tháng cuối. Số đánh giá dưới 5 lượt không công bố.',
  request: { query: StatisticsQuery },
  responses: {
    200: json('Số liệu', Statistics),
    ...refusals(422, 503),
  },
});

const table = createRoute({
  method: 'get',
  path: '/csv',
  tags,
  summary: 'Cùng số liệu ấy dạng CSV (UTF-8)',
  request: { query: StatisticsQuery },
  responses: {
    200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
    ...refusals(422, 503),
  },
});

const events = createRoute({
  method: 'get',
  path: '/events',
  tags,
  summary: 'Tệp sự kiện mở: mỗi dòng một sự kiện, đủ để tính lại mọi số',
  description: 'JSON Lines, không có dữ liệu cá nhân. Địa chỉ công khai: /du-lieu/ho-so.jsonl.',
  responses: {
    200: { description: 'Tệp', content: { 'application/octet-stream': {} } },
    ...refusals(429, 503),
  },
});

export function figureRoutes(portal: Portal) {
  const read = async (query: StatisticsQuery) => {
    const { period, by } = askedPeriod(query, portal.now());
    return await statistics(portal, period, by);
  };
  return router()
    .openapi(figures, async (c) => c.json(await read(c.req.valid('query')), 200))
    .openapi(table, async (c) => {
      const found = await read(c.req.valid('query'));
      return c.text(statisticsCsv(found), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="so-lieu-${found.period.from}-${found.period.to}.csv"`,
      });
    })
    .openapi(events, async (c) =>
      c.body(await openFile(portal), 200, {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'content-disposition': 'attachment; filename="ho-so.jsonl"',
      }),
    );
}
