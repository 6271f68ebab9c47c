import { useState } from 'preact/hooks';
import type { Session } from '../../../app/session.ts';
import { Button } from '../../parts/button.tsx';
import { Note } from '../../parts/note.tsx';
import { type Key, t } from '../../words/words.ts';
import { failed } from '../failed.ts';

/** What erasing takes and what it leaves, then the question, then the deed. Afterwards the first screen is up. */
export const Erase = ({ session }: { session: Session }) => {
  const [sure, setSure] = useState(false);
  return (
    <div class="spread gap-above">
      <p>{t('start.erase.what')}</p>
      <p>{t('start.erase.leaves')}</p>
      <p>{t('start.erase.traces')}</p>
      {sure ? (
        <Sure session={session} onNotNow={() => setSure(false)} />
      ) : (
        <Button look="brick" wide onPress={() => setSure(true)}>
          {t('start.erase.do')}
        </Button>
      )}
    </div>
  );
};

const Sure = ({ session, onNotNow }: { session: Session; onNotNow: () => void }) => {
  const [busy, setBusy] = useState(false);
  const [slip, setSlip] = useState<Key | null>(null);
  const erase = async () => {
    if (busy) return;
    setBusy(true);
    await session.erase().catch((error: unknown) => setSlip(failed(error)));
    setBusy(false);
  };
  return (
    <>
      <Note look="wrong" live="alert" title={t('start.erase.sure')}>
        {t(slip ?? 'start.erase.gone')}
      </Note>
      <Button look="brick" wide onPress={() => void erase()}>
        {t('start.erase.yes')}
      </Button>
      <Button wide onPress={onNotNow}>
        {t('start.erase.no')}
      </Button>
    </>
  );
};
