import { signal } from '@preact/signals';
import type { Checked } from '../../../app/restoring.ts';

/**
 * What just came back to this phone; 'checking' until it is known. The record opens with it. In memory only, and gone
 * with the screen that says it.
 */
export const cameBack = signal<Checked | 'checking' | null>(null);
