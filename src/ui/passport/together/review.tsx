import { useState } from 'preact/hooks';
import { decide, type Verdict } from '../../../app/decide.ts';
import { createFormats } from '../../../domain/format.ts';
import { type Offer, offersOf } from '../../../domain/proposal.ts';
import { Button } from '../../parts/button.tsx';
import { PickRow } from '../../parts/choice.tsx';
import { locale, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { useOnce } from '../goal/once.ts';
import { useUncover } from '../mine/uncover.tsx';
import { Page, Top } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { whenText } from '../ways.ts';
import { OfferCard, type Pick, useStanding } from './offer-card.tsx';

/** What was offered, line by line. What was just let in comes first, or the oldest; then the next one. */
export const Review: ScreenOf<'review'> = ({ route }) => {
  const { book } = useApp();
  const lines = book.waiting.lines.value;
  const asked = lines.find(line => line.proposal.id === route.proposal);
  const first = (asked ?? lines[0])?.proposal.id;
  const offers = offersOf(lines.filter(line => line.proposal.id === first));
  if (offers.length === 0) return <Nothing />;
  return <Waiting key={first} offers={offers} />;
};

const Nothing = () => (
  <Page>
    <Top />
    <h1 class="title" tabIndex={-1}>
      {t('review.none')}
    </h1>
  </Page>
);

/** What is done with the picks; nothing is written before it. */
const useVerdict = (offers: readonly Offer[]) => {
  const { book, session } = useApp();
  const [picks, setPicks] = useState<ReadonlyMap<string, Pick>>(new Map());
  const [named, setNamed] = useState(true);
  const picked = (pick: Pick) => offers.filter(({ line }) => picks.get(line.id) === pick);
  return {
    picks,
    named,
    setNamed,
    left: offers.filter(({ line }) => !picks.has(line.id)).length,
    /** Pressed again, a pick is let go: what is not picked waits. */
    toggle: ({ line }: Offer, pick: Pick) => {
      const next = new Map(picks);
      if (picks.get(line.id) === pick) next.delete(line.id);
      else next.set(line.id, pick);
      setPicks(next);
    },
    useAll: (of: readonly Offer[]) =>
      setPicks(new Map([...picks, ...of.map(({ line }) => [line.id, 'use'] as const)])),
    do: (verdict: Partial<Verdict> = {}) =>
      decide(book, { use: picked('use'), leave: picked('leave'), named, ...verdict }, session.clock),
  };
};

/** The two ways on from what was picked. What goes wrong is said, and nothing is written then. */
const useWaysOn = (offers: readonly Offer[], verdict: ReturnType<typeof useVerdict>) => {
  const { book, router, say } = useApp();
  const once = useOnce();
  const trying = (work: () => Promise<void>) =>
    once(() => work().catch((error: unknown) => say({ text: t(failed(error)) })));
  const write = trying(async () => {
    const { used, undo } = await verdict.do();
    if (verdict.left > 0 || book.waiting.lines.peek().length === 0) router.back();
    say({ text: t('review.done', { used }), undo });
  });
  return {
    finish: () => (verdict.left === offers.length ? say({ text: t('review.pick') }) : write()),
    change: (offer: Offer) =>
      trying(async () => {
        await verdict.do({ use: [offer], leave: [] });
        router.go({ name: 'item/edit', id: offer.line.item });
        say({ text: t('review.done', { used: 1 }) });
      }),
  };
};

/** What may be used without a look at each: not what the person has said otherwise since, or has covered. */
const usePlain = (offers: readonly Offer[]): Offer[] => {
  const standing = useStanding();
  return offers.filter(offer => {
    const { standing: how, covered } = standing(offer);
    return !covered && (how === 'new' || how === 'changes');
  });
};

const Waiting = ({ offers }: { offers: readonly Offer[] }) => {
  const verdict = useVerdict(offers);
  const { finish, change } = useWaysOn(offers, verdict);
  const plain = usePlain(offers);
  const { start, sheet } = useUncover();
  const { line } = offers[0]!;
  const isSome = verdict.left > 0 && verdict.left < offers.length;
  return (
    <Page
      over={sheet}
      dock={
        <Button look="solid" wide onPress={finish}>
          {isSome ? t('review.finish.later', { count: verdict.left }) : t('review.finish')}
        </Button>
      }
    >
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('review.title', { count: offers.length })}
      </h1>
      <p class="intro">
        <bdi>{fromText(line.proposal)}</bdi>. {t('review.intro')}
      </p>
      {plain.length > 1 && (
        <Button wide class="gap-above" onPress={() => verdict.useAll(plain)}>
          {t('review.all')}
        </Button>
      )}
      <div class="gap-above">
        {offers.map(offer => (
          <OfferCard
            key={offer.line.id}
            offer={offer}
            pick={verdict.picks.get(offer.line.id)}
            onPick={pick => verdict.toggle(offer, pick)}
            onUncover={start}
            onChange={change(offer)}
          />
        ))}
      </div>
      {line.proposal.via === 'together' && (
        <ul class="picks gap-above">
          <SayWho line={line} checked={verdict.named} onInput={verdict.setNamed} />
        </ul>
      )}
    </Page>
  );
};

type From = Offer['line']['proposal'];

/** "With Dana, Sunday 22 November, 10:30 am" */
const fromText = ({ via, from, at }: From): string => {
  const when = whenText(at);
  const who = via === 'backup' ? createFormats(locale()).date(from) : from;
  return from ? t(`review.from.${via}`, { who, when }) : t(`review.from.${via}.someone`, { when });
};

const SayWho = ({
  line: { proposal },
  ...row
}: {
  line: Offer['line'];
  checked: boolean;
  onInput: (on: boolean) => void;
}) => {
  const { from } = proposal;
  return (
    <PickRow
      title={from ? t('review.name', { who: from }) : t('review.name.someone')}
      text={from ? t('review.name.text', { who: from }) : t('review.name.text.someone')}
      {...row}
    />
  );
};
