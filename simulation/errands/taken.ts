import type { Run } from '../run.ts'

/** Cases of errands, also those that have been decided: what they opened is nobody else's business. */
export const takenCases = ({ errands }: Run): Set<string> =>
  new Set(errands.going.flatMap(({ cases }) => cases))
