import { z } from 'zod';

/** Types of the archive's columns. Dates of day precision are `date`; what may be less precise is `text`, in EDTF. */
export type BulkType = 'text' | 'integer' | 'number' | 'boolean' | 'date';

export interface BulkColumn {
  readonly type: BulkType;
  readonly required: boolean;
  readonly about: string;
}

export interface BulkTable {
  readonly about: string;
  readonly columns: Readonly<Record<string, BulkColumn>>;
  /** What makes a row the same row in two files of one data set; the later file then speaks. */
  readonly key: readonly string[];
  /** The column that the period covered is read from, if any. */
  readonly when?: string;
}

const must = (type: BulkType, about: string): BulkColumn => ({ type, required: true, about });
const may = (type: BulkType, about: string): BulkColumn => ({ type, required: false, about });

const actor = (about: string): BulkColumn =>
  must(
    'text',
    `${about}: ISO 3166-1 alpha-3, an organisation's acronym, or another scheme spelt out, cow:705`,
  );
const source = must('text', 'id of the data set it comes from');
const locator = may('text', 'where in the file: row, sheet, field');

/** The tables of the archive. A row's `source` says which data set it comes from (`dataset` where it has a source actor). */
export const bulkTables = {
  observation: {
    about: 'numbers: one indicator of a focal actor, towards a partner or alone, in a period',
    key: ['source', 'indicator', 'focal', 'partner', 'period', 'published'],
    when: 'period',
    columns: {
      focal: actor('whose figure it is'),
      partner: may(
        'text',
        'towards whom; WLD is the whole world; empty where it is about the focal actor alone',
      ),
      indicator: must('text', 'what is measured'),
      period: must('text', 'ISO 8601: 2019, 2019-Q1, 2019-06'),
      value: may('number', 'empty only with a gap'),
      low: may('number', 'lower end of the interval, where the publisher gives one'),
      high: may('number', 'upper end'),
      n: may('integer', 'how many records it was made from, where the publisher says'),
      unit: must('text', 'unit of the value'),
      gap: may('text', 'why there is no value'),
      source,
      locator,
      method: may('text', 'how the publisher or the importer came to it'),
      published: may('text', 'when the edition that has it was published, EDTF'),
    },
  },
  roll_call: {
    about: 'votes taken by name in the United Nations',
    key: ['source', 'roll_call'],
    when: 'date',
    columns: {
      roll_call: must('text', 'the publisher’s number, such as 9079'),
      source,
      organ: must('text', 'GA, the General Assembly, or SC, the Security Council'),
      session: may('integer', 'session of the General Assembly'),
      date: may('text', 'day of the vote, EDTF'),
      resolution: may('text', 'symbol, such as A/RES/74/1'),
      title: may('text', 'what it was about'),
      issues: may('text', 'me, nu, di, hr, co, ec; “; ” between'),
      important: may('boolean', 'important vote by the US State Department'),
      amendment: may('boolean', 'vote on an amendment'),
      paragraph: may('boolean', 'vote on a paragraph'),
      yes: may('integer', 'total as published'),
      no: may('integer', 'total as published'),
      abstain: may('integer', 'total as published'),
      absent: may('integer', 'total as published'),
    },
  },
  vote: {
    about: 'how a state voted',
    key: ['source', 'roll_call', 'state'],
    columns: {
      roll_call: must('text', 'as in roll_call'),
      state: actor('who voted'),
      vote: must('text', 'yes, no, abstain, absent or not-member'),
      source,
    },
  },
  roll_call_issue: {
    about: 'issues of roll calls, where they come in a file of their own',
    key: ['source', 'roll_call', 'issue'],
    columns: {
      roll_call: must('text', 'as in roll_call'),
      issue: must('text', 'me, nu, di, hr, co, ec'),
      source,
    },
  },
  roll_call_match: {
    about: 'recurring resolutions: pairs that share their parameters over time',
    key: ['source', 'roll_call', 'earlier'],
    columns: {
      roll_call: must('text', 'the later one'),
      earlier: must('text', 'the earlier one'),
      source,
    },
  },
  event: {
    about: 'reports of events as a machine coded them: candidates, not facts',
    key: ['dataset', 'id'],
    when: 'date',
    columns: {
      id: must('text', 'the publisher’s id of the record'),
      dataset: source,
      date: must('date', 'day of the event'),
      source: may('text', 'who acts: state or other code'),
      source_name: may('text', 'as the publisher names it'),
      source_sector: may('text', 'role: GOV, MIL, …'),
      target: may('text', 'who is acted on'),
      target_name: may('text', 'as the publisher names it'),
      target_sector: may('text', 'role'),
      root: may('text', 'PLOVER root; empty for what PLOVER leaves out (CAMEO 01)'),
      mode: may('text', 'PLOVER mode'),
      cameo: may('text', 'CAMEO code, where the publisher gives one'),
      contexts: may('text', 'PLOVER contexts, “; ” between'),
      intensity: may('number', 'Goldstein scale, -10 to 10'),
      mentions: may('integer', 'how many mentions in how many articles the publisher counted'),
      place: may('text', 'name of the place'),
      place_state: may('text', 'state in which it is'),
      latitude: may('number', 'degrees north'),
      longitude: may('number', 'degrees east'),
      url: may('text', 'address of an article'),
    },
  },
  mention: {
    about: 'articles that mention a coded event',
    key: ['dataset', 'event', 'url', 'at'],
    when: 'date',
    columns: {
      event: must('text', 'id of the event'),
      dataset: source,
      date: must('date', 'day of the article'),
      at: may('text', 'date and time of the article, UTC'),
      outlet: may('text', 'site or newspaper'),
      url: may('text', 'address or identifier of the article'),
      confidence: may('integer', 'per cent, as the publisher gives it'),
      tone: may('number', 'as the publisher gives it'),
    },
  },
  tie: {
    about: 'lasting states of affairs between two actors',
    key: ['source', 'kind', 'a', 'b', 'from', 'detail'],
    when: 'from',
    columns: {
      kind: must('text', 'as in a dossier: membership, observer, alliance, agreement, border …'),
      a: actor('one end; the member, where it is a membership'),
      b: actor('the other end; the organisation, where it is a membership'),
      from: may('text', 'since when, EDTF'),
      to: may('text', 'until when, EDTF'),
      title: may('text', 'name of the treaty or organisation'),
      detail: may('text', 'obligations, status'),
      number: may('text', 'the publisher’s number of the treaty'),
      source,
      locator,
    },
  },
  transfer: {
    about: 'what one actor hands over to another: arms deals, aid projects',
    key: ['source', 'kind', 'locator'],
    when: 'delivered',
    columns: {
      kind: must('text', 'arms or aid'),
      supplier: may('text', 'who gives'),
      supplier_name: may('text', 'as the publisher names it'),
      recipient: may('text', 'who gets'),
      recipient_name: may('text', 'as the publisher names it'),
      what: may('text', 'what is handed over'),
      category: may('text', 'sort'),
      ordered: may('text', 'year of the order or commitment'),
      delivered: may('text', 'year of the delivery; several with “; ” between'),
      quantity: may('number', 'how many were delivered'),
      amount: may('number', 'value of what was delivered'),
      unit: may('text', 'unit of the amount'),
      uncertain: may('boolean', 'the publisher marks the figure as uncertain'),
      note: may('text', 'remark of the publisher'),
      source,
      locator,
    },
  },
  designation: {
    about: 'who is on a sanctions list',
    key: ['source', 'id', 'list'],
    when: 'from',
    columns: {
      id: must('text', 'the publisher’s id of the entry'),
      authority: must('text', 'who lists: US, UN, EU …'),
      list: must('text', 'list, programme or regulation'),
      kind: may('text', 'person, entity, vessel, aircraft or other'),
      name: must('text', 'as listed'),
      aliases: may('text', 'other names, “; ” between'),
      states: may('text', 'states of nationality, seat or address, “; ” between'),
      addresses: may('text', '“; ” between'),
      from: may('text', 'since when, EDTF'),
      to: may('text', 'until when, EDTF'),
      note: may('text', 'remark of the publisher'),
      url: may('text', 'where the listing is published'),
      source,
      locator,
    },
  },
  designation_detail: {
    about: 'what lists say of their entries, one thing a row: names, addresses, papers, remarks',
    key: ['source', 'id', 'kind', 'text'],
    columns: {
      id: must('text', 'the publisher’s id of the entry, as in designation'),
      kind: must('text', 'alias, address, identifier, nationality, birth, remark or listing'),
      text: must('text', 'as published'),
      note: may('text', 'what sort of it: fka, weak, Passport'),
      state: may('text', 'state that it names'),
      source,
      locator,
    },
  },
  article: {
    about: 'texts, with offsets that do not change: counted in UTF-16 code units of `text`',
    key: ['source', 'id'],
    when: 'date',
    columns: {
      id: must('text', 'hash of the text'),
      title: may('text', ''),
      authors: may('text', '“; ” between'),
      outlet: may('text', 'newspaper, site, institute'),
      date: may('text', 'when it was published, EDTF'),
      language: may('text', 'ISO 639-1, or 639-3 where there is none'),
      url: may('text', ''),
      text: must('text', 'plain text, LF between lines'),
      source,
      locator,
    },
  },
  code: {
    about: 'code lists: states, CAMEO codes, products, what columns mean',
    key: ['source', 'scheme', 'code', 'from'],
    columns: {
      scheme: must('text', 'such as cow-state, cameo'),
      code: must('text', ''),
      label: may('text', 'what it stands for'),
      parent: may('text', 'code above it'),
      from: may('text', 'since when, EDTF'),
      to: may('text', 'until when, EDTF'),
      value: may('number', 'a number that goes with it, such as a Goldstein score'),
      latitude: may('number', 'degrees north'),
      longitude: may('number', 'degrees east'),
      note: may('text', ''),
      source,
    },
  },
  /** Made by the archive itself from `event`. */
  event_day: {
    about: 'events counted once: one row for each data set, dyad, root and day, with the reports behind it',
    key: ['dataset', 'source', 'target', 'root', 'day'],
    columns: {
      dataset: source,
      source: actor('who acts'),
      target: actor('who is acted on'),
      root: must('text', 'PLOVER root'),
      day: must('date', ''),
      reports: must('integer', 'records of this dyad, root and day'),
      mentions: must('integer', 'mentions in them, as the publisher counts them'),
      intensity: must('number', 'sum over the reports that have a score, Goldstein scale'),
      scored: must('integer', 'reports that have a score'),
    },
  },
} as const satisfies Record<string, BulkTable>;

export type BulkTableName = keyof typeof bulkTables;
export const bulkTableNames = Object.keys(bulkTables) as BulkTableName[];
export const bulkTable = (name: BulkTableName): BulkTable => bulkTables[name];

const cslName = z.object({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
});
const cslDate = z.object({ 'date-parts': z.array(z.array(z.number().int()).min(1)).min(1) });

/** A data set's bibliographic record, in the words of CSL-JSON, with the licence under which it comes. */
export const dataSourceSchema = z.object({
  id: z.string(),
  type: z.enum(['dataset', 'article-journal', 'webpage', 'report']),
  title: z.string(),
  author: z.array(cslName),
  issued: cslDate.optional(),
  version: z.string().optional(),
  publisher: z.string().optional(),
  'container-title': z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  DOI: z.string().optional(),
  URL: z.string().optional(),
  note: z.string().optional(),
  licence: z.string(),
  redistributable: z.boolean(),
});
export type DataSource = z.infer<typeof dataSourceSchema>;

const count = z.number().int().min(0);

/** What was taken in at one time from files of one format: the archive's own record of it. */
export const importSchema = z.object({
  archive: z.literal(1),
  id: z.string(),
  format: z.string(),
  formatVersion: count,
  title: z.string(),
  source: dataSourceSchema,
  /** Sources that rows name beside it. */
  otherSources: z.array(dataSourceSchema).optional(),
  /** When it was taken in, ISO 8601, UTC. */
  at: z.string(),
  version: z.string(),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: count })),
  rows: z.object({ read: count, taken: count, refused: count }),
  /** Rows that are no records, by the reason: totals, missing values. */
  aside: z.array(z.object({ because: z.string(), rows: count })),
  /** Refused rows by the reason. */
  refused: z.array(z.object({ because: z.string(), rows: count })),
  tables: z.record(z.string(), count),
  period: z.object({ first: z.string(), last: z.string() }).optional(),
  /** A later import with the same key stands in its place. */
  replaces: z.string().optional(),
  /** Where the rows are: a folder of the archive, or the attempt in a cluster. */
  data: z.string(),
});
export type Import = z.infer<typeof importSchema>;

/** A row that could not be taken. */
export const rejectSchema = z.object({
  file: z.string(),
  /** Line of the unpacked file, 1 being the first; page or element where there are no lines. */
  line: z.number().int().nullable(),
  column: z.string().nullable(),
  reason: z.string(),
  /** What stood there, at most 1,000 characters. */
  text: z.string().nullable(),
});
export type Reject = z.infer<typeof rejectSchema>;
