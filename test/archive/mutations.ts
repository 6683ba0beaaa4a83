const marks = [
  '"',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  "'",
  '\\',
  '\0',
  '=',
  '-',
  '0',
  'ÿ',
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  ':',
  '&',
  '€',
];

const below = (random: () => number, n: number): number => Math.floor(random() * n);
const one = <T>(random: () => number, list: readonly T[]): T => list[below(random, list.length)] as T;

/** The bytes with one thing done to them that goes wrong in the world: a flipped bit, a cut, a repeat, a stray mark. */
export function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  const all = Buffer.from(bytes);
  const at = below(random, all.length + 1);
  const to = Math.min(all.length, at + 1 + below(random, 1 + below(random, 64)));
  const [before, middle, after] = [all.subarray(0, at), all.subarray(at, to), all.subarray(to)];
  switch (below(random, 8)) {
    case 0: // a flipped bit
      if (at < all.length) all[at] = (all[at] ?? 0) ^ (1 << below(random, 8));
      return all;
    case 1: // any byte
      return Buffer.concat([before, Buffer.from([below(random, 256)]), after]);
    case 2: // a cut
      return Buffer.concat([before, after]);
    case 3: // a repeat
      return Buffer.concat([before, middle, middle, after]);
    case 4: // a stray mark
      return Buffer.concat([before, Buffer.from(one(random, marks)), middle, after]);
    case 5: // an end that comes too early
      return before;
    case 6: // two parts that changed places
      return Buffer.concat([after, middle, before]);
    default: // many marks
      return Buffer.concat([before, Buffer.from(one(random, marks).repeat(1 + below(random, 300))), after]);
  }
}
