// Lighthouse's four scores on a phone, one page of each kind.
import http from 'node:http';
import { findChromium } from '../support/browser/chromium.ts';
import { runTool } from './tools.ts';

export const leastScore = 98;

type Result = {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { id: string; title: string; score: number | null; scoreDisplayMode: string }>;
};

/** Prints the scores of each page and returns how many are below 98. A page not for search engines is not asked for SEO. */
export async function inspectScores(origin: string, addresses: string[]): Promise<number> {
  const { path: CHROME_PATH, env } = await findChromium();
  let low = 0;
  for (const address of addresses) {
    const html = await htmlOf(origin + address);
    const isHidden = /<meta name="robots" content="[^"]*noindex/.test(html);
    const categories = ['performance', 'accessibility', 'best-practices', ...(isHidden ? [] : ['seo'])];
    const args = [
      origin + address,
      '--quiet',
      '--output=json',
      `--only-categories=${categories.join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu --disable-background-networking',
    ];
    const { categories: scored, audits } = JSON.parse(
      runTool('lighthouse/cli/index.js', args, { ...env, CHROME_PATH }),
    ) as Result;
    const scores = categories.map((name) => Math.round((scored[name]?.score ?? 0) * 100));
    low += scores.filter((score) => score < leastScore).length;
    console.log(
      `${address.padEnd(44)} ${categories.map((name, index) => `${name} ${scores[index]}`).join('  ')}`,
    );
    if (scores.some((score) => score < 100))
      for (const audit of Object.values(audits))
        if (
          audit.score !== null &&
          audit.score < 0.9 &&
          !audit.id.endsWith('-insight') &&
          audit.scoreDisplayMode !== 'informative'
        )
          console.log(`    ${audit.id} (${audit.score})`);
  }
  return low;
}

/** By a connection of its own: the tools stop this process for longer than a portal keeps an idle one. */
const htmlOf = (address: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = http.get(address, { agent: false }, (answer) => {
      let html = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (html += part));
      answer.on('end', () => resolve(html));
    });
    asked.on('error', reject);
  });
