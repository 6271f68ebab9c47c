import { putInPlace } from '../../../app/leaving.ts';
import { Button } from '../../parts/button.tsx';
import { t } from '../../words/words.ts';

/** The same app under a plain name: config/notes-plugin.ts. */
const isPlain = (): boolean => /\/notes(\.html)?$/.test(location.pathname);

/** Under which name and icon it goes on the Home Screen, the other one to pick, and what shows all the same. */
export const NameOnPhone = () => {
  const [now, other, page] = isPlain()
    ? (['notes', 'own', './'] as const)
    : (['own', 'notes', './notes.html'] as const);
  return (
    <>
      <p>{t(`start.name.is.${now}`)}</p>
      <Button wide onPress={() => void putInPlace(page)}>
        {t(`start.name.use.${other}`)}
      </Button>
      <p class="quiet">{t('start.name.still')}</p>
    </>
  );
};
