/**
 * SQL of the day of a vote in Voeten's data, in EDTF. To session 57 the day of the month is mostly the day of the
 * week, 1 to 7 (resolution 50/70 of Tuesday, 12 December 1995 stands as 1995-12-03), so what could be one is left out.
 */
export const dayOfVote = (date: string, session: string): string =>
  `CASE WHEN ${session} <= 57 AND day(${date}) <= 7 THEN strftime(${date}, '%Y-%m') ELSE strftime(${date}, '%Y-%m-%d') END`;
