import '../start/start.css';
import type { Some } from '../routes.ts';
import { ChangeSecret } from './change-secret.tsx';
import { ErasePage } from './erase.tsx';
import { SettingsPage } from './settings.tsx';
import { StoragePage } from './storage.tsx';

export const settingsScreens = {
  settings: SettingsPage,
  'settings/secret': ChangeSecret,
  'settings/storage': StoragePage,
  'settings/erase': ErasePage,
} satisfies Some;
