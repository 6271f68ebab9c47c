import type { Item, ItemId } from '../../../domain/item.ts';
import { kindOf } from '../../../domain/kinds.ts';
import { ownerOf } from '../../../domain/parts.ts';
import { type Line, type Offer, type Standing, sayingFrom, standingOf } from '../../../domain/proposal.ts';
import { coverOf, kindLabel, titleOf, type Ways } from '../../../domain/show.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/choice.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Icon } from '../../parts/icon.tsx';
import { clock, cross, pencil, plus } from '../../parts/icons.ts';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { useWays } from '../ways.ts';
import { type Versus, versusOf } from './changes.ts';

/** What the person says about one offer, before it is done. Nothing is picked for them. */
export type Pick = 'use' | 'leave';

const icons: Record<Standing, typeof plus> = { new: plus, changes: pencil, moved: clock, gone: cross };

/** The thing by the bus rule: an open one by its own words. */
const nameOf = (line: Line, all: ReadonlyMap<ItemId, Item>, ways: Ways): string => {
  const saying = sayingFrom(line, all, { type: 'me' }) ?? { kind: line.kind, values: {}, privacy: 'open' };
  const owner = all.get(ownerOf(saying) ?? '');
  const thing = owner?.head ?? saying;
  return thing.privacy === 'open' ? titleOf(thing, ways) : coverOf(thing, ways);
};

interface CardProps {
  offer: Offer;
  pick: Pick | undefined;
  onPick: (pick: Pick) => void;
  onChange: () => void;
}

/** One thing that is offered: old beside new, and the ways it can go. */
export const OfferCard = ({ offer, pick, onPick, onChange }: CardProps) => {
  const { book } = useApp();
  const ways = useWays();
  const { line, parts } = offer;
  const all = book.all.value;
  const standing = standingOf(line, all);
  const kind = kindOf(line.kind);
  const title = nameOf(line, all, ways);
  return (
    <section class="card change" aria-labelledby={`${line.id}-name`}>
      <div class="kind">
        <span class="tag">
          <Icon of={icons[standing]} />
          {t(`review.${standing}`)}
        </span>
        <span>{kind && kindLabel(kind, ways.words)}</span>
      </div>
      <h2 class="lead" id={`${line.id}-name`}>
        <bdi>{title}</bdi>
      </h2>
      {standing === 'new' ? (
        <NewFacts title={title} lines={[line, ...parts]} />
      ) : (
        versusOf(line, all, ways).map(versus => <OldAndNew key={versus.name} versus={versus} />)
      )}
      <Said line={line} standing={standing} />
      <div class="choose gap-above-s" role="radiogroup" aria-label={`${t('review.what')} ${title}`}>
        {standing !== 'gone' && (
          <Way name={line.id} on="use" pick={pick} onPick={onPick} label={t('review.use')} />
        )}
        <Way
          name={line.id}
          on="leave"
          pick={pick}
          onPick={onPick}
          label={t(line.base.length > 0 && standing !== 'gone' ? 'review.keep' : 'review.leave')}
        />
      </div>
      {standing !== 'gone' && !kind?.partOf && (
        <Button wide class="gap-above-s" onPress={onChange} say={`${t('review.change')}: ${title}`}>
          {t('review.change')}
        </Button>
      )}
    </section>
  );
};

interface WayProps {
  name: string;
  on: Pick;
  pick: Pick | undefined;
  onPick: (pick: Pick) => void;
  label: string;
}

const Way = ({ name, on, pick, onPick, label }: WayProps) => (
  <Chip name={name} checked={pick === on} label={label} onPress={() => onPick(on)} />
);

/** What is new, whole; a goal's first dot with it. */
const NewFacts = ({ title, lines }: { title: string; lines: readonly Line[] }) => {
  const { book } = useApp();
  const ways = useWays();
  const all = book.all.value;
  // What the heading says already is not said twice.
  const facts = lines.flatMap(line => versusOf(line, all, ways)).filter(({ theirs }) => theirs !== title);
  if (facts.length === 0) return null;
  return <Facts facts={facts.map(({ label, theirs }) => ({ label, value: theirs }))} />;
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

const Said = ({ line, standing }: { line: Line; standing: Standing }) => (
  <>
    {standing === 'moved' && <p class="quiet gap-above-s">{t('review.moved.text')}</p>}
    {standing === 'gone' && <p class="quiet gap-above-s">{t('review.gone.text')}</p>}
    {line.unfinished && <p class="quiet gap-above-s">{t('review.unfinished')}</p>}
  </>
);
