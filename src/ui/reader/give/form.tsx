import { useState } from 'preact/hooks';
import type { FieldValue, Values } from '../../../domain/item.ts';
import type { Kind } from '../../../domain/kind.ts';
import { Button } from '../../parts/button.tsx';
import { KindField } from '../../parts/kind-field.tsx';
import { type Key, t } from '../../words/words.ts';
import { useView } from '../view.ts';
import { fieldsOf, tidy } from './giving.ts';
import { Step } from './step.tsx';

interface FormProps {
  kind: Kind;
  /** What it begins with. */
  values: Values;
  onNotNow: () => void;
  onDone: (values: Values) => void;
}

type AskedField = ReturnType<typeof fieldsOf>['first'][number];

/** Labels that speak to the person, as someone else is asked. */
const labels: Readonly<Record<string, Readonly<Record<string, Key>>>> = {
  result: { means: 'back.label.means' },
  referral: { intro: 'back.label.intro' },
};

const kindKeys: Readonly<Record<string, Key>> = {
  oat: 'back.kind.oat',
  medicine: 'back.kind.medicine',
  allergy: 'back.kind.allergy',
  condition: 'back.kind.condition',
  result: 'back.kind.result',
  appointment: 'back.kind.appointment',
  referral: 'back.kind.referral',
  note: 'back.kind.note',
};

/** What a kind is called here. */
export const kindName = (kind: string): string => t(kindKeys[kind]!);

/** One thing as they have it: the fields of its kind by their names. */
export const GiveForm = ({ kind, values: begun, onNotNow, onDone }: FormProps) => {
  const { ways } = useView();
  const [values, setValues] = useState<Values>(begun);
  const [asked, setAsked] = useState(false);
  const { first, more } = fieldsOf(kind);
  const isOpen = more.some(({ name }) => begun[name] !== undefined);
  const empty = Object.keys(tidy(kind, values)).length === 0;
  const field = (field: AskedField) => {
    if (!(field.when?.(values) ?? true)) return null;
    const own = labels[kind.id]?.[field.name];
    const label = own ? t(own) : ways.words(`kind.${kind.id}.${field.name}.label`, field.label);
    const say = (value: FieldValue) => setValues(now => ({ ...now, [field.name]: value }));
    return (
      <KindField
        key={field.name}
        kind={kind}
        field={field}
        asked={{ id: `give-${field.name}`, label }}
        value={values[field.name]}
        words={ways.words}
        onInput={say}
      />
    );
  };
  return (
    <Step
      title={kindName(kind.id)}
      back={{ label: t('back.list'), onPress: onNotNow }}
      dock={
        <>
          <div role="status">{asked && empty && <p>{t('back.empty')}</p>}</div>
          <div class="split">
            <Button onPress={onNotNow}>{t('back.notNow')}</Button>
            <Button look="solid" onPress={() => (empty ? setAsked(true) : onDone(values))}>
              {t('back.done')}
            </Button>
          </div>
        </>
      }
    >
      <form class="gap-above" autocomplete="off" onSubmit={event => event.preventDefault()}>
        {first.map(field)}
        {more.length > 0 && (
          <details class="give-more" open={isOpen}>
            <summary>{t('back.more')}</summary>
            {more.map(field)}
          </details>
        )}
      </form>
    </Step>
  );
};
