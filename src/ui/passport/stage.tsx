import type { ComponentType } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Router, Visit } from './router.ts';
import type { Route, Screens } from './routes.ts';

/** The screen on top of the stack. Each visit is a new one: it takes the focus, and stands where it was left. */
export const Stage = ({ router, screens }: { router: Router<Route>; screens: Partial<Screens> }) => {
  const visit = router.visit.value;
  const Now = screens[visit.route.name] as ComponentType<{ route: Route }> | undefined;
  return Now ? <Shown key={visit.key} visit={visit} Now={Now} /> : null;
};

const Shown = ({ visit, Now }: { visit: Visit<Route>; Now: ComponentType<{ route: Route }> }) => {
  useLayoutEffect(() => {
    const heading = document.querySelector<HTMLElement>('#app h1');
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    window.scrollTo(0, visit.scroll);
  }, [visit]);
  return <Now route={visit.route} />;
};
