import type { ComponentType } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { focusHeading, useFocusKept } from './heading.ts';
import type { Router, Visit } from './router.ts';
import type { Route, Screens } from './routes.ts';

/** The screen on top of the stack. Each visit is a new one: it takes the focus, and stands where it was left. */
export const Stage = ({ router, screens }: { router: Router<Route>; screens: Partial<Screens> }) => {
  const visit = router.visit.value;
  useFocusKept();
  const Now = screens[visit.route.name] as ComponentType<{ route: Route }> | undefined;
  return Now ? <Shown key={visit.key} visit={visit} Now={Now} /> : null;
};

const Shown = ({ visit, Now }: { visit: Visit<Route>; Now: ComponentType<{ route: Route }> }) => {
  useLayoutEffect(() => {
    focusHeading();
    window.scrollTo(0, visit.scroll);
  }, [visit]);
  return <Now route={visit.route} />;
};
