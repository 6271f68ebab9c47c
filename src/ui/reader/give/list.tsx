import { useState } from 'preact/hooks';
import { newKinds } from '../../../domain/answer.ts';
import { kindOf } from '../../../domain/kinds.ts';
import type { SharedItem } from '../../../domain/share.ts';
import { lineOf, titleOf } from '../../../domain/show.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/choice.tsx';
import { Group } from '../../parts/facts.tsx';
import { cross, pencil, plus } from '../../parts/icons.ts';
import { page } from '../../parts/icons-shared.ts';
import { Note } from '../../parts/note.tsx';
import { Go } from '../../parts/rings.tsx';
import { type Key, t } from '../../words/words.ts';
import { useView } from '../view.ts';
import { kindName } from './form.tsx';
import { type Added, type Giving, isNothing, placesIn, type Said } from './giving.ts';
import { Step } from './step.tsx';
import { versusOf } from './versus.ts';

interface ListProps {
  giving: Giving;
  /** What just happened. */
  said: Key | undefined;
  onSay: (place: number, what: Said | null) => void;
  onForm: (form: { kind: string; place?: number; added?: number }) => void;
  onRemove: (added: number) => void;
  onPaste: () => void;
  onNext: () => void;
  onBack: () => void;
}

/** What was shown, with three equal ways for each; what is new; and what may be added. Nothing is picked for them. */
export const GiveList = (props: ListProps) => {
  const { share } = useView();
  const { giving, said, onNext, onBack } = props;
  const [asked, setAsked] = useState(false);
  const none = isNothing(giving);
  const places = placesIn(share);
  const isMedicine = (at: number) => ['oat', 'medicine'].includes(share.items[at]!.kind);
  return (
    <Step
      title={t('back.title')}
      intro={t('back.intro')}
      back={{ label: t('back.page'), onPress: onBack }}
      dock={
        <>
          <div role="status">{asked && none && <p>{t('back.next.none')}</p>}</div>
          <Button look="solid" wide onPress={() => (none ? setAsked(true) : onNext())}>
            {t('back.next')}
          </Button>
        </>
      }
    >
      <div role="status" class={said && 'gap-above'}>
        {said && (
          <Note look="ask">
            <p>{t(said)}</p>
          </Note>
        )}
      </div>
      <Things {...props} title={t('back.medicines')} places={places.filter(isMedicine)} />
      <New {...props} />
      <Add {...props} />
      <Things {...props} title={t('back.others')} places={places.filter(at => !isMedicine(at))} />
    </Step>
  );
};

const Things = ({ title, places, ...props }: ListProps & { title: string; places: readonly number[] }) => {
  if (places.length === 0) return null;
  return (
    <Group title={title}>
      <ul class="give-rows">
        {places.map(at => (
          <Thing key={at} at={at} {...props} />
        ))}
      </ul>
    </Group>
  );
};

const Thing = ({ at, giving, onSay, onForm }: ListProps & { at: number }) => {
  const { share, ways } = useView();
  const item = share.items[at]!;
  const said = giving.said.get(at);
  const name = titleOf(item, ways);
  const way = (of: 'same' | 'out') => (
    <Chip
      name={`give-${at}`}
      checked={said?.way === of}
      label={t(`back.${of}`)}
      onPress={() => onSay(at, said?.way === of ? null : { way: of })}
    />
  );
  return (
    <li>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        <bdi>{lineOf(item, ways)}</bdi>
      </p>
      {said?.way === 'change' && <Changes item={item} values={said.values} />}
      <div class="choose give-ways" role="radiogroup" aria-label={t('back.what', { name })}>
        {way('same')}
        <Chip
          name={`give-${at}`}
          checked={said?.way === 'change'}
          label={t('back.change')}
          onPress={() => onForm({ kind: item.kind, place: at })}
        />
        {way('out')}
      </div>
    </li>
  );
};

const Changes = ({ item, values }: { item: SharedItem; values: SharedItem['values'] }) => {
  const { ways } = useView();
  return (
    <ul class="give-changes">
      {versusOf(item, values, ways).map(({ label, old, now }) => (
        <li key={label}>
          <bdi>
            {now
              ? t(old ? 'back.was' : 'back.was.new', { label, now, old })
              : t('back.was.gone', { label, old })}
          </bdi>
        </li>
      ))}
    </ul>
  );
};

const New = ({ giving, onForm, onRemove }: ListProps) => {
  if (giving.added.length === 0) return null;
  return (
    <Group title={t('back.new')}>
      <ul class="give-rows">
        {giving.added.map((one, at) => (
          <NewThing
            key={at}
            one={one}
            onChange={() => onForm({ kind: one.kind, added: at })}
            onRemove={() => onRemove(at)}
          />
        ))}
      </ul>
    </Group>
  );
};

const NewThing = ({
  one,
  onChange,
  onRemove,
}: {
  one: Added;
  onChange: () => void;
  onRemove: () => void;
}) => {
  const { ways } = useView();
  const name = titleOf(one, ways);
  const say = (what: Key) => t('back.new.of', { what: t(what), name });
  return (
    <li>
      <p class="meta">{kindName(one.kind)}</p>
      <p class="give-new">
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        <bdi>{lineOf(one, ways)}</bdi>
      </p>
      <div class="pair gap-above-s">
        <Button icon={pencil} onPress={onChange} say={say('back.new.change')}>
          {t('back.new.change')}
        </Button>
        <Button icon={cross} onPress={onRemove} say={say('back.new.remove')}>
          {t('back.new.remove')}
        </Button>
      </div>
    </li>
  );
};

/** Of a kind that there is one of, there is nothing to add where it was shown, or was added. */
const Add = ({ giving, onForm, onPaste }: ListProps) => {
  const { share } = useView();
  const there = new Set([...share.items, ...giving.added].map(({ kind }) => kind));
  const kinds = newKinds.filter(kind => !(kindOf(kind)?.single && there.has(kind)));
  return (
    <Group title={t('back.add')}>
      <div class="pair give-adds gap-above-s">
        {kinds.map(kind => (
          <Button key={kind} icon={plus} onPress={() => onForm({ kind })}>
            {kindName(kind)}
          </Button>
        ))}
      </div>
      <div class="gap-above-s">
        <Go icon={page} title={t('back.paste')} text={t('back.paste.text')} onPress={onPaste} />
      </div>
    </Group>
  );
};
