/** The record's own screens come in a file of their own, fetched while the PIN is being typed. */
export const loadOpen = () => import('./open.tsx');
