import type { Format } from '../../model/format.ts';

export const sanctionsFormats: readonly Format[] = [];
