import { describe, expect, it } from 'vitest';
import { Actors } from '../../src/model/actors.ts';
import { states } from '../../src/model/states.ts';
import { tie } from '../fixtures/tiny.ts';

const blank = { demonym: [], aliases: [] };
const actors = new Actors({
  actors: [
    { ...blank, id: 'kaz-president', kind: 'office', name: 'President of Kazakhstan', parent: 'KAZ' },
    { ...blank, id: 'tokayev', kind: 'person', name: 'Kassym-Jomart Tokayev', aliases: ['Tokayev'] },
    { ...blank, id: 'BRI', kind: 'initiative', name: 'Belt and Road Initiative', parent: 'CHN' },
    { ...blank, id: 'west', kind: 'group', name: 'the West' },
  ],
  holders: [{ id: 'h', person: 'tokayev', office: 'kaz-president', from: '2019-03-20' }],
  ties: [
    tie('gbr-in-eu', 'GBR', 'EU', { kind: 'membership', from: '1973', to: '2020-01-31' }),
    tie('deu-in-eu', 'DEU', 'EU', { kind: 'membership', from: '1957' }),
  ],
});

describe('resolve', () => {
  it.each([
    ['KAZ', 'KAZ', 'code'],
    ['kaz', 'KAZ', 'code'],
    ['Kazakhstan', 'KAZ', 'name'],
    ['Kazakhstani', 'KAZ', 'demonym'],
    ['Turkey', 'TUR', 'alias'],
    ['TÜRKİYE', 'TUR', 'name'],
    ['turkiye', 'TUR', 'name'],
    ['US', 'USA', 'alias'],
    ['Nur-Sultan', 'KAZ', 'capital'],
    ['Moscow', 'RUS', 'capital'],
    ['EU', 'EU', 'code'],
  ])('takes %s for %s, a %s', (text, actor, via) => {
    expect(actors.resolve(text)).toEqual({ actor, via });
  });

  it('takes a person for the state whose office was held on that day, and not before', () => {
    expect(actors.resolve('Tokayev', '2022-11-22')).toEqual({ actor: 'KAZ', via: 'office-holder' });
    expect(actors.resolve('Tokayev', '2018-01-01')).toEqual({ actor: 'tokayev', via: 'alias' });
  });
  it('does not take “us” for a state', () => {
    expect(() => actors.resolve('the us')).toThrow(/no actor/);
  });
  it('says which states a word may mean', () => {
    expect(() => actors.resolve('Congolese')).toThrow(/may mean COD or COG|may mean COG or COD/);
  });
  it('names what is near', () => {
    try {
      actors.resolve('Kazakhstn');
      expect.unreachable();
    } catch (error) {
      expect((error as { hint: string }).hint).toContain('KAZ (Kazakhstan)');
    }
  });
});

it('finds for whom an actor acts', () => {
  expect([
    actors.party('BRI', '2020-01-01'),
    actors.party('kaz-president', '2020-01-01'),
    actors.party('tokayev', '2020-01-01'),
    actors.party('west', '2020-01-01'),
    actors.party('nobody', '2020-01-01'),
  ]).toEqual(['CHN', 'KAZ', 'KAZ', 'west', undefined]);
});

it('knows the members of a group by year and day', () => {
  expect([actors.members('EU', 2019), actors.members('EU', 2021)]).toEqual([['DEU', 'GBR'], ['DEU']]);
  expect([actors.isMember('GBR', 'EU', '2020-01-31'), actors.isMember('GBR', 'EU', '2020-02-01')]).toEqual([
    true,
    false,
  ]);
});

it('knows every state under one code and one name', () => {
  for (const field of ['id', 'iso2', 'numeric', 'name'] as const)
    expect(new Set(states.map((state) => state[field])).size, field).toBe(states.length);
  for (const state of states) {
    expect(state.id).toMatch(/^[A-Z]{3}$/);
    expect(Math.abs(state.latitude)).toBeLessThanOrEqual(90);
    expect(Math.abs(state.longitude)).toBeLessThanOrEqual(180);
    expect(actors.resolve(state.name).actor).toBe(state.id);
  }
});
