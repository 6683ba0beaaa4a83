import type { Format } from '../../model/format.ts';

export const tiesFormats: readonly Format[] = [];
