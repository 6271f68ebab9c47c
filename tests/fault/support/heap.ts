/** A picture of a heap, as V8 writes it out. */
interface Picture {
  snapshot: {
    meta: {
      node_fields: string[];
      node_types: [string[], ...unknown[]];
      edge_fields: string[];
      edge_types: [string[], ...unknown[]];
    };
  };
  nodes: number[];
  edges: number[];
  strings: string[];
}

/** Objects with bytes. */
const BYTES = /^((Shared)?ArrayBuffer|DataView|(Big)?(Uint|Int|Float)\d+(Clamped)?Array)$/;

/** How far up is looked for what holds a byte array, in objects. */
const MOST_HOLDERS = 8;

/** A byte array in a heap, and the nearest things that hold it. */
export interface Held {
  readonly id: string;
  readonly name: string;
  readonly holders: readonly string[];
  /** What holds it at first hand, in words. */
  readonly story: string;
}

const readPicture = (text: string) => {
  const { snapshot, nodes, edges, strings } = JSON.parse(text) as Picture;
  const { node_fields, node_types, edge_fields, edge_types } = snapshot.meta;
  const [type, name, id, edgeCount] = ['type', 'name', 'id', 'edge_count'].map(one =>
    node_fields.indexOf(one),
  );
  const every = function* () {
    for (let node = 0; node < nodes.length; node += node_fields.length) yield node;
  };
  const field = (node: number, at: number | undefined): number => nodes[node + at!]!;
  const heldBy = new Map<number, number[]>();
  const weak = edge_types[0].indexOf('weak');
  let edge = 0;
  for (const node of every()) {
    for (
      const end = edge + field(node, edgeCount) * edge_fields.length;
      edge < end;
      edge += edge_fields.length
    ) {
      if (edges[edge] === weak) continue;
      const to = edges[edge + edge_fields.indexOf('to_node')]!;
      const all = heldBy.get(to);
      if (all) all.push(node);
      else heldBy.set(to, [node]);
    }
  }
  return {
    every,
    nameOf: (node: number): string => strings[field(node, name)]!,
    typeOf: (node: number): string => node_types[0][field(node, type)]!,
    idOf: (node: number): string => String(field(node, id)),
    holdersOf: (node: number): readonly number[] => heldBy.get(node) ?? [],
  };
};

/** The byte arrays of a heap. A buffer that a view lies on is not among them: the view leads to it. */
export const heldIn = (text: string): Held[] => {
  const { every, nameOf, typeOf, idOf, holdersOf } = readPicture(text);
  const hasBytes = (node: number): boolean => typeOf(node) === 'object' && BYTES.test(nameOf(node));
  const isHolder = (node: number): boolean =>
    ['object', 'closure'].includes(typeOf(node)) && !nameOf(node).startsWith('system / ');
  const nearest = (node: number): number[] => {
    const found: number[] = [];
    const seen = new Set([node]);
    for (const one of seen) {
      for (const up of holdersOf(one)) {
        if (!seen.has(up) && isHolder(up)) found.push(up);
        else seen.add(up);
        if (found.length === MOST_HOLDERS) return found;
      }
    }
    return found;
  };
  const isPrototype = (node: number): boolean =>
    holdersOf(node).some(up => typeOf(up) === 'closure' && nameOf(up) === nameOf(node));
  const held: Held[] = [];
  for (const node of every()) {
    if (!hasBytes(node) || isPrototype(node) || holdersOf(node).some(hasBytes)) continue;
    const story = holdersOf(node).map(up => `${typeOf(up)} ${nameOf(up)}`.slice(0, 60));
    held.push({
      id: idOf(node),
      name: nameOf(node),
      holders: nearest(node).map(idOf),
      story: story.join(', '),
    });
  }
  return held;
};
