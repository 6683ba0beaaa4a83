import type { Format } from '../../model/format.ts';

export const articlesFormats: readonly Format[] = [];
