import { useState } from 'preact/hooks';
import { factsOf, titleOf } from '../../../domain/show.ts';
import { Button } from '../../parts/button.tsx';
import { Facts, Group } from '../../parts/facts.tsx';
import { TextField } from '../../parts/field.tsx';
import { Note } from '../../parts/note.tsx';
import { type Key, t } from '../../words/words.ts';
import { useView } from '../view.ts';
import { kindName } from './form.tsx';
import { type Added, type Giving, placesIn, type Said } from './giving.ts';
import { slipOf, type Who } from './slips.ts';
import { Step } from './step.tsx';
import { versusOf } from './versus.ts';

interface LookProps {
  giving: Giving;
  who: Who;
  onWho: (who: Who) => void;
  onBack: () => void;
  onMake: () => Promise<void>;
}

/** What goes back, line by line, and who says so. */
export const Look = ({ giving, who, onWho, onBack, onMake }: LookProps) => {
  const [making, setMaking] = useState(false);
  const [slip, setSlip] = useState<Key | null>(null);
  const make = async () => {
    if (making) return;
    setMaking(true);
    setSlip(null);
    try {
      await onMake();
    } catch (error) {
      setSlip(slipOf(error));
      setMaking(false);
    }
  };
  return (
    <Step
      title={t('back.look.title')}
      back={{ label: t('back.list'), onPress: onBack }}
      dock={
        <>
          {slip && (
            <Note look="wrong" live="alert">
              <p>{t(slip)}</p>
            </Note>
          )}
          <div role="status" class={making ? undefined : 'sr'}>
            {making && t('back.making')}
          </div>
          <Button look="solid" wide onPress={() => void make()}>
            {t('back.make')}
          </Button>
        </>
      }
    >
      <Changed giving={giving} />
      {giving.added.map((one, at) => (
        <NewOne key={at} one={one} />
      ))}
      <Named giving={giving} way="out" title={t('back.look.out')} text={t('back.look.out.text')} />
      <Named giving={giving} way="same" title={t('back.look.same')} />
      <Group title={t('back.who')}>
        <form class="give-who" autocomplete="off" onSubmit={event => event.preventDefault()}>
          <TextField
            id="give-name"
            label={t('back.name')}
            value={who.name}
            onInput={name => onWho({ ...who, name })}
          />
          <TextField
            id="give-role"
            label={t('back.role')}
            hint={t('back.role.hint')}
            value={who.role}
            onInput={role => onWho({ ...who, role })}
          />
        </form>
        <Note>
          <p>{t('back.who.note')}</p>
        </Note>
      </Group>
    </Step>
  );
};

const Changed = ({ giving: { said } }: { giving: Giving }) => {
  const { share, ways } = useView();
  return placesIn(share).map(at => {
    const what = said.get(at);
    const item = share.items[at]!;
    if (what?.way !== 'change') return null;
    return (
      <Group key={at} title={titleOf(item, ways)} end={t('back.look.changed')}>
        {versusOf(item, what.values, ways).map(({ label, old, now }) => (
          <div key={label}>
            <h3 class="meta gap-above-s">{label}</h3>
            <dl class="versus">
              <div>
                <dt>{t('back.theirs')}</dt>
                <dd>
                  <bdi>{old || t('back.nothing')}</bdi>
                </dd>
              </div>
              <div>
                <dt>{t('back.yours')}</dt>
                <dd class="new">
                  <bdi>{now || t('back.nothing')}</bdi>
                </dd>
              </div>
            </dl>
          </div>
        ))}
      </Group>
    );
  });
};

const NewOne = ({ one }: { one: Added }) => {
  const { ways } = useView();
  const facts = factsOf(one, ways).map(({ label, text }) => ({ label, value: text }));
  return (
    <Group title={kindName(one.kind)} end={t('back.new')}>
      <Facts facts={facts} />
    </Group>
  );
};

interface NamedProps {
  giving: Giving;
  way: Exclude<Said['way'], 'change'>;
  title: string;
  text?: string;
}

/** Things of which no more than this is said. */
const Named = ({ giving: { said }, way, title, text }: NamedProps) => {
  const { share, ways } = useView();
  const places = placesIn(share).filter(at => said.get(at)?.way === way);
  if (places.length === 0) return null;
  return (
    <Group title={title} end={places.length}>
      <ul class="give-names">
        {places.map(at => (
          <li key={at}>
            <bdi>{titleOf(share.items[at]!, ways)}</bdi>
          </li>
        ))}
      </ul>
      {text && <p class="meta">{text}</p>}
    </Group>
  );
};
