import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensions } from '../../src/model/dimension.ts';
import { type Address, formatAddress, parseAddress } from '../../src/web/address.ts';
import type { Question } from '../../src/web/measures/question.ts';

const word = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: undefined });

const everywhere = {
  focal: word,
  dimension: fc.constantFrom(...dimensions),
  year: fc.option(fc.integer({ min: 1000, max: 9999 }), { nil: undefined }),
  knownOn: fc.option(fc.constantFrom('2022-12-31', '2023-01-31'), { nil: undefined }),
  open: word,
};

const inTheRose: fc.Arbitrary<Address> = fc.record({
  ...everywhere,
  partner: word,
  within: fc.option(fc.constantFrom(...dimensions), { nil: undefined }),
  from: word,
  to: word,
  find: word,
  question: fc.constant(undefined),
});

const codes = fc.uniqueArray(fc.stringMatching(/^[A-Z]{2,3}$/), { maxLength: 5 });
const anyQuestion: fc.Arbitrary<Question> = fc.record({
  measure: word,
  partners: codes.map((list) => (list.length > 0 ? list : undefined)),
  beside: codes,
  by: fc.constantFrom(undefined, 'session', 'year', 'month'),
  from: word,
  to: word,
  choices: fc.dictionary(fc.stringMatching(/^[a-z][a-z-]*$/), fc.string({ minLength: 1 })),
  item: word,
  about: word,
  at: word,
  multiverse: fc.boolean(),
});

const inMeasures: fc.Arbitrary<Address> = fc
  .record({ ...everywhere, question: anyQuestion })
  .map((address) => ({ ...parseAddress(''), ...address }));

describe('the page’s address', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.oneof(inTheRose, inMeasures), (address) => {
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
    );
  });

  it('leaves out what it cannot read', () => {
    expect(parseAddress('?dimension=culinary&year=soon&as-known-on=yesterday&in=x&open=')).toEqual(
      parseAddress(''),
    );
  });

  it('keeps the filters of the timeline and the question of a measure apart', () => {
    const rose = parseAddress('?from=2022&partner=RUS&measure=agreement&choice.issue=me');
    expect(rose).toMatchObject({ from: '2022', partner: 'RUS', question: undefined });
    const measures = parseAddress('?view=measures&from=70&partner=RUS&measure=agreement&choice.issue=me');
    expect(measures).toMatchObject({
      from: undefined,
      partner: undefined,
      question: { measure: 'agreement', from: '70', choices: { issue: 'me' } },
    });
  });

  it('is as short as what was chosen', () => {
    const question = parseAddress('?view=measures').question;
    expect(formatAddress({ ...parseAddress(''), question })).toBe('?view=measures&dimension=political');
  });

  it('reads anything without failing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(dimensions).toContain(parseAddress(text).dimension);
      }),
    );
  });
});
