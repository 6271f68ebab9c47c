import { isOpen } from '../../../domain/hours.ts';
import {
  EMERGENCY,
  findNumbers,
  type HelpNumber,
  type Need,
  type NumberQuery,
  needsIn,
} from '../../../domain/numbers.ts';
import { BlockGroup } from '../../parts/block.tsx';
import { Chip } from '../../parts/choice.tsx';
import { FindField } from '../../parts/field.tsx';
import { phone } from '../../parts/icons.ts';
import { Note } from '../../parts/note.tsx';
import { Ring } from '../../parts/rings.tsx';
import { Row } from '../../parts/row.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page, Top } from '../page.tsx';
import { useNow } from '../show/closes.ts';
import { useWays } from '../ways.ts';
import { queryIn, sourceOf, useDirectory } from './directory.ts';

const labelOf = (need: Need): string => t(`directory.need.${need}`);

/** Services to ring, by what they are for. It ships with the app, so it is there offline. */
export const Numbers = () => {
  const directory = useDirectory();
  return (
    <Page at="people">
      <Top />
      <h1 class="title" tabIndex={-1}>
        {t('directory.title')}
      </h1>
      {directory && (directory.numbers.length > 0 ? <List {...directory} /> : <Broken />)}
    </Page>
  );
};

const List = ({ numbers, faults }: { numbers: readonly HelpNumber[]; faults: readonly string[] }) => {
  const query = queryIn(useApp().book);
  const change = (part: Partial<NumberQuery>) => {
    query.value = { ...query.value, ...part };
  };
  const { text, need } = query.value;
  const found = findNumbers(numbers, query.value, labelOf);
  return (
    <>
      <p class="intro">{t('directory.intro')}</p>
      <search class="gap-above">
        <div class="tools">
          <FindField value={text} onInput={typed => change({ text: typed })} />
        </div>
        <BlockGroup id="need" label={t('directory.about')} quiet>
          <div class="chips">
            {needsIn(numbers).map(one => (
              <Chip
                key={one}
                name="need"
                checked={one === need}
                label={labelOf(one)}
                onPress={() => change({ need: one === need ? null : one })}
              />
            ))}
          </div>
        </BlockGroup>
      </search>
      <p class="quiet" role="status">
        {t('directory.found', { count: found.length })}
      </p>
      {found.length === 0 && <p class="quiet">{t('directory.none.hint')}</p>}
      <Rows found={found} />
      {faults.length > 0 && <p class="meta gap-above">{t('directory.left')}</p>}
    </>
  );
};

const Rows = ({ found }: { found: readonly HelpNumber[] }) => {
  const { router, session } = useApp();
  const ways = useWays();
  const now = useNow(session.clock);
  return (
    <ul class="rows whole">
      {found.map(number => (
        <Row
          key={number.name}
          title={number.name}
          value={number.for}
          end={number.hours && t(isOpen(number.hours, now) ? 'directory.open' : 'directory.closed')}
          source={sourceOf(number, ways)}
          onPress={() => router.go({ name: 'numbers/one', number: number.name })}
        />
      ))}
    </ul>
  );
};

/** The file can't be read. One number holds without it. */
const Broken = () => (
  <div class="stack gap-above">
    <Note look="wrong" title={t('directory.broken')} live="status">
      {t('directory.broken.text')}
    </Note>
    <Ring
      icon={phone}
      title={t('item.ring', { who: EMERGENCY })}
      text={t('directory.broken.danger')}
      href={`tel:${EMERGENCY}`}
    />
  </div>
);
