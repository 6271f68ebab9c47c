import { yearsOld } from '../../domain/date.ts';
import { say } from '../../domain/phrases.ts';
import { whyOf } from '../../domain/plain.ts';
import { apart, showPlain } from '../../domain/safe-text.ts';
import type { SharedItem } from '../../domain/share.ts';
import { type Fact, factsOf, titleOf } from '../../domain/show.ts';
import { t } from '../words/words.ts';
import { clockText, saidMinute, useView, type View } from './view.ts';

/** Name, birth date and pronouns; whose phone and when; why they are here. */
export const Head = ({ opened }: { opened: Date }) => {
  const { share, who, ways, preview } = useView();
  const about = share.items.find(item => item.kind === 'about');
  const Name = preview ? 'h2' : 'h1';
  const when = ways.date(saidMinute(share.made));
  const why = whyOf(share);
  const time = clockText(share.expires, opened);
  const over = opened.getTime() >= share.expires * 60_000;
  return (
    <header class="r-head">
      <div>
        <Name class="r-name" tabIndex={preview ? undefined : -1}>
          <bdi>{about ? titleOf(about, ways) : t('reader.nameless')}</bdi>
        </Name>
        <AboutLine />
      </div>
      <p class="meta">
        {who ? t('reader.from', { who: apart(who), when }) : t('reader.fromThem', { when })}
        <br />
        {time
          ? t(over ? 'reader.closed' : 'reader.closes', { time })
          : t(over ? 'reader.closedOn' : 'reader.closesOn', { when: ways.date(saidMinute(share.expires)) })}
      </p>
      {why && (
        <p class="r-why">
          <b>{t('reader.why')}</b> <bdi>{why}</bdi>
        </p>
      )}
    </header>
  );
};

const aboutText = (fact: Fact, about: SharedItem, { ways }: View): string => {
  const odd = fact.odd ? ` (${say(ways.words, 'plain.odd')})` : '';
  if (fact.name === 'born') {
    const said = showPlain(String(about.values.born).trim());
    const age = fact.odd ? null : yearsOld(said, ways.today);
    const date = ways.date(said, 'long') + odd;
    return age === null ? t('reader.born', { date }) : t('reader.bornAge', { date, age });
  }
  if (fact.name === 'callMe') return t('reader.callMe', { name: apart(fact.text) });
  if (fact.name === 'pronouns') return `${apart(fact.text)}.`;
  return `${fact.label}: ${fact.text.replaceAll(' ', '\u00a0')}.`;
};

/** Birth date first: with the name it is what finds a file. */
const AboutLine = () => {
  const view = useView();
  const about = view.share.items.find(item => item.kind === 'about');
  const facts = about ? factsOf(about, view.ways).filter(fact => fact.also !== 'title') : [];
  if (!about || !facts.length) return null;
  const born = (fact: Fact): number => Number(fact.name === 'born');
  return (
    <p>
      {facts
        .sort((a, b) => born(b) - born(a))
        .map(fact => aboutText(fact, about, view))
        .join(' ')}
    </p>
  );
};
