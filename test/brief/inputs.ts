import type { BriefInput } from '../../src/brief/index.ts';
import {
  commitmentChecks,
  disagreements,
  type Measured,
  measureDimension,
  profile,
  resultant,
} from '../../src/measures/index.ts';
import { type Dimension, dimensions } from '../../src/model/dimension.ts';
import type { Records, Source } from '../../src/model/records.ts';
import { event, tiny } from '../fixtures/tiny.ts';

/** What a brief about some records is made of, measured with as few draws as a test can bear. */
export function inputOf(records: Records, year: number | undefined, draws = 40): BriefInput {
  const known = new Map<string, Measured>();
  const measured = (dimension: Dimension, at: number): Measured => {
    const key = `${dimension} ${at}`;
    const found = known.get(key) ?? measureDimension(records, dimension, { year: at, draws });
    known.set(key, found);
    return found;
  };
  const all = (at: number) => new Map(dimensions.map((dimension) => [dimension, measured(dimension, at)]));
  return {
    records,
    year,
    measured,
    resultant: (dimension, at) => resultant(records, dimension, at, measured(dimension, at).vectors),
    profile: (at) => profile(records, at, all(at)),
    commitments: (at) => commitmentChecks(records, at, all(at)),
    disagreements: () => disagreements(records),
    lacking: [],
    formulas: { weight: 'w = r / Σ r   (r: share)', direction: 'd = Σ p   (p: position)' },
    files: [{ name: 'events.csv', sha256: 'ab'.repeat(32) }],
    changed: '2020-12-31',
    version: '0.0.0',
  };
}

export const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  type: 'report',
  title: `Report ${id}`,
  custom: { licence: 'CC0', redistributable: true, availability: 'at-hand' },
  ...more,
});

/** The tiny dossier with a source behind each of its records. */
export const sourced: Records = {
  ...tiny,
  sources: [source('made-up'), source('press')],
  evidence: [...tiny.events, ...tiny.ties].map(({ id }, index) => ({
    id: `ev-${id}`,
    record: id,
    source: 'press',
    locator: `p. ${index + 1}`,
  })),
};

/** All that a careless writer would take for mark-up of Typst, HTML, Markdown or XML. */
export const hostileText =
  'A <script>alert(1)</script> & "q" ]]> #sys.inputs $x^2$ @ref \\n *b* _i_ `code` // c | [l](javascript:alert(1)) <!-- x --> ~ {{y}} #panic()';

/** The tiny dossier in which every free text is hostile. */
export const hostile: Records = {
  ...sourced,
  title: `T ${hostileText}`,
  actors: [
    {
      id: 'RUS',
      kind: 'state',
      name: `N ${hostileText}`,
      demonym: [],
      aliases: [],
      latitude: 55.75,
      longitude: 37.6,
    },
  ],
  events: [
    ...sourced.events.map((one) => ({ ...one, title: `E ${hostileText}` })),
    event('undated', 'KAZ', 'CHN', 'AGREE', { title: `U ${hostileText}` }),
  ],
  claims: [
    {
      id: 'claim',
      text: `C ${hostileText}`,
      kind: 'judgement',
      by: 'press',
      hedge: `H ${hostileText}`,
      likelihood: 'likely',
      confidence: 'low',
      dimension: 'economic',
      partners: ['RUS'],
      tests: [],
    },
  ],
  sources: [
    source('made-up', { title: `S ${hostileText}`, URL: 'javascript:alert(1)' }),
    source('press', {
      title: `P ${hostileText}`,
      author: [{ literal: `L ${hostileText}` }],
      URL: 'https://example.org/a?b=<c>&d="e"',
    }),
  ],
};
