// The working-day calendar for anyone: a due date with its days, and the days off of a year.
import { createRoute } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { currentCalendar } from './current-service.ts';
import { DueRequest, DueView, YearRequest, YearView } from './schema.ts';
import { addWorkingDays } from './working-days.ts';
import { yearView } from './year.ts';

const due = createRoute({
  method: 'post',
  path: '/due',
  tags: ['Lịch làm việc'],
  summary: 'Tính hạn theo ngày làm việc, kèm cách đếm từng ngày',
  description: 'Ngày 1 là ngày làm việc tiếp theo sau ngày from. Hạn kết thúc lúc 24 giờ, giờ Việt Nam.',
  request: bodies(DueRequest),
  responses: {
    200: json('Hạn và cách đếm', DueView),
    ...refusals(400, 413, 422),
  },
});

const days = createRoute({
  method: 'get',
  path: '/days',
  tags: ['Lịch làm việc'],
  summary: 'Ngày nghỉ và ngày làm bù của một năm, kèm căn cứ',
  request: { query: YearRequest },
  responses: {
    200: json('Các ngày', YearView),
    ...refusals(422),
  },
});

export function calendarRoutes(portal: Portal) {
  return router()
    .openapi(due, (c) => {
      const { from, workingDays } = c.req.valid('json');
      return c.json(addWorkingDays(currentCalendar(portal), from, workingDays), 200);
    })
    .openapi(days, (c) => {
      const { year } = c.req.valid('query');
      return c.json(yearView(currentCalendar(portal), portal.content.calendar.notes, year), 200);
    });
}
