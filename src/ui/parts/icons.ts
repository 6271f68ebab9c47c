import type { IconShape } from './icon.tsx';

// What the passport draws, apart from what the first screens already brought.
export const forward: IconShape = { d: 'M9 5l7 7-7 7', flip: true };
export const today: IconShape = {
  d: 'M6.5 5.5h11a2.5 2.5 0 0 1 2.5 2.5v9.5a2.5 2.5 0 0 1-2.5 2.5h-11a2.5 2.5 0 0 1-2.5-2.5v-9.5a2.5 2.5 0 0 1 2.5-2.5zM4 10.2h16M8.3 3.5v4M15.7 3.5v4',
  dot: 'M12 15h.01',
};
export const mine: IconShape = {
  d: 'M8 4h9.5A1.5 1.5 0 0 1 19 5.5v13a1.5 1.5 0 0 1-1.5 1.5H8zM8 4H7a1.5 1.5 0 0 0-1.5 1.5v13A1.5 1.5 0 0 0 7 20h1M4 8.5h3M4 12h3M4 15.5h3M11.5 8.5h4M11.5 12h4',
};
export const phone: IconShape = {
  d: 'M5.5 4h3l1.7 4.2-2.1 1.5a11.5 11.5 0 0 0 5.7 5.7l1.6-2.1L19.8 15v3.1a2 2 0 0 1-2.1 2A15.6 15.6 0 0 1 3.5 6.1 2 2 0 0 1 5.5 4z',
};
export const lifebuoy: IconShape = {
  d: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM8.5 12a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0zM6 6l3.5 3.5M14.5 14.5L18 18M18 6l-3.5 3.5M9.5 14.5L6 18',
};
export const clock: IconShape = { d: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM12 7.2V12l3.3 2' };
export const find: IconShape = { d: 'M4.5 11a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0zM20 20l-4.3-4.3' };
export const plus: IconShape = { d: 'M12 5v14M5 12h14' };
export const cross: IconShape = { d: 'M6 6l12 12M18 6L6 18' };
export const pencil: IconShape = {
  d: 'M4.5 19.5l.9-4L16 4.9a1.4 1.4 0 0 1 2 0l1.1 1.1a1.4 1.4 0 0 1 0 2L8.5 18.6zM14 7l3 3',
};
export const doneRing: IconShape = {
  d: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM8.3 12.3l2.6 2.6 4.9-5.4',
};
export const rest: IconShape = { d: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM10 9v6M14 9v6' };
export const letGo: IconShape = {
  d: 'M19.7 8.6A8.5 8.5 0 1 0 20.5 12M13 11l6.5-6.5M15.5 4.2h4.3v4.3',
  flip: true,
};
export const bigger: IconShape = { d: 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7' };
export const largeText: IconShape = {
  d: 'M3 18L7.5 6 12 18M4.6 14h5.8M20.6 11.2V18M14 14.6a3.3 3.3 0 1 0 6.6 0a3.3 3.3 0 1 0-6.6 0z',
};
export const stop: IconShape = {
  d: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM10 9h4a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1z',
};
export const list: IconShape = {
  d: 'M9 6.5h11M9 12h11M9 17.5h11',
  dot: 'M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01',
  flip: true,
};
export const fileDown: IconShape = {
  d: 'M7 3.5h7l4.5 4.5v11a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 19V5A1.5 1.5 0 0 1 7 3.5zM14 3.5V8h4.5M12 11v6M9.3 14.5L12 17.2l2.7-2.7',
};
export const finger: IconShape = {
  d: 'M5.5 13a6.5 6.5 0 0 1 13 0v1.5M8.8 19.6c-.6-1.9-.8-4-.8-6.6a4 4 0 0 1 8 0c0 2.6-.1 4.4-.5 6.2M12 12.8c0 3.3.1 5.4.6 7.4',
};
export const bin: IconShape = {
  d: 'M5 7h14M10 7V5.2A1.2 1.2 0 0 1 11.2 4h1.6A1.2 1.2 0 0 1 14 5.2V7M6.5 7l.8 11.3A1.8 1.8 0 0 0 9.1 20h5.8a1.8 1.8 0 0 0 1.8-1.7L17.5 7M10 11v5M14 11v5',
};
export const camera: IconShape = {
  d: 'M4 8.8A1.8 1.8 0 0 1 5.8 7h2.1l1.2-1.8a1 1 0 0 1 .9-.5h4a1 1 0 0 1 .9.5L16.1 7h2.1A1.8 1.8 0 0 1 20 8.8v8.4a1.8 1.8 0 0 1-1.8 1.8H5.8A1.8 1.8 0 0 1 4 17.2zM8.6 12.9a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0z',
};
export const settings: IconShape = {
  d: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0a2 2 0 1 0-4 0zM7 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0z',
};
export const light: IconShape = {
  d: 'M9 18h6M10 21h4M12 3.5a6 6 0 0 0-3.4 10.9c.6.5.9 1 .9 1.6h5c0-.6.3-1.1.9-1.6A6 6 0 0 0 12 3.5z',
};
export const turn: IconShape = {
  d: 'M4.5 10.5A7.5 7.5 0 0 1 18.3 8M19.5 13.5A7.5 7.5 0 0 1 5.7 16M18.8 4v4.2h-4.2M5.2 20v-4.2h4.2',
};
