import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Once in each document: reading it in takes longer than looking at a screen. */
const bring = async (page: Page): Promise<void> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
};

/** What axe finds on what the page shows now, a line each. */
export async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  await bring(page);
  const runOnly = rules ? { type: 'rule' as const, values: rules } : { type: 'tag' as const, values: tags };
  const { violations, passes } = await page.evaluate(async runOnly => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    // Of all else one node each will do.
    const found = await here.run(document, { runOnly, resultTypes: ['violations'] });
    return {
      violations: found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`,
      ),
      passes: found.passes.length,
    };
  }, runOnly);
  expect(passes, 'axe looked at something').toBeGreaterThan(0);
  return violations;
}

/** axe finds nothing on what the page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFaults(page), `axe at ${page.url().replace(/#.*/, '')}`).toEqual([]);
}
