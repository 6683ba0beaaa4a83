/** How finely drawn points are kept: this many steps in a unit of the scale. */
export const stepsInUnit = 6000;
const greatest = 32767;

/** Draws of all points, kept small: text that survives JSON. */
export function packed(draws: readonly Float64Array[]): string {
  const length = draws[0]?.length ?? 0;
  const all = new Int16Array(draws.length * length);
  draws.forEach((draw, d) => {
    for (let p = 0; p < length; p++) {
      const steps = Math.round((draw[p] as number) * stepsInUnit);
      all[d * length + p] = Math.max(-greatest, Math.min(greatest, steps));
    }
  });
  const bytes = new Uint8Array(all.buffer);
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** Reads what `packed` wrote; the draws one after the other, in steps of 1 / `stepsInUnit`. */
export function unpacked(text: string): Int16Array {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Int16Array(bytes.buffer);
}
