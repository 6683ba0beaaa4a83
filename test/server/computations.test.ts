import { describe, expect, it } from 'vitest';
import { Busy, Computations } from '../../src/server/computations.ts';

/** A computation that ends when it is told to. */
function held<T>() {
  const { promise, resolve, reject } = (() => {
    let resolve: (value: T) => void = () => {};
    let reject: (error: Error) => void = () => {};
    const promise = new Promise<T>((yes, no) => {
      resolve = yes;
      reject = no;
    });
    return { promise, resolve, reject };
  })();
  let begun = 0;
  let tell: (done: number, what: string) => void = () => {};
  return {
    make: (onProgress: typeof tell) => {
      begun += 1;
      tell = onProgress;
      return promise;
    },
    begun: () => begun,
    tell: (done: number, what: string) => tell(done, what),
    resolve,
    reject,
  };
}

const aTurn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a long computation', () => {
  it('is shared by whoever asks the same, says how far it is, and goes on when nobody waits', async () => {
    const computations = new Computations<number>();
    const { make, begun, tell, resolve } = held<number>();
    await computations.ask('one', make, 0);
    tell(0.4, 'reading votes');
    expect(await computations.ask('one', make, 0)).toEqual({
      underway: { progress: 0.4, what: 'reading votes' },
    });
    const patient = computations.ask('one', make, 60_000);
    resolve(7);
    expect(await patient).toEqual({ answer: 7 });
    expect(await computations.ask('one', make, 0)).toEqual({ answer: 7 });
    expect(begun()).toBe(1);
  });

  it('tells its failure to everybody who waits, and is tried anew after a while', async () => {
    const computations = new Computations<number>({ failureStands: 1 });
    const { make, reject } = held<number>();
    const both = [computations.ask('one', make, 60_000), computations.ask('one', make, 60_000)];
    reject(new Error('the data are broken'));
    for (const asked of both) await expect(asked).rejects.toThrow('the data are broken');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await computations.ask('one', async () => 3, 60_000)).toEqual({ answer: 3 });
  });

  it('waits for its turn, and is turned away where too many wait', async () => {
    const computations = new Computations<number>({ atOnce: 1, mostWaiting: 1 });
    const [first, second] = [held<number>(), held<number>()];
    await computations.ask('first', first.make, 0);
    expect(await computations.ask('second', second.make, 0)).toEqual({
      underway: { progress: 0, what: 'waiting for its turn' },
    });
    await expect(computations.ask('third', async () => 3, 0)).rejects.toThrow(Busy);
    first.resolve(1);
    await aTurn();
    second.resolve(2);
    expect(await computations.ask('second', second.make, 60_000)).toEqual({ answer: 2 });
    expect(await computations.ask('third', async () => 3, 60_000)).toEqual({ answer: 3 });
  });

  it('is forgotten when others were asked for later, but never before it ends', async () => {
    const computations = new Computations<number>({ mostKept: 2, atOnce: 10 });
    const { make, begun, resolve } = held<number>();
    await computations.ask('long', make, 0);
    for (const key of ['a', 'b', 'c']) await computations.ask(key, async () => 1, 60_000);
    let again = 0;
    await computations.ask('a', async () => ++again, 60_000);
    expect(again).toBe(1);
    resolve(5);
    expect(await computations.ask('long', make, 60_000)).toEqual({ answer: 5 });
    expect(begun()).toBe(1);
  });
});
