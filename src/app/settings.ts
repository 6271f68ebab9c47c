import { hex, randomBytes } from '../lib/bytes.ts';
import { type Clock, today } from '../lib/clock.ts';
import type { Settings } from './codec.ts';

/** This install's part of version ids. */
const newInstall = (): string => hex(randomBytes(8));

/** What a record begins with. */
export const firstSettings = (clock: Clock): Settings => ({
  install: newInstall(),
  hideSeconds: 30,
  idleSeconds: 180,
  bigWords: false,
  lastUsed: today(clock),
});

/**
 * The settings of another install, for this one. What belongs to one install stays behind: its name, its browser's
 * answer, its kit, its copies and what was asked about them.
 */
export const settingsFrom = ({ persisted, kit, spare, asked, ...settings }: Settings): Settings => ({
  ...settings,
  install: newInstall(),
});
