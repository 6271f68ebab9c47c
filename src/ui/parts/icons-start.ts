import type { IconShape } from './icon.tsx';

// What the first screens draw, in a file of its own so that the lock screen loads no others.
export const back: IconShape = { d: 'M15 5l-7 7 7 7', flip: true };
export const backspace: IconShape = {
  d: 'M9 6h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H9l-6-6zM12 10l4 4M16 10l-4 4',
  flip: true,
};
export const card: IconShape = {
  d: 'M5.5 5h13a2.5 2.5 0 0 1 2.5 2.5v9a2.5 2.5 0 0 1-2.5 2.5h-13a2.5 2.5 0 0 1-2.5-2.5v-9a2.5 2.5 0 0 1 2.5-2.5zM6.5 10.7a2 2 0 1 0 4 0a2 2 0 1 0-4 0zM5.6 15.7c.4-1.5 1.5-2.3 2.9-2.3s2.5.8 2.9 2.3M14.5 10h3.5M14.5 14h3.5',
};
export const lock: IconShape = {
  d: 'M7.5 11h9a2.5 2.5 0 0 1 2.5 2.5v4a2.5 2.5 0 0 1-2.5 2.5h-9a2.5 2.5 0 0 1-2.5-2.5v-4a2.5 2.5 0 0 1 2.5-2.5zM8 11V8a4 4 0 0 1 8 0v3',
};
export const show: IconShape = {
  d: 'M4 8.5V6.5A2.5 2.5 0 0 1 6.5 4h2M15.5 4h2A2.5 2.5 0 0 1 20 6.5v2M20 15.5v2a2.5 2.5 0 0 1-2.5 2.5h-2M8.5 20h-2A2.5 2.5 0 0 1 4 17.5v-2M10.2 9h3.6a1.2 1.2 0 0 1 1.2 1.2v3.6a1.2 1.2 0 0 1-1.2 1.2h-3.6a1.2 1.2 0 0 1-1.2-1.2v-3.6a1.2 1.2 0 0 1 1.2-1.2z',
};
export const tick: IconShape = { d: 'M5 12.6l4.6 4.6L19.2 7' };
export const key: IconShape = {
  d: 'M3.7 15a4.3 4.3 0 1 0 8.6 0a4.3 4.3 0 1 0-8.6 0zM11.2 11.8L19.5 3.5M16 7l3 3M13.6 9.4l1.9 1.9',
};
export const people: IconShape = {
  d: 'M5.7 8a3.3 3.3 0 1 0 6.6 0a3.3 3.3 0 1 0-6.6 0zM2.8 19.5c.2-3.5 2.8-5.7 6.2-5.7s6 2.2 6.2 5.7M15.7 5a3.3 3.3 0 0 1 0 6M18 14.2c2 .8 3.2 2.7 3.3 5.3',
};
export const leave: IconShape = {
  d: 'M10 4H6.5A2.5 2.5 0 0 0 4 6.5v11A2.5 2.5 0 0 0 6.5 20H10M15 8l4 4-4 4M19 12H9.5',
  flip: true,
};
export const info: IconShape = {
  d: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM12 11v5',
  dot: 'M12 8h.01',
};
export const warn: IconShape = { d: 'M12 4.2l8.8 15.3H3.2zM12 10v4.3', dot: 'M12 17h.01' };
