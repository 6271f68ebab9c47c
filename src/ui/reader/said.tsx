import { say } from '../../domain/phrases.ts';
import { saidLine } from '../../domain/said.ts';
import type { SharedItem } from '../../domain/share.ts';
import { type Fact, factsOf, type Ways } from '../../domain/show.ts';
import { Icon } from '../parts/icon.tsx';
import { sourceIcon } from '../parts/marks.tsx';
import { useView } from './view.ts';

/** Who said so and when: plain weight for the person, bold for a health worker. */
export const Said = ({ item }: { item: SharedItem }) => {
  const { who, ways } = useView();
  const said = saidLine(item, who, ways);
  return (
    <span class={said.strong ? 'said pro' : 'said'}>
      <Icon of={sourceIcon[said.type]} />
      <span>
        <bdi>{said.text}</bdi>
        {said.checked && (
          <span class="checked">
            {'. '}
            <bdi>{said.checked}</bdi>
          </span>
        )}
      </span>
    </span>
  );
};

/** What is not yet said in the title, on its line or among those to ring. A date that makes no sense is said again. */
export const moreFacts = (item: SharedItem, ways: Ways): Fact[] =>
  factsOf(item, ways).filter(fact => !fact.also || fact.odd);

/** Labels and what they say, with the mark of a date that makes no sense. */
export const FactPairs = ({ facts, class: name }: { facts: readonly Fact[]; class: string }) => {
  const { ways } = useView();
  if (!facts.length) return null;
  return (
    <dl class={name}>
      {facts.map(fact => (
        <div key={fact.name}>
          <dt>{fact.label}</dt>
          <dd>
            <bdi>{fact.text}</bdi>
            {fact.odd && <span class="r-odd"> ({say(ways.words, 'plain.odd')})</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
};
