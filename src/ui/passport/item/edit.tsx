import { useEffect, useState } from 'preact/hooks';
import type { Item, ItemId } from '../../../domain/item.ts';
import type { Field, Kind } from '../../../domain/kind.ts';
import { kindOf } from '../../../domain/kinds.ts';
import { asksHelper } from '../../../domain/proposal.ts';
import { coverOf } from '../../../domain/show.ts';
import { ErrorSummary } from '../../parts/block.tsx';
import { Button, Ghost } from '../../parts/button.tsx';
import { Note } from '../../parts/note.tsx';
import { locale, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { isCovered } from '../mine/cover.ts';
import { Page, Top } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { useWays } from '../ways.ts';
import { Question } from './question.tsx';
import { keep, troubleOf, undoOf } from './save.ts';
import { slipsIn } from './slips.ts';
import { type Form, type FormOf, useForm } from './use-form.ts';
import { AsOf, HowPrivate, WhoChecked, WhoTold } from './who-when.tsx';

/** Changes one thing. */
export const Edit: ScreenOf<'item/edit'> = ({ route }) => {
  const { book, router } = useApp();
  const item = book.all.value.get(route.id);
  const kind = item && kindOf(item.kind);
  const covered = item !== undefined && isCovered(book, item);
  useEffect(() => {
    // Saved as just for the person: it is on its way back already, and "Kept" belongs to the screen that comes up.
    if ((!kind || covered) && !router.moving) router.replace({ name: 'item/view', id: route.id });
  }, [kind, covered]);
  if (!item || !kind || covered) return null;
  return <FormPage of={{ kind, item }} />;
};

/** Adds one thing, or a part of `owner`. Of a kind that there is one of, it opens what is there. */
export const NewForm = ({ kind, owner }: { kind: Kind; owner?: ItemId | undefined }) => {
  const { book, router } = useApp();
  const whose = owner === undefined ? undefined : book.items.peek().get(owner);
  const there = kind.single && [...book.items.peek().values()].find(item => item.kind === kind.id);
  const covered = whose !== undefined && isCovered(book, whose);
  // A part without its thing, which was deleted or can't be read.
  const stray = kind.partOf !== undefined && !whose;
  useEffect(() => {
    if (there) router.replace({ name: 'item/view', id: there.id });
    else if (whose && covered) router.replace({ name: 'item/view', id: whose.id });
    else if (stray) router.replace({ name: 'mine' });
  }, []);
  return there || covered || stray ? null : <FormPage of={{ kind, owner: whose }} />;
};

/** The heading names the thing by its cover; only a cover of ours starts small inside the sentence. */
const useHeading = (kind: Kind, item?: Item): string => {
  const ways = useWays();
  const plain = coverOf({ kind: kind.id, values: {} }, ways);
  if (!item) return plain;
  const name = coverOf(item.head, ways);
  return t('form.change', {
    name: name === plain ? name.charAt(0).toLocaleLowerCase(locale()) + name.slice(1) : name,
  });
};

const FormPage = ({ of }: { of: FormOf }) => {
  const { kind, item } = of;
  const { helping } = useApp();
  // Who said it, and how private it is, is for the person to say.
  const whole = !kind.partOf && !helping;
  const form = useForm(of);
  const ways = useWays();
  const [checked, setChecked] = useState(false);
  const slips = slipsIn(kind, form.filled, item, ways.today);
  const shown = checked ? slips : [];
  const heading = useHeading(kind, item);
  const add = ways.words(`kind.${kind.id}.add`, kind.add);
  const errOf = (name: string) =>
    shown.some(slip => slip.name === name) ? t('form.slip.coming') : undefined;
  return (
    <Page
      dock={
        <SaveDock
          of={of}
          form={form}
          mayWait={slips.length > 0 && !checked}
          onWait={() => setChecked(true)}
        />
      }
    >
      <Top />
      <h1 class="title" tabIndex={-1} dir="auto">
        {heading}
      </h1>
      {!item && add !== heading && <p class="lead gap-above-s">{add}</p>}
      <p class="intro">{t('form.hint')}</p>
      {form.resumed && <Resumed form={form} />}
      <ErrorSummary slips={useSame(shown.map(({ id }) => ({ id, text: t('form.slip.short') })))} />
      {shown.length > 0 && <p class="meta gap-above-s">{t('form.slip.anyway')}</p>}
      <form
        class="gap-above"
        autocomplete="off"
        key={form.resumed ? 'resumed' : 'fresh'}
        onSubmit={event => event.preventDefault()}
      >
        {!item?.head.absence &&
          [...kind.fields]
            .filter(field => !helping || asksHelper(field))
            .sort(lastOnly)
            .map(field => (
              <Question key={field.name} kind={kind} field={field} form={form} err={errOf(field.name)} />
            ))}
        {whole && <WhoTold form={form} />}
        {(whole || kind.partOf) && <AsOf form={form} err={errOf('asOf')} onDay={kind.partOf !== undefined} />}
        {whole && <WhoChecked form={form} />}
        {whole && <HowPrivate form={form} />}
      </form>
    </Page>
  );
};

/** What is only for the person comes last, wherever the share encoding has it. */
const lastOnly = (a: Field, b: Field): number =>
  Number(a.neverShared ?? false) - Number(b.neverShared ?? false);

/** The same array for the same slips, so that the summary takes the focus only when they change. */
const useSame = (slips: { id: string; text: string }[]) => {
  const [kept] = useState({ slips });
  if (JSON.stringify(kept.slips) !== JSON.stringify(slips)) kept.slips = slips;
  return kept.slips;
};

const Resumed = ({ form }: { form: Form }) => (
  <div class="gap-above">
    <Note live="status" title={t('form.draft')}>
      <Ghost line onPress={() => void form.startOver()}>
        {t('form.draft.over')}
      </Ghost>
    </Note>
  </div>
);

interface SaveProps {
  of: FormOf;
  form: Form;
  /** There is a slip that was not shown yet: the first press shows it, the second keeps it as it is. */
  mayWait: boolean;
  onWait: () => void;
}

const SaveDock = ({ of, form, mayWait, onWait }: SaveProps) => {
  const { kind, item, owner } = of;
  const { book, router, say } = useApp();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (busy) return;
    if (mayWait) return onWait();
    setBusy(true);
    try {
      const { item: kept, putBack } = await keep(book, form.finish());
      if (item || kind.partOf) router.back();
      else router.replace({ name: 'item/view', id: kept.id });
      const undo = undoOf(book, router, item, kept);
      const takeBack = async () => {
        const said = await undo();
        await putBack();
        return said;
      };
      say({ text: t('form.saved'), undo: takeBack });
    } catch (error) {
      form.resume();
      form.setTrouble(troubleOf(error));
      setBusy(false);
    }
  };
  const notNow = async () => {
    // A draft that can't be dropped stays where it is.
    const putBack = await form.drop().catch(failed);
    const again = item
      ? ({ name: 'item/edit', id: item.id } as const)
      : ({ name: 'item/add', kind: kind.id, ...(owner ? { owner: owner.id } : {}) } as const);
    router.back();
    if (typeof putBack === 'string') return say({ text: t(putBack) });
    if (!putBack) return;
    const undo = async (): Promise<void> => {
      await putBack();
      router.go(again);
    };
    say({ text: t('form.dropped'), undo });
  };
  return (
    <>
      {form.trouble && (
        <Note look="wrong" live="alert" title={t(form.trouble.what)}>
          <p>{t(form.trouble.todo)}</p>
        </Note>
      )}
      <div class="split">
        <Button onPress={() => void notNow()}>{t('form.not-now')}</Button>
        <Button look="solid" onPress={() => void save()}>
          {t('form.save')}
        </Button>
      </div>
    </>
  );
};
