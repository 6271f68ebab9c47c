import type { Page } from '@playwright/test';

/** A page's place in the store: a name, or lane and number. */
export type Place = string | [lane: number, page: number];

/** What someone with their hands on the storage can do to it. */
export type Deed =
  /** Remembers every page as it is now. */
  | { do: 'remember' }
  /** Puts every page back as it was remembered. */
  | { do: 'restore' }
  /** Puts one page back as it was remembered: an older version of itself. */
  | { do: 'replay'; at: Place }
  | { do: 'flip'; at: Place; byte: number }
  | { do: 'swap'; at: Place; with: Place }
  | { do: 'remove'; at: Place };

/** Does it to the app's database, and gives the places whose pages differ from what is remembered. */
export const meddle = (page: Page, deed: Deed): Promise<Place[]> =>
  page.evaluate(async deed => {
    const settled = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
      });
    const open = (name: string) => {
      const asked = indexedDB.open(name, 1);
      asked.onupgradeneeded = () => void asked.result.createObjectStore('pages');
      return settled(asked);
    };
    const readAll = async (db: IDBDatabase) => {
      const store = db.transaction('pages').objectStore('pages');
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      return keys.map((key, i) => [key as Place, values[i] as Uint8Array] as const);
    };
    const write = (db: IDBDatabase, work: (pages: IDBObjectStore) => void) =>
      new Promise<void>((done, fail) => {
        const change = db.transaction('pages', 'readwrite', { durability: 'strict' });
        work(change.objectStore('pages'));
        change.oncomplete = () => done();
        change.onabort = () => fail(change.error);
      });
    const replaceAll = (db: IDBDatabase, all: Awaited<ReturnType<typeof readAll>>) =>
      write(db, pages => {
        pages.clear();
        for (const [key, value] of all) pages.put(value, key);
      });
    const [app, memory] = await Promise.all([open('holdfast'), open('memory')]);
    const [now, before] = await Promise.all([readAll(app), readAll(memory)]);
    const find = (all: typeof now, place: Place) => {
      const value = all.find(([key]) => String(key) === String(place))?.[1];
      if (!value) throw new Error(`no page at ${place}`);
      return value;
    };
    if (deed.do === 'remember') await replaceAll(memory, now);
    else if (deed.do === 'restore') await replaceAll(app, before);
    else
      await write(app, pages => {
        if (deed.do === 'remove') return pages.delete(deed.at);
        if (deed.do === 'replay') return pages.put(find(before, deed.at), deed.at);
        const value = find(now, deed.at);
        if (deed.do === 'flip') {
          value[deed.byte]! ^= 1;
          return pages.put(value, deed.at);
        }
        pages.put(find(now, deed.with), deed.at);
        return pages.put(value, deed.with);
      });
    const differs = (await readAll(app)).filter(([key, value]) => {
      const old = before.find(([other]) => String(other) === String(key))?.[1];
      return !old || value.some((byte, i) => byte !== old[i]);
    });
    app.close();
    memory.close();
    return differs.map(([key]) => key);
  }, deed);
