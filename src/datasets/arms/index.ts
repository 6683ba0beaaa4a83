import type { Format } from '../../model/format.ts';

export const armsFormats: readonly Format[] = [];
