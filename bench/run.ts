/**
 * What Multivector costs, beside a named alternative in the same run:
 *
 *     npm run bench
 *
 * Times depend on the machine; the ratios do so less. Nothing here is a test.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { benchBrief } from './brief.ts';
import { benchDossier } from './dossier.ts';
import { report } from './measure.ts';
import { benchPage } from './page.ts';

const folder = mkdtempSync(join(tmpdir(), 'multivector-bench-'));
try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}\n`);
  console.log(report(await benchDossier()));
  console.log(report(await benchBrief(folder)));
  console.log(report(await benchPage(folder)));
  const assets = join('dist', 'web', 'assets');
  const bytes = readdirSync(assets)
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file)), { level: 9 }).length, 0);
  console.log(
    `JavaScript shipped, gzipped: ${(bytes / 1000).toFixed(1)} kB; ratio to the 250 kB aimed at ${(bytes / 250_000).toFixed(2)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
