import { Fragment } from 'preact';
import { takesTexts } from '../../../domain/dial.ts';
import type { Version } from '../../../domain/item.ts';
import { type Ring as Call, ringsOf } from '../../../domain/show.ts';
import { phone } from '../../parts/icons.ts';
import { speech } from '../../parts/icons-shared.ts';
import { Ring } from '../../parts/rings.tsx';
import { locale, t } from '../../words/words.ts';
import { useWays } from '../ways.ts';

/** "dosing point": a label inside a sentence. A person's own name stays as it is. */
const whoOf = (call: Call, kind: string): string =>
  kind === 'contact'
    ? call.name || call.label
    : call.label.charAt(0).toLocaleLowerCase(locale()) + call.label.slice(1);

/** The people to ring that a thing names, all alike. */
export const Calls = ({ version }: { version: Version }) => {
  const ways = useWays();
  const calls = ringsOf(version, ways);
  if (calls.length === 0) return null;
  return (
    <div class="stack-2 gap-above">
      {calls.map(call => {
        const name = version.kind === 'contact' ? '' : call.name;
        const title = t('item.ring', { who: whoOf(call, version.kind) });
        const text = [name, call.more, call.phone.replaceAll(' ', '\u00a0')].filter(Boolean).join(', ');
        // What is not plainly one number is there to read, not to press.
        if (!call.dial) {
          return (
            <p key={call.label}>
              <b>{title}</b> <bdi>{text}</bdi>
            </p>
          );
        }
        return (
          <Fragment key={call.label}>
            <Ring icon={phone} title={title} text={text} href={`tel:${call.dial}`} />
            {version.kind === 'contact' && takesTexts(call.dial) && (
              <Ring
                icon={speech}
                title={t('item.message', { who: whoOf(call, version.kind) })}
                href={`sms:${call.dial}`}
              />
            )}
          </Fragment>
        );
      })}
    </div>
  );
};
