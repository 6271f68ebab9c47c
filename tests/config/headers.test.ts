import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headers, headersFile, metaPolicy } from '../../config/headers.ts';

describe('security headers', () => {
  test('the nginx example says exactly what config/headers.ts says', () => {
    const page = readFileSync(new URL('../../docs/hosting.md', import.meta.url), 'utf8');
    const example = Object.fromEntries(
      [...page.matchAll(/add_header ([\w-]+) "([^"]*)" always;/g)].map(([, name, value]) => [name, value]),
    );
    expect(example).toEqual(headers);
  });

  test('the file for hosts carries each of them for every path', () => {
    const [everywhere] = headersFile().split('\n\n');
    for (const [name, value] of Object.entries(headers))
      expect(everywhere).toContain(`\n  ${name}: ${value}`);
    expect(everywhere!.startsWith('/*\n')).toBe(true);
  });

  test('no line is longer than Cloudflare reads', () => {
    for (const line of headersFile().split('\n')) expect(line.length).toBeLessThan(2000);
  });

  test('the meta leaves out only what a meta may not say', () => {
    expect(headers['Content-Security-Policy']).toBe(`${metaPolicy}; frame-ancestors 'none'`);
  });

  test('nothing inline, nothing evaluated, nobody else', () => {
    expect(metaPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(metaPolicy).toContain("default-src 'none'");
    expect(metaPolicy).toContain("require-trusted-types-for 'script'");
  });
});
