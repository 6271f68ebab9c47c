import '../parts/css/reader.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  inSection,
  readerSections,
  type SectionId,
  type Section as SectionOf,
  statedOf,
} from '../../domain/groups.ts';
import { say } from '../../domain/phrases.ts';
import { plainText } from '../../domain/plain.ts';
import type { Share, SharedFile } from '../../domain/share.ts';
import { RopeLine } from '../parts/rope.tsx';
import { t } from '../words/words.ts';
import { ActionButtons, ActionsAtFoot, useActions } from './actions.tsx';
import { Allergies, absenceText, Treatment, WhoToRing } from './answer.tsx';
import { type GiveLater, type ReplyTo, useGiveLater } from './give-later.ts';
import { Head } from './head.tsx';
import { Late } from './late.tsx';
import { Photos } from './photos.tsx';
import { ItemRow, Section } from './rows.tsx';
import { About, ClockBehind, Newer } from './standing.tsx';
import { useView, ViewProvider, viewOf } from './view.ts';

interface SharedPageProps {
  share: Share;
  files?: readonly SharedFile[] | undefined;
  /** When it is looked at: decides the age shown, and whether the page has closed. */
  opened: Date;
  /** The person's own look at it before it goes out: no actions, and it never asks. */
  preview?: boolean | undefined;
  /** "Close it", when the time is over. */
  onLeave?: (() => void) | undefined;
  /** Once the content itself shows. */
  onShown?: (() => void) | undefined;
  /** Where an answer can go. */
  reply?: ReplyTo | null | undefined;
}

/** What someone was shown: the reader's whole page, and the person's preview of it. */
export const SharedPage = ({
  share,
  files,
  opened,
  preview = false,
  onLeave,
  onShown,
  reply,
}: SharedPageProps) => {
  const [anyway, setAnyway] = useState(false);
  const view = useMemo(() => viewOf(share, opened, preview, files), [share, opened, preview, files]);
  const giving = useGiveLater(!!reply && !preview);
  const late = opened.getTime() >= share.expires * 60_000;
  // Its time may end while they write: what they write is not taken from them.
  if (giving.Give && reply) {
    return (
      <ViewProvider value={view}>
        <giving.Give {...reply} onClose={giving.close} />
      </ViewProvider>
    );
  }
  if (late && !preview && !anyway) {
    return <Late share={share} opened={opened} onLook={() => setAnyway(true)} onLeave={onLeave} />;
  }
  return (
    <ViewProvider value={view}>
      {preview ? (
        <Body opened={opened} />
      ) : (
        <WithActions opened={opened} onShown={onShown} give={reply ? giving : null} />
      )}
    </ViewProvider>
  );
};

interface WithActionsProps extends Pick<SharedPageProps, 'opened' | 'onShown'> {
  give: GiveLater | null;
}

const WithActions = ({ opened, onShown, give }: WithActionsProps) => {
  const actions = useActions(give);
  useEffect(() => onShown?.(), []);
  return (
    <div class="screen">
      <RopeLine />
      <Body opened={opened} buttons={<ActionButtons {...actions} />} />
      <ActionsAtFoot {...actions} />
    </div>
  );
};

/** Letters from which on paper takes smaller print, so that it stays one page. */
const LONG = [1800, 2900];

const Body = ({ opened, buttons }: { opened: Date; buttons?: ComponentChildren }) => {
  const { preview, share, ways } = useView();
  const length = useMemo(() => plainText(share, '', ways).length, [share, ways]);
  const long = LONG.filter(least => length > least).length;
  const Main = preview ? 'div' : 'main';
  return (
    <div class={`reader long-${long}`}>
      <Main>
        <Head opened={opened} />
        <ClockBehind opened={opened} />
        <div class="r-grid">
          <div class="r-first">
            <Allergies />
            <Treatment />
          </div>
          <div class="r-side">
            {buttons}
            <WhoToRing />
          </div>
          <div class="r-rest">
            {rest.map(id => (
              <Plain key={id} id={id} />
            ))}
            <Newer />
            <Photos />
          </div>
          <div class="r-last">
            <Plain id="talk" />
          </div>
        </div>
      </Main>
      <About />
    </div>
  );
};

const rest: readonly SectionId[] = [
  'need',
  'goals',
  'plans',
  'medicines',
  'conditions',
  'tests',
  'mind',
  'life',
  'papers',
];

/** A section of things of any kind; where absence is worth saying, it is there even when nothing is. */
const Plain = ({ id }: { id: SectionId }) => {
  const view = useView();
  const { share, ways } = view;
  const section = readerSections.find(each => each.id === id) as SectionOf;
  const items = inSection(id, share.items).filter(item => !item.absence);
  const absent =
    section.absence && statedOf(section.absence, share.items) !== 'listed' ? section.absence : null;
  if (!items.length && !absent) return null;
  const label = say(ways.words, section.label);
  const treated = id === 'medicines' && inSection('treatment', share.items).length > 0;
  const table = id === 'medicines' && items.length > 0;
  return (
    <Section title={treated ? t('reader.otherMedicines') : label} class={table ? 'r-table' : undefined}>
      {absent && <p class="r-absent">{absenceText(absent, view)}</p>}
      {table && (
        <p class="r-cols" aria-hidden="true">
          <span>{t('reader.medicine')}</span>
          <span>{t('reader.howTaken')}</span>
          <span>{t('reader.whoSays')}</span>
        </p>
      )}
      <ul class={id === 'conditions' || id === 'tests' ? 'two-up' : undefined}>
        {items.map((item, i) => (
          <ItemRow key={i} item={item} under={label} />
        ))}
      </ul>
    </Section>
  );
};
