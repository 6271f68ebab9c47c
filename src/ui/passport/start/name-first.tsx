import { useEffect, useRef } from 'preact/hooks';
import { Ghost } from '../../parts/button.tsx';
import { back as backIcon } from '../../parts/icons-start.ts';
import { t } from '../../words/words.ts';
import { NameOnPhone } from './name-on-phone.tsx';

/** The name and icon, picked before it is on the Home Screen: from then on it keeps the one it has. */
export const NameFirst = ({ onBack }: { onBack: () => void }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="lock making">
      <header class="top">
        <Ghost icon={backIcon} onPress={onBack}>
          {t('start.secret.back')}
        </Ghost>
      </header>
      <main>
        <div class="spread">
          <h1 class="title" tabIndex={-1} ref={heading}>
            {t('start.name')}
          </h1>
          <NameOnPhone />
          <p>{t('start.name.first')}</p>
        </div>
      </main>
    </div>
  );
};
