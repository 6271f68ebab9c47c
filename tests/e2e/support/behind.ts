/**
 * For tests that go on in a page behind another one: Chromium draws such a page once a second, and every press waits
 * for two frames, unless something records it.
 */
export const behind = { trace: 'retain-on-failure' } as const;
