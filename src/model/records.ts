import { z } from 'zod';
import { dimensions } from './dimension.ts';
import { gapReasons } from './gap.ts';
import { confidences, likelihoodIds } from './likelihood.ts';
import { roots } from './ontology.ts';
import { column, listOf, optional, type Row, someOf, table } from './table.ts';

export const actorKinds = [
  'state',
  'organisation',
  'initiative',
  'office',
  'person',
  'region',
  'entity',
  'group',
] as const;

export const tieKinds = [
  'membership',
  'observer',
  'alliance',
  'agreement',
  'partnership',
  'recognition',
  'non-recognition',
  'border',
  'corridor',
  'dependence',
  'presence',
  'programme',
  'cooperation',
  'sanctions',
  'kinship',
  'dispute',
] as const;

export const routeModes = ['rail', 'road', 'pipeline', 'sea', 'port', 'air', 'digital'] as const;

/** Which ends of a leg stand at an end of the network. */
export const routeEnds = ['origin', 'market'] as const;

export const eventStatuses = ['occurred', 'ongoing', 'announced', 'reported'] as const;

const dimension = column.oneOf(dimensions, 'side of the relation');
const note = optional(column.text('remark'));
const from = optional(column.date('since when it holds'));
const to = optional(column.date('until when; empty: not known to have ended'));
const bearsOn = listOf(
  column.ref('actor', 'partners whose vector it carries, where source and target do not tell'),
);

export const actorTable = table(
  'actors',
  'who: states, organisations, initiatives, offices, persons, regions, entities, groups',
  {
    id: column.id(),
    kind: column.oneOf(actorKinds, 'what sort of actor'),
    name: column.text('the usual English name'),
    parent: optional(column.ref('actor', 'whose it is: an office’s state, an initiative’s owner')),
    demonym: listOf(column.text('adjectives')),
    aliases: listOf(column.text('other names and spellings')),
    latitude: optional(column.number('degrees north, of the capital or seat', z.number().min(-90).max(90))),
    longitude: optional(column.number('degrees east, of the capital or seat', z.number().min(-180).max(180))),
    from,
    to,
    note,
  },
);

export const holderTable = table('holders', 'who held which office when', {
  id: column.id(),
  person: column.ref('person', 'the person'),
  office: column.ref('office', 'the office'),
  from,
  to,
  note,
});

export const tieTable = table('ties', 'lasting states of affairs', {
  id: column.id(),
  kind: column.oneOf(tieKinds, 'what sort of tie'),
  a: column.ref('actor', 'one end; the member, where it is a membership'),
  b: column.ref('actor', 'the other end; the organisation, where it is a membership'),
  dimension,
  sign: column.sign('1 cooperative, 0 neither, -1 conflictual'),
  from,
  to,
  title: column.text('a few words'),
  bears_on: bearsOn,
  note,
});

export const eventTable = table('events', 'who did what to whom, when', {
  id: column.id(),
  date: column.date('when'),
  source: someOf(column.ref('actor', 'who acts')),
  target: someOf(column.ref('actor', 'who is acted on')),
  root: column.oneOf(roots, 'PLOVER root'),
  mode: optional(column.text('PLOVER mode')),
  contexts: listOf(column.text('PLOVER contexts')),
  cameo: optional({
    ...column.text('CAMEO code'),
    pattern: '(0[1-9]|1[0-9]|20)[0-9]{0,2}',
    schema: z
      .string()
      .regex(/^(0[1-9]|1\d|20)\d{0,2}$/, 'is not a CAMEO code: two to four digits, beginning with 01 to 20'),
  }),
  dimension,
  status: column.oneOf(eventStatuses, 'only what occurred or is ongoing counts in measures'),
  intensity: optional(column.number('Goldstein scale; empty: the ontology’s', z.number().min(-10).max(10))),
  place: optional(column.text('where')),
  title: column.text('a few words'),
  bears_on: bearsOn,
  note,
});

const amount = (about: string) => optional(column.number(about, z.number().min(0, 'is below 0')));

export const routeTable = table(
  'routes',
  'legs of corridors: what runs from where to where, through whose territory',
  {
    id: column.id(),
    corridor: column.text('name of the corridor that the leg belongs to'),
    from: column.text('the place where it begins'),
    to: column.text('the place where it ends'),
    mode: column.oneOf(routeModes, 'how it is carried'),
    commodity: optional(column.text('what is carried; empty: goods of all sorts')),
    capacity: amount('how much it can carry'),
    flow: amount('how much it was seen to carry'),
    unit: optional(column.text('unit of capacity and flow, such as million t/year')),
    cost: amount('what it costs to carry one unit along it'),
    cost_unit: optional(column.text('unit of cost, such as USD/t')),
    time: amount('days that it takes'),
    through: listOf(column.ref('actor', 'states in whose territory or jurisdiction it lies')),
    direction: column.oneOf(['one', 'both'], 'one: only from its beginning to its end'),
    end: listOf(column.oneOf(routeEnds, 'origin: goods set out at its beginning; market: its end is one')),
    since: optional(column.date('since when it is in use')),
    until: optional(column.date('until when; empty: not known to have ended')),
    note,
  },
);

export const observationTable = table('observations', 'numbers, each with its source', {
  id: column.id(),
  focal: column.ref('actor', 'whose figure it is'),
  partner: optional(column.ref('actor', 'with whom; WLD is the whole world')),
  indicator: column.text('id in the catalogue of indicators'),
  period: column.period('when'),
  value: optional(column.number('empty only with a gap')),
  low: optional(column.number('lower end of the interval')),
  high: optional(column.number('upper end of the interval')),
  n: optional(column.count('how many records it was computed from')),
  unit: column.text('unit of value'),
  gap: optional(column.oneOf(gapReasons, 'why there is no value')),
  source: column.ref('source', 'where it is from'),
  locator: optional(column.text('where in the source')),
  method: optional(column.text('how it was computed')),
});

export const documentTable = table('documents', 'policy documents', {
  id: column.id(),
  title: column.text('title in English'),
  issuer: column.ref('actor', 'whose document it is'),
  date: column.date('when it was released'),
  kind: column.oneOf(['concept', 'doctrine', 'plan', 'declaration', 'strategy'], 'what sort of document'),
  dimension: optional(dimension),
  note,
});

export const commitmentTable = table('commitments', 'what a policy document declares', {
  id: column.id(),
  document: column.ref('document', 'the document'),
  text: column.text('what is declared, in our words'),
  dimension: optional(dimension),
  expects: optional(
    column.oneOf(
      ['breadth-rises', 'breadth-high', 'equality', 'friendliness', 'exposure-falls', 'ties-rise'],
      'what would show it kept',
    ),
  ),
  note,
});

export const claimTable = table('claims', 'what somebody judges', {
  id: column.id(),
  text: column.text('the proposition, in our words'),
  kind: column.oneOf(['judgement', 'numeric', 'definition', 'causal'], 'what sort of claim'),
  by: column.text('who says so: a source or an actor'),
  hedge: optional(column.text('the author’s own hedge words')),
  likelihood: optional(column.oneOf(likelihoodIds, 'ICD 203 term, set by an analyst')),
  confidence: optional(column.oneOf(confidences, 'of the analyst, in the sources')),
  dimension: optional(dimension),
  partners: listOf(column.ref('actor', 'about which partners')),
  tests: listOf(column.text('observations it can be held against: an id, or indicator:partner')),
  hypothesis: optional(column.text('set of competing hypotheses')),
  note,
});

export const evidenceTable = table('evidence', 'pointers from records into sources', {
  id: column.id(),
  record: column.ref('record', 'the record'),
  source: column.ref('source', 'the source'),
  locator: optional(column.text('where in the source')),
  note: optional(column.text('note number that the source cites there')),
  start: optional(column.count('first character of the passage, in Unicode code points')),
  end: optional(column.count('end of the passage, exclusive')),
  sha256: optional({
    ...column.text('SHA-256 of the passage in UTF-8'),
    pattern: '[0-9a-f]{64}',
    schema: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256: 64 hexadecimal digits'),
  }),
  role: optional(column.oneOf(['supports', 'against', 'mentions'], 'empty: supports')),
  field: optional(column.text('field of the record that this source states differently')),
  value: optional(column.text('what this source states')),
});

export const historyTable = table('history', 'who changed what, when and why', {
  at: column.text('when it was written, UTC'),
  known: column.date('since when it was known'),
  by: column.text('who'),
  why: column.text('why'),
  op: column.oneOf(['add', 'edit', 'remove'], 'what was done'),
  table: column.text('in which table'),
  record: column.ref('record', 'to which record'),
  before: optional({ ...column.text('the row as it was, as JSON'), schema: z.string() }),
});

export type Actor = Row<typeof actorTable>;
export type Holder = Row<typeof holderTable>;
export type Tie = Row<typeof tieTable>;
export type Event = Row<typeof eventTable>;
export type Route = Row<typeof routeTable>;
export type Observation = Row<typeof observationTable>;
export type PolicyDocument = Row<typeof documentTable>;
export type Commitment = Row<typeof commitmentTable>;
export type Claim = Row<typeof claimTable>;
export type Evidence = Row<typeof evidenceTable>;
export type Change = Row<typeof historyTable>;

/** The tables whose rows have an id, in the order in which they refer to each other. */
export const recordTables = {
  actors: actorTable,
  holders: holderTable,
  ties: tieTable,
  events: eventTable,
  routes: routeTable,
  observations: observationTable,
  documents: documentTable,
  commitments: commitmentTable,
  claims: claimTable,
  evidence: evidenceTable,
} as const;

export type TableName = keyof typeof recordTables;
export const tableNames = Object.keys(recordTables) as TableName[];

/** Tables that a dossier need not have; where one is not there, nothing is in it. */
export const optionalTables: readonly TableName[] = ['routes'];

/** A bibliographic record in CSL-JSON, with what may be done with it. */
export const sourceSchema = z.looseObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
  type: z.string().min(1),
  title: z.string().min(1),
  custom: z.looseObject({
    licence: z.string().min(1),
    redistributable: z.boolean(),
    availability: z.enum(['at-hand', 'cited-not-supplied', 'online']),
    sha256: z.string().optional(),
  }),
});

export type Source = z.infer<typeof sourceSchema>;

/** All that a dossier holds on a given day: what measures, figures and briefs are computed from. */
export interface Records {
  readonly focal: string;
  readonly partners: readonly string[];
  readonly title: string;
  /** The day on which it is known as it stands here, if it is not today's. */
  readonly asKnownOn?: string | undefined;
  readonly actors: readonly Actor[];
  readonly holders: readonly Holder[];
  readonly ties: readonly Tie[];
  readonly events: readonly Event[];
  readonly routes: readonly Route[];
  readonly observations: readonly Observation[];
  readonly documents: readonly PolicyDocument[];
  readonly commitments: readonly Commitment[];
  readonly claims: readonly Claim[];
  readonly evidence: readonly Evidence[];
  readonly sources: readonly Source[];
}
