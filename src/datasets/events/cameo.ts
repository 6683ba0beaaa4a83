/** SQL that tells a CAMEO code: two to four digits under one of the twenty roots, as `isCameo` has it. */
export const isCameoSql = (code: string): string =>
  `(length(${code}) BETWEEN 2 AND 4 AND ${code} >= '01' AND ${code} < '21' AND translate(${code}, '0123456789', '') = '')`;

/** SQL of degrees within their bounds; what is none is NULL, for a place without a point is still a place. */
export const degreesSql = (text: string, bound: 90 | 180): string =>
  `CASE WHEN TRY_CAST(${text} AS DOUBLE) BETWEEN -${bound} AND ${bound} THEN TRY_CAST(${text} AS DOUBLE) END`;
