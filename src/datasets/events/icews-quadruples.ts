import type { Format } from '../../model/format.ts';
import { cameoLabels } from './cameo-labels.ts';
import { actorNames } from './countries.ts';
import { bracketSql } from './icews.ts';
import { icewsQuadruplesSource } from './sources.ts';

const plain = (name: string): string => `replace(${name}, '_', ' ')`;
const relation = `lower(${plain('raw.relation')})`;
const labels = Object.keys(cameoLabels)
  .map((label) => `'${label.replaceAll("'", "''")}'`)
  .join(', ');

/** The line has four cells: who, an event's name as CAMEO has it, to whom, and a day. */
const isQuadruple = (line: string): boolean => {
  const [source, event = '', target, day = '', ...more] = line.split('\t');
  return (
    source !== '' &&
    target !== '' &&
    more.length === 0 &&
    /^\d{4}-\d\d-\d\d\s*$/.test(day) &&
    Object.hasOwn(cameoLabels, event.replaceAll('_', ' ').toLowerCase())
  );
};

/** ICEWS as the literature on temporal knowledge graphs passes it on: who, what, to whom, on which day. */
export const icewsQuadruples: Format = {
  id: 'icews-quadruples',
  title: 'ICEWS as quadruples',
  source: icewsQuadruplesSource,
  quirks: [
    'no header, four columns; what is done is the name of the CAMEO event, not its code; blanks may be underlines',
    'an actor is a state by its name, or what stands in brackets: “Citizen (India)” is of India; a person, party or armed group has only a name',
    'records have no id: the four cells together stand for one, so two equal lines have the same, though both are reports',
    'the sets for training, validation and test are parts of one; the sets 2014 and 2005–2015 overlap, and both in one archive count the same reports twice',
    'the intensity is Goldstein’s score of the code, as ICEWS gives it; the files have none',
  ],
  version: 1,
  recognise: ({ lines }) => lines.slice(0, 20).some(isQuadruple),
  reading: {
    kind: 'csv',
    delimiter: '\t',
    quote: '',
    header: false,
    columns: {
      source: { type: 'text' },
      relation: { type: 'text' },
      target: { type: 'text' },
      date: { type: 'date' },
    },
  },
  refuse: [
    { when: 'raw.source IS NULL OR raw.target IS NULL', because: 'the actor or the one acted on is missing' },
    {
      when: `raw.relation IS NULL OR ${relation} NOT IN (${labels})`,
      because: 'the event is none that CAMEO names',
    },
  ],
  lookups: { actor_name: actorNames, cameo_label: cameoLabels },
  tables: {
    event: {
      from: `raw LEFT JOIN cameo_label ON cameo_label.name = ${relation}
        LEFT JOIN cameo ON cameo.code = cameo_label.code
        LEFT JOIN actor_name source ON source.name = ${bracketSql(plain('raw.source'))}
        LEFT JOIN actor_name target ON target.name = ${bracketSql(plain('raw.target'))}`,
      columns: {
        id: "concat_ws('|', raw.date, raw.source, cameo_label.code, raw.target)",
        date: 'raw.date',
        source: 'source.code',
        source_name: 'raw.source',
        target: 'target.code',
        target_name: 'raw.target',
        root: 'cameo.root',
        mode: 'cameo.mode',
        cameo: 'cameo_label.code',
        intensity: 'cameo.intensity',
      },
    },
  },
  edition: 'part',
  large: true,
};
