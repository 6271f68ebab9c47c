import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { launchOptions } from '../../../scripts/browser.mjs';

type Options = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** A browser with a profile on disk, as on a real phone. Close the context before you look into the folder. */
export async function openProfile(folder: string, options: Options = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...launchOptions(), ...options });
}

/** A folder for a profile, and the way to be rid of it. */
export function newProfile(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-profile-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

/**
 * The files of a profile that hold the text, as UTF-8 or as UTF-16. LevelDB's compression leaves a text whole
 * where it stands for the first time, so use one that is random and long.
 */
export function filesWith(folder: string, text: string): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return everyFile(folder).filter(name => {
    const bytes = readFileSync(join(folder, name));
    return needles.some(needle => bytes.includes(needle));
  });
}

function everyFile(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
