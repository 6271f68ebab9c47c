import { version } from '../../../../package.json';
import { Group } from '../../parts/facts.tsx';
import { type Key, t } from '../../words/words.ts';
import { Page, Top } from '../page.tsx';

const does: readonly Key[] = ['about.does.locked', 'about.does.noone', 'about.does.net', 'about.does.ticked'];

const doesNot: readonly Key[] = [
  'about.doesnt.pin',
  'about.doesnt.watch',
  'about.doesnt.phone',
  'about.doesnt.copy',
  'about.doesnt.history',
  'about.doesnt.force',
  'about.doesnt.doctor',
];

/** What Holdfast guards and what it can't, said once and plainly. */
export const About = () => (
  <Page at="people">
    <Top />
    <h1 class="title" tabIndex={-1}>
      {t('about.title')}
    </h1>
    <p class="intro">{t('about.lead')}</p>
    <Said title={t('about.does')} keys={does} />
    <Said title={t('about.doesnt')} keys={doesNot} />
    <p class="meta gap-above-l">{t('about.version', { version })}</p>
  </Page>
);

const Said = ({ title, keys }: { title: string; keys: readonly Key[] }) => (
  <Group title={title}>
    <ul class="said-lines">
      {keys.map(key => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  </Group>
);
