import type { Book } from '../../../app/book.ts';
import type { Values } from '../../../domain/item.ts';
import { type HelpNumber, topicsOf } from '../../../domain/numbers.ts';
import { locale, t } from '../../words/words.ts';
import type { Said } from '../context.ts';
import { hoursLines } from './hours.ts';

/** "QLife, to talk with a peer": it goes on after the name. */
const goingOn = (text: string): string =>
  text.replace(/^\p{Lu}(?=\P{Lu})/u, letter => letter.toLocaleLowerCase(locale()));

const valuesOf = (number: HelpNumber): Values => {
  const [first, ...others] = number.phones;
  const reach = [
    ...(number.text ? [t('directory.reach.text', { number: number.text })] : []),
    ...others.map(other => t('directory.reach.ring', { number: other.number })),
  ];
  return {
    name: number.name,
    does: goingOn(number.for),
    phone: first?.number ?? '',
    reach: reach.join('. '),
    topic: topicsOf(number),
    hours: number.hours ? hoursLines(number.hours).join('. ') : '',
  };
};

/**
 * Keeps a number among the person's people. Careful: which service someone keeps says much about them, so it goes out
 * only if they tick it. As old as its check, so that it asks to be looked at again in time.
 */
export const keepNumber = async (book: Book, number: HelpNumber): Promise<Said> => {
  const item = await book.saveItem({
    kind: 'contact',
    values: valuesOf(number),
    privacy: 'careful',
    // Not the service's own page: its name would stand in lists.
    source: { type: 'document', name: t('directory.title') },
    asOf: number.checkedOn,
  });
  return {
    text: t('form.saved'),
    undo: async () => ({ text: t('form.dropped'), undo: await book.remove(item.id) }),
  };
};
