import { type Asked, type Measurement, measure } from '../../../src/measures/index.ts';
import { inThisThread } from '../../../src/measuring.ts';
import { noRecords } from '../../../src/model/no-records.ts';
import type { Answers } from '../../../src/model/question.ts';
import type { Records } from '../../../src/model/records.ts';

/** Runs a measure on a dossier and an archive of a test's own. */
export function runOn({
  records,
  archive,
}: {
  readonly records?: Records;
  readonly archive?: Answers;
}): (
  id: string,
  asked: Omit<Asked, 'focal'> & { readonly focal?: readonly string[] },
) => Promise<Measurement> {
  return (id, asked) =>
    measure(
      id,
      { focal: ['KAZ'], ...asked },
      {
        archive,
        workers: inThisThread,
        hasDossier: async (focal) => records?.focal === focal,
        records: async (focal) =>
          records?.focal === focal ? records : noRecords(focal, ['RUS', 'CHN', 'EU']),
        archived: async (focal, partners) => noRecords(focal, partners),
        remember: (_key, make) => make(),
        progress: () => {},
      },
    );
}
