import type { Format } from '../../model/format.ts';

export const moneyFormats: readonly Format[] = [];
