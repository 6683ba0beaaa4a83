import type { Format } from '../../model/format.ts';

export const unVotesFormats: readonly Format[] = [];
