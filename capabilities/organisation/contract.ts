/** What crosses the door of `organisation`: the tree of regions, the places, the bodies, the calendars. */
export { REGION_TYPES, Region, RegionType, Tier } from './contract/region.ts'
export { OpeningHours, PLACE_KINDS, Place, PlaceKind, ServedRegion, Window } from './contract/place.ts'
export { BODY_KINDS, Body, BodyKind } from './contract/body.ts'
export { DUTY_ACTS, DUTY_ROLES, Duty, DutyAct, DutyRole } from './contract/duty.ts'
export { Calendar, CalendarYear, LOCAL_HOLIDAYS, LocalHoliday, OfficeHours } from './contract/calendar.ts'
export {
  BodiesFile,
  DutiesFile,
  PackFile,
  PackParameters,
  PlacesFile,
  RegionsFile,
  Source,
} from './contract/pack.ts'
export type { AreaBodies, OrganisationPack, PackArea, PackBody } from './contract/pack.ts'
export { SUCCESSION_KINDS, Succession, type SuccessionKind } from './contract/succession.ts'
export type {
  BodyChange,
  BodyLine,
  ChangeLine,
  DutyLine,
  PlaceChange,
  PlaceLine,
  StandardLine,
  SuccessionLine,
} from './contract/ground-routes.ts'
export { PLACE_STANDARDS, type PlaceStandard } from './contract/standards.ts'
export { PROOFS, STANDARD_SORTS, type Proof, type StandardSort } from './contract/service-standards.ts'
export { LIAISON_RANKS, type LiaisonRank } from './contract/liaison.ts'
export type { Letter } from './contract/letter.ts'
export { COST_KINDS, type CostKind } from './contract/costs.ts'
export { ORGANISATION_REFUSALS, refuse } from './contract/refusal.ts'
export type { OrganisationRefusal, OrganisationRefusalCode } from './contract/refusal.ts'
