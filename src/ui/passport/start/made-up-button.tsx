import { useState } from 'preact/hooks';
import type { Session } from '../../../app/session.ts';
import { Button } from '../../parts/button.tsx';
import { people } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { type Key, t } from '../../words/words.ts';
import { failed } from '../failed.ts';

/** Opens the made-up person, for trying out and for teaching. */
export const MadeUpButton = ({ session }: { session: Session }) => {
  const [slip, setSlip] = useState<Key | null>(null);
  const open = () => {
    setSlip(null);
    session.openMadeUp().catch((error: unknown) => setSlip(failed(error)));
  };
  return (
    <>
      {slip && (
        <Note look="wrong" live="alert">
          {t(slip)}
        </Note>
      )}
      <Button wide icon={people} onPress={open}>
        {t('start.madeUp')}
      </Button>
    </>
  );
};
