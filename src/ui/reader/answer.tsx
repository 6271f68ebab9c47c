import { inSection, sectionOf, statedOf } from '../../domain/groups.ts';
import { kindOf } from '../../domain/kinds.ts';
import { say } from '../../domain/phrases.ts';
import { apart, showPlain } from '../../domain/safe-text.ts';
import type { SharedItem } from '../../domain/share.ts';
import { lineOf, type Ring, ringsOf, titleOf } from '../../domain/show.ts';
import { Icon } from '../parts/icon.tsx';
import { phone } from '../parts/icons.ts';
import { info, warn } from '../parts/icons-start.ts';
import { t } from '../words/words.ts';
import { Check, Heading, Section } from './rows.tsx';
import { FactPairs, moreFacts, Said } from './said.tsx';
import { useView, type View } from './view.ts';

/** "None, says Jess" with its date, or "Not stated". Never "none" where nothing was said. */
export const absenceText = (kind: string, { share, who, ways }: View): string => {
  const none = share.items.find(item => item.kind === kind && item.absence);
  if (!none) return say(ways.words, 'absence.notStated');
  const text = who
    ? say(ways.words, 'absence.none', { who: apart(who) })
    : say(ways.words, 'absence.noneThem');
  return none.asOf.trim() ? `${text}, ${ways.date(showPlain(none.asOf.trim()))}` : text;
};

/** What they react to, in the one box on the page. */
export const Allergies = () => {
  const view = useView();
  const listed = inSection('allergies', view.share.items).filter(item => !item.absence);
  const stated = statedOf('allergy', view.share.items);
  const only = listed.length === 1 ? listed[0] : undefined;
  if (stated !== 'listed') {
    return (
      <section class={`allergy ${stated}`}>
        <Icon of={info} />
        <div>
          <Heading>{t('reader.allergies')}</Heading>
          <p>{absenceText('allergy', view)}</p>
        </div>
      </section>
    );
  }
  return (
    <section class={only ? 'allergy only' : 'allergy'}>
      <Icon of={warn} />
      <div>
        <Heading>
          {only ? t('reader.allergy', { what: apart(titleOf(only, view.ways)) }) : t('reader.allergies')}
        </Heading>
        {only ? <Allergy item={only} /> : <AllergyList items={listed} />}
      </div>
    </section>
  );
};

const AllergyList = ({ items }: { items: readonly SharedItem[] }) => {
  return (
    <ul>
      {items.map((item, i) => (
        <li key={i}>
          <Allergy item={item} named />
        </li>
      ))}
    </ul>
  );
};

const Allergy = ({ item, named }: { item: SharedItem; named?: boolean }) => {
  const { ways } = useView();
  const line = lineOf(item, ways);
  return (
    <>
      {(named || line) && (
        <p>
          {named && (
            <b>
              <bdi>{titleOf(item, ways)}</bdi>
            </b>
          )}{' '}
          <bdi>{line}</bdi>
        </p>
      )}
      <FactPairs facts={moreFacts(item, ways)} class="r-more" />
      <Said item={item} />
    </>
  );
};

/** Opioid treatment as facts to check by: dose and last dose, then whom to ring, then the rest. */
export const Treatment = () => {
  const { share, ways } = useView();
  return (
    <>
      {inSection('treatment', share.items).map((item, i) => (
        <Section key={i} title={say(ways.words, 'section.treatment')} end={<Said item={item} />}>
          <TreatmentCard item={item} />
        </Section>
      ))}
    </>
  );
};

const TreatmentCard = ({ item }: { item: SharedItem }) => {
  const { ways } = useView();
  const facts = moreFacts(item, ways);
  const first = kindOf(item.kind)?.check?.phone;
  const call = ringsOf(item, ways).find(ring => ring.field === first);
  return (
    <div class="oat">
      <dl>
        <div>
          <dt>
            <bdi>{titleOf(item, ways)}</bdi>
          </dt>
          <dd>
            <bdi>{lineOf(item, ways)}</bdi>
          </dd>
        </div>
      </dl>
      <FactPairs facts={facts.slice(0, 1)} class="oat-facts" />
      <Check item={item}>{call && <Tel ring={call} />}</Check>
      <FactPairs facts={facts.slice(1)} class="oat-facts" />
    </div>
  );
};

const Tel = ({ ring }: { ring: Ring }) => {
  const { preview } = useView();
  const face = (
    <>
      <Icon of={phone} />
      <bdi>{ring.phone}</bdi>
    </>
  );
  // In the preview a stray press would leave the app for the dialler.
  if (preview || !ring.dial) return <span class="tel">{face}</span>;
  return (
    <a class="tel" href={`tel:${ring.dial}`}>
      {face}
    </a>
  );
};

/** Someone the person keeps as a contact, with or without a number. */
const Person = ({ item }: { item: SharedItem }) => {
  const { ways } = useView();
  const line = lineOf(item, ways);
  return (
    <li class="contact">
      <div class="contact-who">
        <div>
          <b>
            <bdi>{titleOf(item, ways)}</bdi>
          </b>
          {line && (
            <p>
              <bdi>{line}</bdi>
            </p>
          )}
        </div>
        {ringsOf(item, ways).map(ring => (
          <Tel key={ring.field} ring={ring} />
        ))}
      </div>
      <FactPairs facts={moreFacts(item, ways)} class="r-more" />
      <Said item={item} />
    </li>
  );
};

/** A number that another thing names: what it is, whose, and what helps to reach them. */
const NumberToRing = ({ ring }: { ring: Ring }) => {
  const whose = [ring.name, ring.more].filter(Boolean).join(', ');
  return (
    <li class="contact">
      <div class="contact-who">
        <div>
          <b>{ring.label}</b>
          {whose && (
            <p>
              <bdi>{whose}</bdi>
            </p>
          )}
        </div>
        <Tel ring={ring} />
      </div>
    </li>
  );
};

/** The numbers that other things name, then people and services. */
export const WhoToRing = () => {
  const { share, ways } = useView();
  const others = share.items.filter(item => {
    const kind = kindOf(item.kind);
    return kind !== null && sectionOf(kind) !== 'ring';
  });
  const rings = others.flatMap(item => ringsOf(item, ways));
  const people = inSection('ring', share.items);
  if (!rings.length && !people.length) return null;
  return (
    <Section title={say(ways.words, 'section.ring')}>
      <ul>
        {rings.map((ring, i) => (
          <NumberToRing key={i} ring={ring} />
        ))}
        {people.map((item, i) => (
          <Person key={i} item={item} />
        ))}
      </ul>
    </Section>
  );
};
