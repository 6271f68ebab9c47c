import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** axe finds nothing on what the page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  // Legacy: it counts in the page itself, and opens no second one that would take the focus away.
  const { violations, passes } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`);
  expect(found, `axe at ${page.url().replace(/#.*/, '')}`).toEqual([]);
  expect(passes.length, 'axe looked at something').toBeGreaterThan(0);
}

/** What axe finds on what the page shows now, a line each. */
export async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations, passes } = await (rules ? axe.withRules(rules) : axe.withTags(tags)).analyze();
  expect(passes.length, 'axe looked at something').toBeGreaterThan(0);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`);
}
