/**
 * Makes the figures of the Kazakhstan dossier from the publishers' own files.
 *
 *     npx tsx scripts/kazakhstan-figures.ts <data folder> <dossier folder>
 *
 * Writes `observations.csv`, and under `_data/` the ties, evidence, actors and sources that the same files
 * give, to be merged into the dossier's tables by hand. Observations from other sources stay where they are.
 * The same files give the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { armsImports } from './figures/arms.ts';
import { csvText } from './figures/files.ts';
import { fdiShares, fdiStock } from './figures/investment.ts';
import { fromElsewhere, observationColumns, withIds } from './figures/observation.ts';
import { borderLength, jointIgos } from './figures/organisations.ts';
import { sources } from './figures/sources.ts';
import { actorColumns, actors, evidence, evidenceColumns, tieColumns, ties } from './figures/ties.ts';
import { trade } from './figures/trade.ts';
import { officialVisits } from './figures/visits.ts';
import { idealPoints, unAgreement } from './figures/votes.ts';

const [data, dossier] = process.argv.slice(2);
if (data === undefined || dossier === undefined)
  throw new Error('usage: kazakhstan-figures.ts <data folder> <dossier folder>');

const makers = [
  unAgreement,
  idealPoints,
  trade,
  armsImports,
  borderLength,
  jointIgos,
  fdiStock,
  fdiShares,
  officialVisits,
];
const made = makers.flatMap((make) => make(data));
const path = join(dossier, 'observations.csv');
const kept = fromElsewhere(path, new Set(made.map(({ source }) => source)));
const observations = withIds([...made, ...kept]);
const found = ties(data);
const mentioned = [
  ...made.flatMap(({ focal, partner }) => [focal, partner ?? focal]),
  ...found.flatMap(({ a, b }) => [a, b]),
];

const aside = join(dossier, '_data');
mkdirSync(aside, { recursive: true });
writeFileSync(
  path,
  csvText(
    observationColumns,
    observations.map((row) => ({ ...row })),
  ),
);
writeFileSync(
  join(aside, 'ties.csv'),
  csvText(
    tieColumns,
    found.map((tie) => ({ ...tie, sign: tie.kind === 'border' ? 0 : 1 })),
  ),
);
writeFileSync(join(aside, 'evidence.csv'), csvText(evidenceColumns, evidence(found)));
writeFileSync(join(aside, 'actors.csv'), csvText(actorColumns, actors(mentioned)));
writeFileSync(join(aside, 'sources.json'), `${JSON.stringify(sources(data), null, 2)}\n`);
console.log(`${observations.length} observations, ${found.length} ties`);
