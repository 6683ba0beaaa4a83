import { describe, expect, it } from 'vitest';
import { publishers } from '../../src/datasets/publishers.ts';
import { daysOf } from '../../src/download/dated.ts';

const stampOf = (id: string, name: string): string | undefined => {
  const get = publishers.find((publisher) => publisher.id === id)?.get;
  if (get?.kind !== 'dataverse' && get?.kind !== 'dated') throw new Error(`${id} has no files by name`);
  const match = get.files.exec(name);
  return match ? (match.groups?.stamp ?? '') : undefined;
};

describe('the publishers', () => {
  it('have ids of their own, a page each, and safe addresses', () => {
    const ids = publishers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, landing, get } of publishers) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(URL.canParse(landing), id).toBe(true);
      const addresses =
        get.kind === 'files'
          ? get.files.map(({ url }) => url)
          : get.kind === 'dated'
            ? [get.list, get.base]
            : [];
      for (const address of addresses) expect(address, id).toMatch(/^https:\/\/[^\s@]+$/);
      expect(new Set(addresses).size, `${id} has each address once`).toBe(addresses.length);
      if (get.kind === 'by-hand') expect(get.steps.length, id).toBeGreaterThan(0);
      if (get.kind === 'dataverse') expect(get.doi, id).toMatch(/^10\.7910\/DVN\/\w+$/);
      if (get.kind !== 'files' && get.kind !== 'by-hand')
        expect(get.files.flags, `${id}: exec keeps no place`).not.toMatch(/[gy]/);
    }
  });

  it('take the names that their publishers give', () => {
    expect(stampOf('gdelt-1', '1979.zip')).toBe('1979');
    expect(stampOf('gdelt-1', '201303.zip')).toBe('201303');
    expect(stampOf('gdelt-1', '20200324.export.CSV.zip')).toBe('20200324');
    expect(stampOf('gdelt-1', 'GDELT.MASTERREDUCEDV2.1979-2013.zip')).toBeUndefined();
    expect(stampOf('gdelt-2', '20150218230000.export.CSV.zip')).toBe('20150218230000');
    expect(stampOf('gdelt-2', '20150218230000.mentions.CSV.zip')).toBeUndefined();
    expect(stampOf('gdelt-2', '20150218230000.gkg.csv.zip')).toBeUndefined();
    expect(stampOf('gdelt-2-translated', '20150218230000.translation.export.CSV.zip')).toBe('20150218230000');
    expect(stampOf('icews', 'events.1995.20150313082510.tab')).toBe('1995');
    expect(stampOf('icews', 'Events.2017.20200602.tab.zip')).toBe('2017');
    expect(stampOf('icews', 'CAMEO.CDB.09b5.pdf')).toBeUndefined();
    expect(stampOf('icews-weekly', '20190503-thru-20190519-icews-events.tab')).toBe('20190503');
    expect(stampOf('icews-weekly', '20200510-icews-events.zip')).toBe('20200510');
    expect(stampOf('icews-weekly', '202201-icews-events.tab')).toBe('202201');
    expect(stampOf('polecat', 'ngecEvents.DV.2018.txt.zip')).toBe('2018');
    expect(stampOf('unga-ideal-points', 'Idealpointestimates1946-2025.tab')).toBe('');
    expect(stampOf('unga-ideal-points', 'IdealPointsJuly2025.tab')).toBe('');
    expect(stampOf('unga-ideal-points', 'IdealpointestimatesFP_2026FP.csv')).toBe('');
    expect(stampOf('unga-ideal-points', 'Codebook_IdealPointEstimates1946-2025.txt')).toBeUndefined();
  });
});

describe('a stamp', () => {
  it('is a year, a month, a day or a time of a day', () => {
    expect(daysOf('2012')).toEqual({ from: '2012-01-01', to: '2012-12-31' });
    expect(daysOf('201202')).toEqual({ from: '2012-02-01', to: '2012-02-29' });
    expect(daysOf('20120229')).toEqual({ from: '2012-02-29', to: '2012-02-29' });
    expect(daysOf('20120229234500')).toEqual({ from: '2012-02-29', to: '2012-02-29' });
    for (const none of ['', '12', '201213', '20130229', '2012022', 'abcd'])
      expect(daysOf(none), none).toBeUndefined();
  });
});
