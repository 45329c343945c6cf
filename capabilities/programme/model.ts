/** What reports say, from facts alone: no clock, no SQL. */
export { threeConcentrations, threeInPlace } from './model/licensing.ts'
export { fiveUnities, onTheWall, standardsKept } from './model/standards.ts'
export { ableAndDone, centreShare } from './model/handling.ts'
export { fourReforms, postStability, promotion, quotas } from './model/reform.ts'
