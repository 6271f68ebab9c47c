import './calendar.css';

// Where "Leave" leads: a month, and nothing of Holdfast. All it says comes from the browser.

const DAYS = 7;

const { lang } = document.documentElement;
const [before, after] = document.querySelectorAll('button');
const now = new Date();

const said = (date: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(lang, options).format(date);

const row = (name: 'th' | 'td', texts: readonly string[]): HTMLTableRowElement => {
  const line = document.createElement('tr');
  for (const text of texts) line.append(Object.assign(document.createElement(name), { textContent: text }));
  return line;
};

/** The weeks of a month, Monday first; days of other months are left empty. */
const weeksOf = (year: number, month: number): string[][] => {
  const empty = (new Date(year, month, 1).getDay() + DAYS - 1) % DAYS;
  const last = new Date(year, month + 1, 0).getDate();
  const weeks = Math.ceil((empty + last) / DAYS);
  const dayAt = (place: number) => (place < 1 || place > last ? '' : String(place));
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: DAYS }, (_, day) => dayAt(week * DAYS + day - empty + 1)),
  );
};

const show = (year: number, month: number): void => {
  const first = new Date(year, month, 1);
  const isNow = first.getFullYear() === now.getFullYear() && first.getMonth() === now.getMonth();
  document.querySelector('h1')!.textContent = said(first, { month: 'long', year: 'numeric' });
  // The first of January 2024 was a Monday.
  const names = Array.from({ length: DAYS }, (_, day) =>
    said(new Date(2024, 0, 1 + day), { weekday: 'short' }),
  );
  document.querySelector('thead')!.replaceChildren(row('th', names));
  document.querySelector('tbody')!.replaceChildren(...weeksOf(year, month).map(week => row('td', week)));
  for (const cell of document.querySelectorAll('td')) {
    if (isNow && cell.textContent === String(now.getDate())) cell.ariaCurrent = 'date';
  }
  for (const [button, at] of [
    [before, month - 1],
    [after, month + 1],
  ] as const) {
    button!.textContent = said(new Date(year, at, 1), { month: 'long' });
    button!.onclick = () => show(year, at);
  }
};

show(now.getFullYear(), now.getMonth());
