import ways from '../../words/en-AU/ways.json';
import type { Some } from '../routes.ts';
import { ErasePinPage } from './erase-pin.tsx';
import { NamePage } from './name.tsx';
import { PasskeyPage } from './passkey.tsx';
import { SecondPage } from './second.tsx';

export const words = [ways];

export const screens = {
  'ways/name': NamePage,
  'ways/passkey': PasskeyPage,
  'ways/erase': ErasePinPage,
  'ways/second': SecondPage,
} satisfies Some;
