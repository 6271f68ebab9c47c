import { type Held, heldIn } from './heap.ts';
import type { Room } from './rooms.ts';

/*
 * The byte arrays of a room. The browser's tools name every one in a picture of the heap, but show neither its bytes
 * nor, when asked for it, itself. So each is reached through what holds it: an object's property, a closure's variable.
 */

/** What a look has in hand, to be let go of at its end. */
export const objectGroup = 'look';

/** A value of the room, as the browser's tools hand it over. */
interface Remote {
  readonly subtype?: string;
  readonly objectId?: string;
  readonly description?: string;
}

interface Property {
  readonly name: string;
  readonly value?: Remote;
}

interface Properties {
  readonly result: Property[];
  readonly internalProperties?: Property[];
  readonly privateProperties?: Property[];
}

const isBytes = ({ subtype }: Remote): boolean =>
  ['typedarray', 'arraybuffer', 'dataview'].includes(subtype ?? '');

const propertiesOf = (room: Room, { objectId }: Remote): Promise<Properties> =>
  room.send('Runtime.getProperties', { objectId, ownProperties: true });

const valuesIn = (properties: readonly Property[] = []): Remote[] =>
  properties.flatMap(({ value }) => value ?? []);

/** The byte arrays right in an object or closure: in properties, variables around it, the entries of a map. */
const bytesIn = async (room: Room, holder: Remote): Promise<Remote[]> => {
  const { result, internalProperties = [], privateProperties } = await propertiesOf(room, holder);
  const parts = [result, privateProperties, internalProperties].flatMap(valuesIn);
  for (const { name, value } of internalProperties) {
    if (!value || !['[[Scopes]]', '[[Entries]]'].includes(name)) continue;
    for (const inner of valuesIn((await propertiesOf(room, value)).result)) {
      if (inner.objectId && inner.description !== 'Global')
        parts.push(...valuesIn((await propertiesOf(room, inner)).result));
    }
  }
  return parts.filter(isBytes);
};

const objectBy = async (room: Room, objectId: string): Promise<Remote | null> => {
  const asked = { objectId, objectGroup };
  return room.send<{ result: Remote }>('HeapProfiler.getObjectByHeapObjectId', asked).then(
    ({ result }) => result,
    () => null,
  );
};

/** All byte arrays of a room whose heap looks like this. Throws when it can't get hold of one. */
export const allBytes = async (room: Room, heap: string): Promise<Remote[]> => {
  const reached = new Map<string, Remote>();
  const asked = new Set<string>();
  const reach = async ({ id, holders }: Held): Promise<void> => {
    for (const holder of holders) {
      if (reached.has(id)) return;
      if (asked.has(holder)) continue;
      asked.add(holder);
      const remote = await objectBy(room, holder);
      for (const bytes of remote ? await bytesIn(room, remote) : []) {
        const { objectId } = bytes;
        const answer = await room.send<{ heapSnapshotObjectId: string }>('HeapProfiler.getHeapObjectId', {
          objectId,
        });
        reached.set(answer.heapSnapshotObjectId, bytes);
      }
    }
  };
  for (const held of heldIn(heap)) {
    await reach(held);
    if (!reached.has(held.id)) throw new Error(`a ${held.name} is out of reach: ${held.story}`);
  }
  return [...reached.values()];
};
