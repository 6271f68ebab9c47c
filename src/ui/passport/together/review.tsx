import { useState } from 'preact/hooks';
import { decide, type Verdict } from '../../../app/decide.ts';
import { type Offer, offersOf, standingOf } from '../../../domain/proposal.ts';
import { Button } from '../../parts/button.tsx';
import { PickRow } from '../../parts/choice.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { useOnce } from '../goal/once.ts';
import { Page, Top } from '../page.tsx';
import { useWays, whenText } from '../ways.ts';
import { OfferCard, type Pick } from './offer-card.tsx';

/** What someone offered, line by line. The oldest comes first; the next one after it was finished. */
export const Review = () => {
  const { book } = useApp();
  const lines = book.waiting.lines.value;
  const first = lines[0]?.proposal.id;
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
    set: (of: readonly Offer[], pick: Pick) =>
      setPicks(new Map([...picks, ...of.map(({ line }) => [line.id, pick] as const)])),
    do: (verdict: Partial<Verdict> = {}) =>
      decide(book, { use: picked('use'), leave: picked('leave'), named, ...verdict }, session.clock),
  };
};

const Waiting = ({ offers }: { offers: readonly Offer[] }) => {
  const { book, router, say } = useApp();
  const verdict = useVerdict(offers);
  const once = useOnce();
  const { proposal } = offers[0]!.line;
  const usable = offers.filter(({ line }) => standingOf(line, book.all.value) !== 'gone');
  const finish = once(async () => {
    if (verdict.left === offers.length) return say({ text: t('review.pick') });
    try {
      const { used, undo } = await verdict.do();
      if (verdict.left > 0 || book.waiting.lines.peek().length === 0) router.back();
      say({ text: t('review.done', { used }), undo });
    } catch (error) {
      say({ text: t(failed(error)) });
    }
  });
  const change = (offer: Offer) =>
    once(async () => {
      try {
        const { undo } = await verdict.do({ use: [offer], leave: [] });
        router.go({ name: 'item/edit', id: offer.line.item });
        say({ text: t('review.done', { used: 1 }), undo });
      } catch (error) {
        say({ text: t(failed(error)) });
      }
    });
  return (
    <Page
      dock={
        <Button look="solid" wide onPress={finish}>
          {verdict.left > 0 && verdict.left < offers.length
            ? t('review.finish.later', { count: verdict.left })
            : t('review.finish')}
        </Button>
      }
    >
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('review.title', { count: offers.length })}
      </h1>
      <p class="intro">
        <bdi>{fromText(proposal)}</bdi>. {t('review.intro')}
      </p>
      {usable.length > 1 && (
        <Button wide class="gap-above" onPress={() => verdict.set(usable, 'use')}>
          {t('review.all')}
        </Button>
      )}
      <div class="gap-above">
        {offers.map(offer => (
          <OfferCard
            key={offer.line.id}
            offer={offer}
            pick={verdict.picks.get(offer.line.id)}
            onPick={pick => verdict.set([offer], pick)}
            onChange={change(offer)}
          />
        ))}
      </div>
      <ul class="picks gap-above">
        <SayWho line={offers[0]!.line} checked={verdict.named} onInput={verdict.setNamed} />
      </ul>
    </Page>
  );
};

type From = Offer['line']['proposal'];

/** "With Dana, Sunday 22 November, 10:30 am" */
const fromText = ({ from, at }: From): string => {
  const when = whenText(at);
  return from ? t('review.from', { who: from, when }) : t('review.from.someone', { when });
};

const SayWho = ({
  line: { proposal, asOf },
  ...row
}: {
  line: Offer['line'];
  checked: boolean;
  onInput: (on: boolean) => void;
}) => {
  const when = useWays().date(asOf);
  const { from } = proposal;
  return (
    <PickRow
      title={from ? t('review.name', { who: from }) : t('review.name.someone')}
      text={from ? t('review.name.text', { who: from, when }) : t('review.name.text.someone', { when })}
      {...row}
    />
  );
};
