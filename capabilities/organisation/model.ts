/** The rules of the organisation: pure, without clock or SQL. */
export {
  creditCodeCheck,
  creditCodeProblem,
  demoCreditCode,
  organisationCodeCheck,
} from './model/credit-code.ts'
export { ancestorsOf, parentCode, regionProblems, regionTree, tierOf, typeOf } from './model/region-tree.ts'
export type { RegionTree } from './model/region-tree.ts'
export { fillPattern, villageShortName } from './model/naming.ts'
export { areaPacks, type PackFiles } from './model/area-packs.ts'
export { placesFromPack, type PackPlaces } from './model/places-from-pack.ts'
export {
  nameProblems,
  placeProblems,
  stationWindowProblem,
  windowProblem,
  windowSetProblem,
} from './model/place-rules.ts'
export { actProblem, dutyProblem, fallsTo, responsibleFor } from './model/duties.ts'
export { coverage } from './model/coverage.ts'
export type { Coverage } from './model/coverage.ts'
export { cameFrom, standingFor, successionProblems } from './model/succession.ts'
export { standardOf } from './model/standards.ts'
export {
  calendarProblems,
  calendarVersion,
  localHolidayProblems,
  mergeLocal,
  mergeYears,
} from './model/calendar.ts'
export { packProblems } from './model/pack-problems.ts'
export { goneVersions, nextVersions, validOn } from './model/versions.ts'
export type { ComingVersion, Dated, StoredVersion, VersionPlan } from './model/versions.ts'
export { openingHoursSentence, refusalWords as organisationRefusalWords } from './words.ts'
export { isOpen, type DayKind } from './model/hours.ts'
