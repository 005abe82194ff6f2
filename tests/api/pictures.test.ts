// The pictures of shared links: real PNG files of the size that messengers ask for.
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layOut, shorten, type Box } from '../../api/pictures/card.ts';
import { cardOf } from '../../api/pictures/procedure-card.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let portal: TestPortal;
beforeAll(async () => void (portal = await openTestPortal()));
afterAll(() => portal.close());

test.each(['/api/pictures/portal', '/api/pictures/procedures/1.014446'])(
  '%s is a picture',
  async (address) => {
    const response = await portal.request(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(bytes.length).toBeLessThan(150_000);
    // Not one flat colour: words stand on it.
    const { channels } = await sharp(bytes).stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(20);
  },
);

test('a procedure that does not exist has none', async () => {
  expect((await portal.request('/api/pictures/procedures/9.999999')).status).toBe(404);
});

test('a picture says what is known, and is silent about the rest', () => {
  const procedures = [...portal.portal.content.procedures.values()];
  const labels = (slug: string) => {
    const found = procedures.find((one) => one.slug === slug);
    return found && cardOf(found, 'Sở').facts.map(({ label, value }) => `${label}: ${value}`);
  };
  expect(labels('1.014446')).toEqual(['Thời hạn: 10 ngày', 'Mã thủ tục: 1.014446']);
  expect(labels('2.002724')).toEqual(['Mã thủ tục: 2.002724']);
  for (const procedure of procedures)
    expect(JSON.stringify(cardOf(procedure, 'Sở'))).not.toMatch(/chưa có thông tin|unknown|null/i);
});

test('the longest names keep within the picture, cut at a word', () => {
  expect(shorten('Cấp giấy phép bưu chính', 15)).toBe('Cấp giấy phép…');
  expect(shorten('Cấp giấy phép', 15)).toBe('Cấp giấy phép');
  const text = (box: Box | string): string =>
    typeof box === 'string' ? box : (box.props.children ?? []).map(text).join(' ');
  const names = [...portal.portal.content.procedures.values()].map(({ name }) => name);
  for (const title of names)
    expect(text(layOut({ owner: 'Sở', title, facts: [] })).length).toBeLessThanOrEqual(200);
});
