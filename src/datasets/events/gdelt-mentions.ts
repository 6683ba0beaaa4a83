import type { Format } from '../../model/format.ts';
import { gdelt2 } from './sources.ts';

const at = "try_strptime(raw.MentionTimeDate, '%Y%m%d%H%M%S')";

/** Articles that mention GDELT's events: many a line to an event, over days. */
export const gdelt2Mentions: Format = {
  id: 'gdelt-2-mentions',
  title: 'GDELT 2.0 mentions',
  source: gdelt2,
  quirks: [
    'no header; nothing is quoted; the last two columns may be missing',
    'times are the quarter of an hour in which GDELT took in the article, UTC, not when it was published',
    'an article is named by its address, or where it has none by a citation or a number of an archive',
    'an article may mention an event in several sentences: then it has a line for each',
  ],
  version: 1,
  recognise: ({ lines }) =>
    lines.slice(0, 20).some((line) => /^\d+\t\d{14}\t\d{14}\t[1-6]\t([^\t]*\t){9,11}[^\t]*$/.test(line)),
  reading: {
    kind: 'csv',
    delimiter: '\t',
    quote: '',
    header: false,
    padded: true,
    columns: {
      GLOBALEVENTID: { type: 'bigint' },
      EventTimeDate: { type: 'text' },
      MentionTimeDate: { type: 'text' },
      MentionType: { type: 'text' },
      MentionSourceName: { type: 'text' },
      MentionIdentifier: { type: 'text' },
      SentenceID: { type: 'text' },
      Actor1CharOffset: { type: 'text' },
      Actor2CharOffset: { type: 'text' },
      ActionCharOffset: { type: 'text' },
      InRawText: { type: 'text' },
      Confidence: { type: 'integer' },
      MentionDocLen: { type: 'text' },
      MentionDocTone: { type: 'number' },
      MentionDocTranslationInfo: { type: 'text' },
      Extras: { type: 'text' },
    },
  },
  refuse: [
    { when: `${at} IS NULL`, because: 'MentionTimeDate is no day and time (YYYYMMDDHHMMSS)' },
    {
      when: 'raw.MentionDocTone IS NULL',
      because: 'the line ends before its time: MentionDocTone is missing',
    },
  ],
  tables: {
    mention: {
      columns: {
        event: 'raw.GLOBALEVENTID',
        date: at,
        at: `strftime(${at}, '%Y-%m-%dT%H:%M:%SZ')`,
        outlet: 'raw.MentionSourceName',
        url: 'raw.MentionIdentifier',
        confidence: 'raw.Confidence',
        tone: 'raw.MentionDocTone',
      },
    },
  },
  edition: 'part',
  large: true,
};
