import type { ComponentChildren } from 'preact';

/** A heading over an ink rule, and what belongs under it. `count` or an action stands at its end. */
export const Group = ({
  title,
  end,
  children,
}: {
  title: string;
  end?: ComponentChildren;
  children: ComponentChildren;
}) => (
  <section class="group">
    <h2>
      <bdi>{title}</bdi>
      {typeof end === 'string' || typeof end === 'number' ? <span>{end}</span> : end}
    </h2>
    {children}
  </section>
);

export interface Fact {
  label: string;
  value: ComponentChildren;
  more?: string | undefined;
}

/** Said at length: it takes the whole width, in plain weight. */
const isLong = (value: ComponentChildren): boolean => typeof value === 'string' && value.length > LONG;
const LONG = 80;

/** Labels and what they say. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map(({ label, value, more }) => (
      <div key={label} class={isLong(value) ? 'long' : undefined}>
        <dt>{label}</dt>
        <dd>
          <bdi>{value}</bdi>
          {more && (
            <span>
              <bdi>{more}</bdi>
            </span>
          )}
        </dd>
      </div>
    ))}
  </dl>
);

/** What to do first, where nothing is kept yet. */
export const Empty = ({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children?: ComponentChildren;
}) => (
  <div class="empty">
    <h2 class="lead">{title}</h2>
    <p class="quiet">{text}</p>
    {children}
  </div>
);
