import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePoints, levelsOf, series, svgText } from '../../src/figures/index.ts';
import { gap } from '../../src/model/gap.ts';
import { nile } from '../measures/drift/nile.ts';
import { brokenAttributes, find, ofClass, textOf } from './fixtures.ts';
import { pretty } from './pretty.ts';

const line = (id: string, values: readonly (number | undefined)[], first = 2010) => ({
  id,
  name: id,
  points: values.map((value, i) => ({ period: String(first + i), value: value ?? gap('no-records') })),
});

const river = { ...line('RUS', nile, 1871), name: 'Nile', changes: [{ period: '1899' }] };

describe('levels', () => {
  it('are the means between changes, by hand', () => {
    expect(levelsOf(line('RUS', [1, 3, undefined, 10, 12]).points, [{ period: '2013' }])).toEqual([
      { from: '2010', to: '2011', value: 2, before: undefined, change: undefined },
      { from: '2013', to: '2014', value: 11, before: '2011', change: { period: '2013' } },
    ]);
  });
  it('are one where nothing changes, none where nothing is known, and never of a change that is not there', () => {
    expect(levelsOf(line('RUS', [1, 3]).points, [])).toHaveLength(1);
    expect(levelsOf(line('RUS', [undefined]).points, [{ period: '2010' }])).toEqual([]);
    expect(levelsOf(line('RUS', [1, 3]).points, [{ period: '1999' }, { period: '2010' }])).toHaveLength(1);
  });
});

describe('change points', () => {
  it('are drawn as on the Nile: two levels, one change', async () => {
    const drawing = changePoints([river]);
    expect(ofClass(drawing, 'mv-level')).toHaveLength(2);
    const [change, ...more] = ofClass(drawing, 'mv-change');
    expect(more).toEqual([]);
    expect(change && textOf(change)).toBe('Nile, 1899: level from 1100 to 8501899');
    expect(drawing.attributes['aria-label']).toBe('Nile: level changed in 1899');
    await expect(pretty(drawing)).toMatchFileSnapshot('../golden/figures/change-points.svg');
  });
  it('are dotted where they do not survive', () => {
    const dashes = (holds?: boolean) =>
      ofClass(changePoints([{ ...river, changes: [{ period: '1899', holds }] }]), 'mv-change').flatMap(
        (group) =>
          find(group, ({ tag }) => tag === 'path').map(({ attributes }) => attributes['stroke-dasharray']),
      );
    expect([dashes(), dashes(true), dashes(false)]).toEqual([[undefined], [undefined], ['1 3']]);
  });
  it('have labels that do not lie over each other', () => {
    const near = { ...river, changes: ['1899', '1900', '1901'].map((period) => ({ period })) };
    const heights = ofClass(changePoints([near], { width: 320 }), 'mv-change').flatMap((group) =>
      find(group, ({ tag }) => tag === 'text').map(({ attributes }) => attributes.y),
    );
    expect(new Set(heights).size).toBe(3);
  });
  it('can be opened where they stand for something', () => {
    const [change] = ofClass(
      changePoints([{ ...river, changes: [{ period: '1899', record: 'a-change' }] }]),
      'mv-change',
    );
    expect(change?.attributes).toMatchObject({
      role: 'button',
      'data-record': 'a-change',
      'aria-label': 'Nile, 1899: level from 1100 to 850',
    });
    const [plain] = ofClass(changePoints([river]), 'mv-change');
    expect(plain?.attributes.role).toBeUndefined();
  });
  it('leave a series without levels as it was', () => {
    expect(svgText(series([{ ...line('RUS', [1, 2, 3]), levels: [] }]))).toBe(
      svgText(series([line('RUS', [1, 2, 3])])),
    );
    expect(svgText(series([line('RUS', [1, 2, 3])]))).not.toContain('mv-level');
  });
  it('have only finite numbers, whatever the values and changes', () =>
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: undefined }), {
          maxLength: 9,
        }),
        fc.uniqueArray(fc.integer({ min: 2008, max: 2020 }), { maxLength: 4 }),
        fc.constantFrom(320, 640),
        (values, changes, width) => {
          const drawing = changePoints(
            [{ ...line('CHN', values), changes: changes.map((year) => ({ period: String(year) })) }],
            { width },
          );
          expect(brokenAttributes(drawing)).toEqual([]);
        },
      ),
    ));
});
