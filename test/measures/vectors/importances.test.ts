import { describe, expect, it } from 'vitest';
import {
  mappingRows,
  mappings,
  measureDimension,
  withImportances,
  worldMappings,
} from '../../../src/measures/index.ts';
import { tiny } from '../../fixtures/tiny.ts';

const weights = (text: string) =>
  Object.fromEntries(
    measureDimension(tiny, 'economic', {
      year: 2020,
      draws: 0,
      mappings: withImportances(text, 'weight', 'economic'),
    }).vectors.map(({ partner, weight }) => [partner, weight]),
  );

describe('the user’s own importances', () => {
  it('of exports alone give RUS .15, CHN .25, EU .10, of .50', () => {
    const found = weights('imports=0');
    expect(found.RUS).toBeCloseTo(0.3, 12);
    expect(found.CHN).toBeCloseTo(0.5, 12);
    expect(found.EU).toBeCloseTo(0.2, 12);
  });
  it('of three parts exports to one of imports: RUS (3 · .15 + .6) / 4 = .2625, CHN .2375, EU .125, of .625', () => {
    const found = weights(' exports = 3, imports=1 ');
    expect(found.RUS).toBeCloseTo(0.2625 / 0.625, 12);
    expect(found.CHN).toBeCloseTo(0.2375 / 0.625, 12);
    expect(found.EU).toBeCloseTo(0.125 / 0.625, 12);
  });
  it('are those of the table where none are given, and a common factor changes nothing', () => {
    expect(withImportances(undefined, 'weight')).toBe(mappings);
    const [one, ten] = [weights('exports=1,imports=1'), weights('exports=10,imports=10')];
    for (const [partner, weight] of Object.entries(one))
      expect(ten[partner]).toBeCloseTo(weight as number, 12);
  });
  it('leave the other part alone', () => {
    const directions = withImportances('records=0', 'weight').filter(({ part }) => part === 'direction');
    expect(directions).toEqual(mappings.filter(({ part }) => part === 'direction'));
  });
  it.each([
    ['exprots=2', 'importances, part 1: there is no “exprots”'],
    ['exports=2,border-length=1', 'importances, part 2: there is no “border-length”'],
    ['exports', 'importances, part 1: “exports” is not a name'],
    ['exports=-1', 'importances, part 1: “exports=-1” is not a name'],
    ['exports=1,exports=2', 'importances, part 2: “exports” comes twice'],
    ['', 'importances, part 1: “” is not a name'],
    ['exports=0,imports=0,fdi-stock-share=0', 'every indicator has 0'],
  ])('“%s” is refused where it is wrong', (text, words) => {
    expect(() => withImportances(text, 'weight', 'economic')).toThrow(words);
  });
  it('name those that there are', () => {
    try {
      withImportances('gdp=1', 'weight', 'economic');
      expect.unreachable();
    } catch (error) {
      expect((error as { hint: string }).hint).toBe('there are: exports, imports, fdi-stock-share');
    }
  });
});

describe('the table of mappings as it is printed', () => {
  it('has a line for each mapping, with title and unit', () => {
    const rows = mappingRows();
    expect(rows).toHaveLength(worldMappings.length);
    expect(rows.flatMap(({ indicator, evidence }) => (evidence === 'archive' ? [indicator] : []))).toEqual([
      'alliance',
    ]);
    expect(rows.find(({ indicator }) => indicator === 'arms-imports')).toMatchObject({
      dimension: 'security',
      part: 'weight',
      title: 'Arms deliveries',
      unit: 'TIV million',
      years: 10,
    });
    expect(rows.find(({ indicator }) => indicator === 'records')).toMatchObject({ title: 'Events and ties' });
  });
});
