import { type ReadonlySignal, signal } from '@preact/signals-core';
import { AppError } from '../lib/error.ts';
import type { SlotUse } from '../vault/bodies.ts';
import type { Vault } from '../vault/vault.ts';
import type { RecordChange } from './records.ts';
import { type Secret, secretBytes } from './secret.ts';
import type { Tries } from './tries.ts';

/** What opens the record that is open, and one secret that erases. */
export interface Ways extends Pick<Vault, 'openedBy' | 'recovery'> {
  readonly uses: ReadonlySignal<ReadonlySet<SlotUse>>;
  /**
   * Gives a use its secret, in the place of one before. 'taken': it opens something here already; which of all, the
   * lock screen would not say either, so it counts as a wrong try there. 'wait': see `Session.wait`. `changes` are
   * written with it, or neither.
   */
  set(use: SlotUse, secret: Secret, changes?: readonly RecordChange[]): Promise<'done' | 'taken' | 'wait'>;
  /** Takes a use's secret away: it opens nothing that is written from now on. */
  remove(use: Exclude<SlotUse, 'pin'>): Promise<void>;
}

const rekeyBlobs = async (vault: Vault): Promise<void> => {
  while (await vault.rekeyStep());
};

/** Seals photos under the newest key, one by one; until then their old key stays in the sealed root. */
export const rekeyLater = (vault: Vault): void => void rekeyBlobs(vault).catch(() => undefined);

export const createWays = (vault: Vault, tries: Tries): Ways => {
  const uses = signal(vault.uses);
  const changed = (): void => {
    uses.value = vault.uses;
    rekeyLater(vault);
  };
  return {
    uses,
    openedBy: vault.openedBy,
    recovery: vault.recovery,
    set: async (use, secret, changes) => {
      if ((await tries.begin()) > 0) {
        await tries.tell();
        return 'wait';
      }
      try {
        await vault.setSecret(use, secretBytes(secret), changes);
      } catch (error) {
        if (error instanceof AppError && error.code === 'taken') {
          await tries.tell();
          return 'taken';
        }
        // Whatever the disk says, it was no wrong try.
        await tries.succeed();
        throw error;
      }
      await tries.succeed();
      changed();
      return 'done';
    },
    remove: async use => {
      await vault.removeSecret(use);
      changed();
    },
  };
};
