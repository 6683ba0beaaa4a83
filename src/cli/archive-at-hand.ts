import type { ArchiveWorkbench } from '../archive-workbench.ts';

/**
 * The user's archive for a command that runs on: opened when it is first asked for, so that nothing waits for it before,
 * and only read.
 *
 * @param place a folder or a cluster; by default MULTIVECTOR_ARCHIVE or the user's data folder
 */
export function archiveAtHand(place?: string): {
  /** The archive, and a text that is another one as soon as its imports change; nothing while it is empty. */
  get(): Promise<{ readonly archive: ArchiveWorkbench; readonly stamp: string } | undefined>;
  close(): Promise<void>;
} {
  let opened: Promise<ArchiveWorkbench> | undefined;
  const open = async () => {
    const { ArchiveWorkbench: Archive } = await import('../archive-workbench.ts');
    return Archive.open(place);
  };
  return {
    async get() {
      opened ??= open();
      opened.catch(() => {
        opened = undefined; // tried anew
      });
      const archive = await opened;
      const imports = await archive.imports();
      return imports.length === 0 ? undefined : { archive, stamp: imports.map(({ id }) => id).join(' ') };
    },
    async close() {
      await (await opened)?.close();
    },
  };
}
