/**
 * Prints every published figure that a measure is checked against, with ours: `npm run reproduce [-- ARCHIVE]`.
 * Without an archive those that need publishers' files are counted and left out. Ends with 1 if one is not reproduced.
 */
import { ArchiveWorkbench, archivePlace } from '../src/archive-workbench.ts';
import { textTable } from '../src/cli/table.ts';
import { measuring } from '../src/measuring.ts';
import { workerPool } from '../src/workers/pool.ts';
import { reproduced, reproductions } from './reproduce/index.ts';

const archive = await ArchiveWorkbench.open(process.argv[2] ?? archivePlace());
const at = (await archive.imports()).length > 0 ? archive : undefined;
const workers = workerPool();
try {
  const means = { run: measuring({ archive: at, workers }), answers: at };
  const able = reproductions.filter(({ needs }) => needs === undefined || at !== undefined);
  const rows = [];
  let missed = 0;
  for (const one of able) {
    const { ours, difference, holds } = await reproduced(one, means);
    if (!holds) missed += 1;
    const digits = Math.max(2, Math.min(8, Math.ceil(-Math.log10(one.tolerance))));
    rows.push([
      one.measure,
      one.what,
      one.source,
      String(one.published),
      ours.toFixed(digits),
      difference.toExponential(1),
      holds ? '' : 'MISSED',
    ]);
  }
  for (const line of textTable(
    [
      { title: 'measure' },
      { title: 'figure', flexible: true, wrap: true },
      { title: 'published in', flexible: true, wrap: true },
      { title: 'published', align: 'right' },
      { title: 'ours', align: 'right' },
      { title: 'difference', align: 'right' },
      { title: '' },
    ],
    rows,
    Math.max(100, process.stdout.columns ?? 120),
  ))
    console.log(line);
  console.log(
    `${able.length - missed} of ${able.length} reproduced` +
      (able.length < reproductions.length
        ? `; ${reproductions.length - able.length} more need publishers’ files: import them, or name an archive`
        : ''),
  );
  process.exitCode = missed > 0 ? 1 : 0;
} finally {
  await workers.close();
  await archive.close();
}
