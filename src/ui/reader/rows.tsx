import type { ComponentChildren } from 'preact';
import { kindOf } from '../../domain/kinds.ts';
import type { SharedItem } from '../../domain/share.ts';
import { lineOf, titleOf } from '../../domain/show.ts';
import { FactPairs, moreFacts, Said } from './said.tsx';
import { useView } from './view.ts';

interface SectionProps {
  title: string;
  /** At the end of the heading: who said so, where it goes for all of it. */
  end?: ComponentChildren;
  class?: string | undefined;
  children: ComponentChildren;
}

/** A heading one level under the name, which in the preview is itself under the screen's own. */
export const Heading = ({ class: name, children }: { class?: string; children: ComponentChildren }) => {
  const Tag = useView().preview ? 'h3' : 'h2';
  return <Tag class={name}>{children}</Tag>;
};

/** A part of the page under its heading. */
export const Section = ({ title, end, class: more, children }: SectionProps) => (
  <section class={more ? `r-sec ${more}` : 'r-sec'}>
    <Heading class="r-h">
      <span>{title}</span>
      {end}
    </Heading>
    {children}
  </section>
);

/** A kind's standing sentence: "To help you check. Not proof of a dose.", and the number it says to ring. */
export const Check = ({ item, children }: { item: SharedItem; children?: ComponentChildren }) => {
  const { ways } = useView();
  const kind = kindOf(item.kind);
  if (!kind?.check) return null;
  return (
    <div class="r-check">
      <p>
        <b>{ways.words(`kind.${kind.id}.check.title`, kind.check.title)}</b>{' '}
        {ways.words(`kind.${kind.id}.check.text`, kind.check.text)}
      </p>
      {children}
    </div>
  );
};

/** One thing of any kind: its name, its line, what else there is, who said so. */
export const ItemRow = ({ item, under }: { item: SharedItem; under: string }) => {
  const { ways } = useView();
  const title = titleOf(item, ways);
  const line = lineOf(item, ways);
  const facts = moreFacts(item, ways);
  // A thing named like the heading above it needs no name again, unless it would be left with nothing.
  const named = title !== under || (!line && !facts.length);
  return (
    <li class="r-row">
      <p class="r-main">
        {named && (
          <b>
            <bdi>{title}</bdi>
          </b>
        )}{' '}
        {line && (
          <span>
            <bdi>{line}</bdi>
          </span>
        )}
      </p>
      <FactPairs facts={facts} class="r-more" />
      <Said item={item} />
      <Check item={item} />
    </li>
  );
};
