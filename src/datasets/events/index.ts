import type { Format } from '../../model/format.ts';
import { cameoCodes, cameoCodesGdelt } from './cameo-codes.ts';
import { gdelt1Events, gdelt2Events } from './gdelt.ts';
import { gdeltColumns } from './gdelt-columns.ts';
import { gdelt2Mentions } from './gdelt-mentions.ts';
import { icewsEvents } from './icews.ts';
import { icewsQuadruples } from './icews-quadruples.ts';
import { polecatEvents } from './polecat.ts';

export { mappedEvents } from './mapped.ts';

export const eventsFormats: readonly Format[] = [
  gdelt1Events,
  gdelt2Events,
  gdelt2Mentions,
  gdeltColumns,
  icewsEvents,
  icewsQuadruples,
  polecatEvents,
  cameoCodes,
  cameoCodesGdelt,
];
