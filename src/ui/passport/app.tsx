import { useEffect } from 'preact/hooks';
import type { Session, SessionState } from '../../app/session.ts';
import { Badge } from '../parts/badge.tsx';
import { fromPart, useLoaded } from './loaded.ts';
import { loadOpen, loadRare, loadUpdates } from './parts-later.ts';
import { CardLater, Lock } from './start/lock.tsx';
import { Welcome } from './start/welcome.tsx';
import { useValue } from './value.ts';

type Why = Extract<SessionState, { at: 'unusable' }>['why'];

/** The passport as a whole: what is on the screen follows what the session says. */
export const App = ({ session }: { session: Session }) => {
  const blank = useValue(session.blank);
  const state = useValue(session.state);
  useEffect(() => {
    document.documentElement.classList.toggle('covered-app', blank);
  }, [blank]);
  return (
    <>
      {state.at !== 'starting' && <UpdatesLater session={session} />}
      <Now session={session} state={state} />
      {blank && (
        <div class="cover" aria-hidden="true">
          <Badge />
        </div>
      )}
    </>
  );
};

const Now = ({ session, state }: { session: Session; state: SessionState }) => {
  switch (state.at) {
    case 'starting':
      return null;
    case 'unusable':
      return <Rare session={session} why={state.why} />;
    case 'first':
      return <Welcome session={session} tabOnly={state.tabOnly} />;
    case 'locked':
      return <Lock session={session} card={state.card} because={state.because} />;
    case 'elsewhere':
      return <Rare session={session} />;
    case 'open':
    case 'together':
      // Nothing of the one goes over into the other.
      return <OpenLater key={state.at} session={session} state={state} />;
  }
};

const OpenLater = fromPart(loadOpen, 'Open');

/** Updates can wait: the first screen comes first. */
const UpdatesLater = (props: { session: Session }) => {
  const part = useLoaded(loadUpdates);
  return part ? <part.UpdateBar {...props} /> : null;
};

const Rare = ({ session, why }: { session: Session; why?: Why }) => {
  const part = useLoaded(loadRare);
  if (!part) return null;
  return why ? (
    <part.Unusable session={session} why={why} />
  ) : (
    <part.Elsewhere session={session} Card={CardLater} />
  );
};
