import { describe, expect, it } from 'vitest';
import { catalogue, choicesOf, families } from '../../src/measures/index.ts';
import { measuring } from '../../src/measuring.ts';
import { MultivectorError } from '../../src/model/errors.ts';
import { wrongIn } from './wrong-in.ts';

const run = measuring();

describe('the catalogue', () => {
  it('has each id once, of a family that there is, with all that a reader needs', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    for (const one of catalogue) {
      expect(one.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(Object.keys(families)).toContain(one.family);
      expect(one.question, one.id).toMatch(/\?$/);
      for (const words of [one.title, one.formula, one.weak]) expect(words.length, one.id).toBeGreaterThan(0);
      expect(one.range[0], one.id).toBeLessThan(one.range[1]);
      expect(one.cite.length, one.id).toBeGreaterThan(0);
    }
  });
  it('explains every choice, and none has the name of an option of the command', () => {
    const taken = [
      'focal',
      'partner',
      'from',
      'to',
      'by',
      'json',
      'csv',
      'parquet',
      'output',
      'archive',
      'dossier',
    ];
    for (const one of catalogue)
      for (const { name, about } of choicesOf(one)) {
        expect(about.length, `${one.id} ${name}`).toBeGreaterThan(0);
        expect(taken, one.id).not.toContain(name);
      }
  });
  it('has no switch that is on unless it is touched: the command line has no way to switch one off', () => {
    const switches = catalogue.flatMap((one) =>
      choicesOf(one).flatMap(({ name, kind, usual }) =>
        kind === 'boolean' ? [{ name: `${one.id} ${name}`, usual }] : [],
      ),
    );
    expect(switches.length).toBeGreaterThan(0);
    expect(switches.filter(({ usual }) => usual !== false)).toEqual([]);
  });
  it.each(catalogue.map(({ id }) => id))(
    '%s answers well, or says what is missing, for any state',
    async (id) => {
      for (const focal of ['KAZ', 'TUV', 'VAT'])
        for (const partners of [undefined, ['RUS'], ['RUS', 'EU', 'IRN']]) {
          const answer = await run(id, { focal: [focal], partners }).catch((error: unknown) => {
            if (error instanceof MultivectorError) return undefined; // said, not crashed
            throw error;
          });
          if (answer) expect(wrongIn(answer)).toEqual([]);
        }
    },
  );
  it('refuses what no measure can answer', async () => {
    await expect(run('nothing', { focal: ['KAZ'] })).rejects.toThrow('no measure “nothing”');
    await expect(run('weight', { focal: [] })).rejects.toThrow('no focal state is named');
    await expect(run('weight', { focal: ['KAZ'], choices: { colour: 'red' } })).rejects.toThrow(
      'no choice “colour”',
    );
    await expect(run('weight', { focal: ['KAZ'], partners: ['KAZ'] })).rejects.toThrow('no partner is named');
  });
});
