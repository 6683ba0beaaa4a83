import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cameoFromPlover,
  goldsteinOf,
  intensityOf,
  isCameo,
  ontology,
  ploverFromCameo,
  quadClasses,
  roots,
} from '../../src/model/ontology.ts';

describe('PLOVER', () => {
  it('has sixteen roots in four quad classes', () => {
    expect(roots).toHaveLength(16);
    expect(
      roots
        .map((root) => ontology[root].quad)
        .filter((quad, i, all) => all.indexOf(quad) === i)
        .sort(),
    ).toEqual([...quadClasses].sort());
  });
  it('scores cooperation at or above 0 and conflict at or below it', () => {
    for (const root of roots) {
      const cooperative = ontology[root].quad.endsWith('cooperation');
      for (const score of [ontology[root].intensity, ...Object.values(ontology[root].modes)])
        if (root !== 'REQUEST') expect(Math.sign(score), root).toBe(cooperative ? 1 : -1);
    }
  });
  it('gives a visit more than a meeting, and an unknown mode the root’s score', () => {
    expect([
      intensityOf('CONSULT'),
      intensityOf('CONSULT', 'visit'),
      intensityOf('CONSULT', 'séance'),
    ]).toEqual([2.5, 4, 2.5]);
  });
});

describe('CAMEO', () => {
  it.each([
    ['042', 'CONSULT', 'visit'],
    ['057', 'AGREE', undefined],
    ['0871', 'RETREAT', 'ceasefire'],
    ['1411', 'PROTEST', undefined],
    ['0874', 'RETREAT', 'withdraw'],
    ['112', 'ACCUSE', 'allege'],
  ])('%s is %s', (code, root, mode) => {
    expect(ploverFromCameo(code)).toEqual({ root, ...(mode && { mode }) });
  });
  it('has no root for a mere statement', () => {
    expect(ploverFromCameo('010')).toBeUndefined();
  });
  it('comes back from every root', () => {
    for (const root of roots) expect(ploverFromCameo(cameoFromPlover(root))?.root, root).toBe(root);
  });
  it('comes back from every root with a mode that it can say', () => {
    for (const root of roots)
      for (const mode of Object.keys(ontology[root].modes))
        expect([root, 'CONCEDE'], `${root} ${mode}`).toContain(
          ploverFromCameo(cameoFromPlover(root, mode))?.root,
        ); // to resign is CAMEO 0831, which yields
  });
  it('has the published Goldstein scores', () => {
    const scores = {
      '036': 4,
      '040': 1,
      '042': 1.9,
      '043': 2.8,
      '046': 7,
      '057': 8,
      '061': 6.4,
      '062': 7.4,
      '072': 8.3,
      '081': 5,
      '112': -2,
      '130': -4.4,
      '138': -7,
      '145': -7.5,
      '154': -7.2,
      '161': -4,
      '163': -8,
      '172': -5,
      '190': -10,
      '0874': 10,
      '1823': -10,
    };
    for (const [code, score] of Object.entries(scores)) expect(goldsteinOf(code), code).toBe(score);
  });
  it('refuses what is no code', () => {
    for (const text of ['', '4', '00', '21', '04x', '04234'])
      expect(() => ploverFromCameo(text)).toThrow(/not a CAMEO code/);
  });
  it('scores every code between -10 and 10', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2099 }), (n) => {
        const code = String(n).padStart(2, '0');
        if (isCameo(code)) expect(Math.abs(goldsteinOf(code))).toBeLessThanOrEqual(10);
      }),
    ));
});
