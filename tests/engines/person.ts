import type { Driver } from './driver.ts';

export const PIN = '805316';

/** Presses the keys of a PIN, once the pad is there. */
export async function typePin(driver: Driver, pin: string, then: string): Promise<void> {
  await driver.sees({ role: 'button', name: then });
  for (const digit of pin) await driver.click({ role: 'button', name: digit });
  await driver.click({ role: 'button', name: then });
}
