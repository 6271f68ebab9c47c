import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { PickBoxed } from '../../parts/choice.tsx';
import { LongField } from '../../parts/field.tsx';
import { type Key, t } from '../../words/words.ts';
import { linesIn, MOST_LINES } from './pasted.ts';
import { Step } from './step.tsx';

interface PasteProps {
  onNotNow: () => void;
  onNote: (text: string) => void;
  onList: (text: string) => void;
}

/** Text from their own system: a note, unless they say that it is all the medicines they have. */
export const Paste = ({ onNotNow, onNote, onList }: PasteProps) => {
  const [text, setText] = useState('');
  const [as, setAs] = useState('note');
  const [slip, setSlip] = useState<Key | null>(null);
  const use = () => {
    const count = linesIn(text).length;
    if (count === 0) return setSlip('back.paste.none');
    if (as === 'note') return onNote(text.trim());
    if (count > MOST_LINES) return setSlip('back.paste.long');
    onList(text);
  };
  return (
    <Step
      title={t('back.paste')}
      back={{ label: t('back.list'), onPress: onNotNow }}
      dock={
        <div class="split">
          <Button onPress={onNotNow}>{t('back.notNow')}</Button>
          <Button look="solid" onPress={use}>
            {t('back.paste.use')}
          </Button>
        </div>
      }
    >
      <form class="gap-above" autocomplete="off" onSubmit={event => event.preventDefault()}>
        <LongField
          id="give-text"
          label={t('back.paste.field')}
          hint={t('back.paste.hint')}
          err={slip ? t(slip) : undefined}
          value={text}
          onInput={next => {
            setText(next);
            setSlip(null);
          }}
        />
        <PickBoxed
          id="give-as"
          label={t('back.paste.as')}
          options={[
            { id: 'note', label: t('back.paste.note'), text: t('back.paste.note.text') },
            { id: 'list', label: t('back.paste.list'), text: t('back.paste.list.text') },
          ]}
          value={as}
          onInput={setAs}
        />
      </form>
    </Step>
  );
};
