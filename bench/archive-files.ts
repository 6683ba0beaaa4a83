import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { seeded } from '../src/measures/index.ts';
import { states } from '../src/model/states.ts';

const roots = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
];
const codes = states.map(({ id }) => id);

/** Days of the series: from 1995 on. */
export const firstDay = Date.UTC(1995, 0, 1);
export const days = 30 * 365;

/** A few states have most of the events, as in the world. */
export const drawnState = (uniform: () => number): string =>
  codes[Math.floor(codes.length * uniform() ** 3)] ?? 'KAZ';

/** The state that has most events, and the one after it. */
export const busiest = [codes[0] ?? '', codes[1] ?? ''] as const;

export async function written(path: string, lines: Iterable<string>): Promise<void> {
  const out = createWriteStream(path, { highWaterMark: 2 ** 22 });
  let part: string[] = [];
  for (const line of lines) {
    part.push(line);
    if (part.length < 20_000) continue;
    if (!out.write(`${part.join('\n')}\n`)) await once(out, 'drain');
    part = [];
  }
  if (part.length > 0) out.write(`${part.join('\n')}\n`);
  out.end();
  await finished(out);
}

/** A file of events as GDELT 1.0 serves them (58 columns), of about 340 bytes a row: 2 GB are six million rows. */
export function writeGdelt(path: string, rows: number): Promise<void> {
  const { uniform } = seeded(`gdelt ${rows}`);
  function* lines() {
    for (let i = 0; i < rows; i++) {
      const day = new Date(firstDay + Math.floor(uniform() * days) * 86_400_000)
        .toISOString()
        .slice(0, 10)
        .replaceAll('-', '');
      const [a, b] = [drawnState(uniform), drawnState(uniform)];
      const root = roots[Math.floor(uniform() * roots.length)] ?? '04';
      const code = `${root}${Math.floor(uniform() * 9) + 1}`;
      const place = `4\tSomewhere, Some Region, Some Country\tKZ\tKZ05\t${(uniform() * 90).toFixed(4)}\t${(uniform() * 90).toFixed(4)}\t-${1_000_000 + Math.floor(uniform() * 1e6)}`;
      yield `${300_000_000 + i}\t${day}\t${day.slice(0, 6)}\t${day.slice(0, 4)}\t${day.slice(0, 4)}.5\t${a}GOV\t${a} GOVERNMENT\t${a}\t\t\t\t\tGOV\t\t\t${b}GOV\t${b} GOVERNMENT\t${b}\t\t\t\t\tGOV\t\t\t1\t${code}\t${code}\t${root}\t${1 + Math.floor(uniform() * 4)}\t${(uniform() * 20 - 10).toFixed(1)}\t${1 + Math.floor(uniform() * 20)}\t1\t4\t${(uniform() * 10 - 5).toFixed(6)}\t${place}\t${place}\t${place}\t${day}\thttps://news.example.org/${i}/some-article-about-something.html`;
    }
  }
  return written(path, lines());
}
