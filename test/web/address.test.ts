import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensions } from '../../src/model/dimension.ts';
import { type Address, formatAddress, parseAddress } from '../../src/web/address.ts';

const word = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: undefined });

const anyAddress: fc.Arbitrary<Address> = fc.record({
  focal: word,
  dimension: fc.constantFrom(...dimensions),
  year: fc.option(fc.integer({ min: 1000, max: 9999 }), { nil: undefined }),
  knownOn: fc.option(fc.constantFrom('2022-12-31', '2023-01-31'), { nil: undefined }),
  partner: word,
  within: fc.option(fc.constantFrom(...dimensions), { nil: undefined }),
  from: word,
  to: word,
  find: word,
  open: word,
});

describe('the page’s address', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
    );
  });

  it('leaves out what it cannot read', () => {
    expect(parseAddress('?dimension=culinary&year=soon&as-known-on=yesterday&in=x&open=')).toEqual(
      parseAddress(''),
    );
  });

  it('reads anything without failing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(dimensions).toContain(parseAddress(text).dimension);
      }),
    );
  });
});
