import type { Some } from '../routes.ts';
import { ChangeSecret } from './change-secret.tsx';
import { SettingsPage } from './settings.tsx';
import { StoragePage } from './storage.tsx';

export const settingsScreens = {
  settings: SettingsPage,
  'settings/secret': ChangeSecret,
  'settings/storage': StoragePage,
} satisfies Some;
