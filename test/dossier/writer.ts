import { Dossier } from '../../src/dossier/index.ts';
import { event } from '../fixtures/tiny.ts';

/** Adds ten events at once again and again, until it is killed. */
const folder = process.argv[2] ?? '';
process.stdout.write('ready\n');
for (let _i = 0; ; _i++) {
  const dossier = await Dossier.open(folder);
  const first = dossier.records.events.length;
  await dossier.change(
    Array.from({ length: 10 }, (_, k) => event(`e${first + k}`, 'RUS', 'UZB', 'AID')).flatMap((row) => [
      { op: 'add' as const, table: 'events' as const, row },
      {
        op: 'add' as const,
        table: 'evidence' as const,
        row: { id: `ev-${row.id}`, record: row.id, source: 'press' },
      },
    ]),
    { by: 'writer', why: 'to be killed', at: new Date() },
    first === 0
      ? [
          {
            id: 'press',
            type: 'webpage',
            title: 'Press',
            custom: { licence: 'unknown', redistributable: false, availability: 'online' },
          },
        ]
      : [],
  );
}
