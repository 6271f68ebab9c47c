import type { ComponentChildren } from 'preact';
import type { Helping } from '../../../app/together.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { giveBack } from '../../parts/icons-shared.ts';
import { people } from '../../parts/icons-start.ts';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';

/** "Jess and Dana, together" */
const bothOf = ({ owner, helper }: Helping): string => {
  if (owner && helper) return t('help.both', { me: owner, helper });
  if (helper) return t('help.with', { helper });
  return owner ? t('help.mine', { me: owner }) : t('help.someone');
};

/** The rope round every screen while someone else has the phone, and over it whose it is and what can be seen. */
export const Frame = ({ children }: { children: ComponentChildren }) => (
  <div class="together">
    <i class="rope" aria-hidden="true" />
    <i class="rope" aria-hidden="true" />
    <i class="rope" aria-hidden="true" />
    <i class="rope" aria-hidden="true" />
    {children}
  </div>
);

export const WhoIsHere = ({ helping }: { helping: Helping }) => (
  <header class="together-who">
    <Icon of={people} />
    <div>
      <b>
        <bdi>{bothOf(helping)}</bdi>
      </b>
      <p>
        {helping.owner && <bdi>{t('help.phone', { me: helping.owner })} </bdi>}
        {t('help.open', { count: helping.count })}
      </p>
    </div>
  </header>
);

/** The one way out. What was written is on disk already. */
export const GiveBack = () => {
  const { session } = useApp();
  return (
    <Button look="solid" wide tall icon={giveBack} onPress={() => void session.lock('self')}>
      {t('help.back')}
    </Button>
  );
};
