/** What crosses the door of `organisation`: the tree of regions, the places, the bodies, the calendars. */
export { REGION_TYPES, Region, RegionType, Tier } from './contract/region.ts'
export { OpeningHours, PLACE_KINDS, Place, PlaceKind, ServedRegion, Window } from './contract/place.ts'
export { BODY_KINDS, Body, BodyKind } from './contract/body.ts'
export { DUTY_ROLES, Duty, DutyRole } from './contract/duty.ts'
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
export { ORGANISATION_REFUSALS, refuse } from './contract/refusal.ts'
export type { OrganisationRefusal, OrganisationRefusalCode } from './contract/refusal.ts'
