import './update-bar.css';
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../app/session.ts';
import { useUpdate as takeUpdate, updateReady, watchUpdates } from '../../app/update.ts';
import update from '../words/en-AU/update.json';
import { t } from '../words/words.ts';
import { useValue } from './value.ts';

export const words = [update];

/** Asks before a newer version takes over. "Later" asks again the next time the app starts. */
export const UpdateBar = ({ session }: { session: Session }) => {
  const [later, setLater] = useState(false);
  useEffect(() => {
    // Without a service worker it runs all the same, only not offline.
    void watchUpdates(session).catch(() => undefined);
  }, [session]);
  const ready = useValue(updateReady) && !later;
  return (
    <div role="status">
      {ready && (
        <div class="update">
          <div>
            <p>
              <b>{t('start.update.ready')}</b>
            </p>
            <button type="button" class="btn" onClick={() => void takeUpdate(session)}>
              {t('start.update.use')}
            </button>
            <button type="button" class="btn" onClick={() => setLater(true)}>
              {t('start.update.later')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
};
