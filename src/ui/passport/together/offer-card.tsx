import type { Item, ItemId, Source } from '../../../domain/item.ts';
import { kindOf } from '../../../domain/kinds.ts';
import { ownerOf } from '../../../domain/parts.ts';
import {
  isUsable,
  type Line,
  type Offer,
  privacyOfLine,
  type Standing,
  sayingFrom,
  standingOfOffer,
} from '../../../domain/proposal.ts';
import { sourceLine } from '../../../domain/said.ts';
import { coverOf, kindLabel, titleOf, type Ways } from '../../../domain/show.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/choice.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Icon } from '../../parts/icon.tsx';
import { clock, cross, pencil, plus } from '../../parts/icons.ts';
import { lock } from '../../parts/icons-start.ts';
import { SourceLine } from '../../parts/marks.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { uncoveredIn } from '../mine/cover.ts';
import { useWays } from '../ways.ts';
import { type Versus, versusOf } from './changes.ts';

/** What the person says about one offer, before it is done. Nothing is picked for them. */
export type Pick = 'use' | 'leave';

const icons: Record<Standing, typeof plus> = {
  new: plus,
  changes: pencil,
  out: cross,
  moved: clock,
  deleted: clock,
  split: clock,
  gone: cross,
};

/** How an offer stands, and whether it is about something that is covered now. */
export const useStanding = () => {
  const { book } = useApp();
  const [all, gone, drafts, shown] = [
    book.all.value,
    book.gone.value,
    book.drafts.value,
    uncoveredIn(book).value,
  ];
  return ({ line, parts }: Offer): { standing: Standing; covered: boolean } => ({
    standing: standingOfOffer({ line, parts }, all, drafts.get(line.item)?.values, gone),
    covered: privacyOfLine(line, all) === 'just-me' && !shown,
  });
};

/** The thing by the bus rule: an open one by its own words. */
const nameOf = (line: Line, all: ReadonlyMap<ItemId, Item>, ways: Ways): string => {
  const saying = sayingFrom(line, all, { type: 'me' }) ?? { kind: line.kind, values: {}, privacy: 'open' };
  const owner = all.get(ownerOf(saying) ?? '');
  const thing = owner?.head ?? saying;
  const isOpen = thing.privacy === 'open' && privacyOfLine(line, all) !== 'just-me';
  return isOpen ? titleOf(thing, ways) : coverOf(thing, ways);
};

interface CardProps {
  offer: Offer;
  pick: Pick | undefined;
  onPick: (pick: Pick) => void;
  onChange: () => void;
  onUncover: () => void;
}

/** One thing that is offered: old beside new, and the ways it can go. */
export const OfferCard = ({ offer, onUncover, ...ways }: CardProps) => {
  const { book } = useApp();
  const { line } = offer;
  const { standing, covered } = useStanding()(offer);
  const title = nameOf(line, book.all.value, useWays());
  return (
    <section class="card change" aria-labelledby={`${line.id}-name`}>
      <Kind line={line} standing={standing} />
      <h2 class="lead" id={`${line.id}-name`}>
        <bdi>{title}</bdi>
      </h2>
      {covered ? (
        <>
          <p class="quiet gap-above-s">{t('review.covered')}</p>
          <Button wide icon={lock} class="gap-above-s" onPress={onUncover}>
            {t('review.covered.do')}
          </Button>
        </>
      ) : (
        <>
          <What offer={offer} standing={standing} title={title} />
          <Choose offer={offer} standing={standing} title={title} {...ways} />
        </>
      )}
    </section>
  );
};

/** What is here already though it comes as new is from another copy, not from a change of theirs. */
const toldAs = ({ base }: Line, standing: Standing): Standing | 'here' =>
  standing === 'moved' && base.length === 0 ? 'here' : standing;

const Kind = ({ line, standing }: { line: Line; standing: Standing }) => {
  const ways = useWays();
  const kind = kindOf(line.kind);
  return (
    <div class="kind">
      <span class="tag">
        <Icon of={icons[standing]} />
        {t(`review.${toldAs(line, standing)}`)}
      </span>
      <span>{kind && kindLabel(kind, ways.words)}</span>
    </div>
  );
};

/** Nothing but a web address: the person is to know that nobody went there. */
const isAddress = ({ kind, changes: { text } }: Line): boolean =>
  kind === 'note' && typeof text === 'string' && /^https?:\/\/\S+$/i.test(text);

interface OfProps {
  offer: Offer;
  standing: Standing;
  title: string;
}

/** What it says, and what is to be known about it. */
const What = ({ offer, standing, title }: OfProps) => {
  const { book } = useApp();
  const ways = useWays();
  const all = book.all.value;
  const { line, parts } = offer;
  const isNew = (one: Line): boolean => one.base.length === 0 && !all.has(one.item);
  const news = [line, ...parts].filter(isNew);
  const changed = [line, ...parts]
    .filter(one => !isNew(one))
    .flatMap(one => versusOf(one, all, ways).map(versus => ({ ...versus, id: one.id })));
  const how = toldAs(line, standing);
  const isSame = how === 'here' && news.length === 0 && changed.length === 0;
  return (
    <>
      {news.length > 0 && <NewFacts title={title} lines={news} />}
      {changed.map(versus => (
        <OldAndNew key={versus.id + versus.name} versus={versus} />
      ))}
      {line.source && <Said source={line.source} asOf={line.asOf} />}
      {line.notYet && <p class="quiet gap-above-s">{t('review.not-yet')}</p>}
      {isAddress(line) && <p class="quiet gap-above-s">{t('review.address')}</p>}
      {line.out && <p class="quiet gap-above-s">{t('review.out.text')}</p>}
      {how !== 'new' && how !== 'changes' && how !== 'out' && (
        <p class="quiet gap-above-s">{t(isSame ? 'review.here.same' : `review.${how}.text`)}</p>
      )}
      {line.unfinished && <p class="quiet gap-above-s">{t('review.unfinished')}</p>}
    </>
  );
};

/** Who said it where it was kept before, and whether anyone checked it: that comes along. */
const Said = ({ source, asOf }: { source: Source; asOf: string }) => {
  const { type, text, checked } = sourceLine({ source, asOf, lookedAt: asOf }, useWays());
  return (
    <p class="gap-above-s">
      <SourceLine type={type} text={text} />
      {checked && (
        <span class="meta">
          <bdi>{checked}</bdi>
        </span>
      )}
    </p>
  );
};

/** Of what nobody can read, the beginning says as much as pages of it. */
const beginOf = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

/** What is new, whole; a goal's first dot with it. What the heading says already is not said twice. */
const NewFacts = ({ title, lines }: { title: string; lines: readonly Line[] }) => {
  const { book } = useApp();
  const ways = useWays();
  const all = book.all.value;
  const facts = lines
    .flatMap(line => versusOf(line, all, ways).map(versus => ({ ...versus, id: line.id })))
    .filter(({ theirs }) => theirs !== title);
  if (facts.length === 0) return null;
  const isCode = lines.some(line => line.notYet);
  return (
    <Facts facts={facts.map(({ label, theirs }) => ({ label, value: isCode ? beginOf(theirs) : theirs }))} />
  );
};

const OldAndNew = ({ versus: { label, mine, theirs } }: { versus: Versus }) => (
  <>
    <h3 class="meta gap-above-s">{label}</h3>
    <dl class="versus">
      <div>
        <dt>{t('review.mine')}</dt>
        <dd>
          <bdi>{mine || t('review.nothing')}</bdi>
        </dd>
      </div>
      <div>
        <dt>{t('review.theirs')}</dt>
        <dd class="new">
          <bdi>{theirs || t('review.taken')}</bdi>
        </dd>
      </div>
    </dl>
  </>
);

type ChooseProps = OfProps & Omit<CardProps, 'onUncover'>;

/** Use it, leave it, or use it and go on writing. What can't be used as it stands can be left, or looked at. */
const Choose = ({ offer: { line }, standing, title, pick, onPick, onChange }: ChooseProps) => {
  const usable = isUsable(standing);
  const { router, book } = useApp();
  const isHere = book.all.value.has(line.item) && standing !== 'gone';
  const leave = t(isHere ? 'review.keep' : 'review.leave');
  const chip = (on: Pick, label: string) => (
    <Chip name={line.id} checked={pick === on} label={label} onPress={() => onPick(on)} />
  );
  return (
    <>
      <div class="choose gap-above-s" role="radiogroup" aria-label={`${t('review.what')} ${title}`}>
        {usable && chip('use', t(line.out ? 'review.take-out' : 'review.use'))}
        {chip('leave', leave)}
      </div>
      {usable && !line.out && !kindOf(line.kind)?.partOf && (
        <Button wide class="gap-above-s" onPress={onChange} say={`${t('review.change')}: ${title}`}>
          {t('review.change')}
        </Button>
      )}
      {standing === 'split' && (
        <Button wide class="gap-above-s" onPress={() => router.go({ name: 'item/view', id: line.item })}>
          {t('review.split.do')}
        </Button>
      )}
    </>
  );
};
