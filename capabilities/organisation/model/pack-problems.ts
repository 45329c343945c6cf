import { DUTY_ACTS } from '../contract/duty.ts'
import type { OrganisationPack } from '../contract/pack.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import { calendarProblems, localHolidayProblems } from './calendar.ts'
import { creditCodeProblem } from './credit-code.ts'
import { nameProblems, placeProblems, stationWindowProblem, windowSetProblem } from './place-rules.ts'
import { placesFromPack } from './places-from-pack.ts'
import { regionProblems } from './region-tree.ts'
import { successionProblems } from './succession.ts'

/** All that keeps a pack from being loaded, named at once. */
export function packProblems(pack: OrganisationPack): OrganisationRefusal[] {
  const { places, windows } = placesFromPack(pack)
  const { windowModel } = pack.pack.parameters
  const kinds = new Set(Object.keys(windowModel.value.kinds))
  return [
    ...regionProblems(pack.regions.regions, pack.regions.regions),
    ...bodyProblems(pack),
    ...successionLines(pack, places),
    ...placeProblems(places, new Set(pack.bodies.bodies.map((body) => body.id))),
    ...nameProblems(places),
    ...offPattern(pack),
    ...windows.flatMap(({ id, kind }) =>
      kinds.has(kind) ? [] : [refuse('window-kind-missing', { id, kind })],
    ),
    ...places.flatMap(
      (place) => stationWindowProblem(place, windows, windowModel.value.stationWindows) ?? [],
    ),
    ...places.flatMap((place) => windowSetProblem(place, windows, windowModel.value.required) ?? []),
    ...dutyProblems(pack),
    ...pack.calendar.flatMap(calendarProblems),
    ...(pack.localHolidays ?? []).flatMap(localHolidayProblems),
  ]
}

function bodyProblems({ bodies, regions }: OrganisationPack): OrganisationRefusal[] {
  const codes = new Set<string>()
  const ids = new Set(bodies.bodies.map((body) => body.id))
  const known = new Set(regions.regions.map((region) => region.code))
  return bodies.bodies.flatMap(({ id, creditCode, parent, region }) => {
    const twice = codes.has(creditCode)
    codes.add(creditCode)
    if (twice) return [refuse('credit-code-duplicate', { id, creditCode })]
    if (parent !== null && !ids.has(parent)) return [refuse('body-unknown', { id: parent, of: id })]
    if (!known.has(region)) return [refuse('region-unknown', { id, region })]
    return creditCodeProblem(creditCode) ?? []
  })
}

/** ××民生服务中心 and nothing else (DW-3.1.1-02): a name of one's own needs a reason, and the pattern's is named. */
function offPattern(pack: OrganisationPack): OrganisationRefusal[] {
  const own = pack.places.exceptions.filter(
    ({ name, nameBasis }) => name !== undefined && nameBasis === undefined,
  )
  if (own.length === 0) return []
  const generated = placesFromPack({ ...pack, places: { ...pack.places, exceptions: [] } }).places
  const pattern = new Map(generated.map(({ id, name }) => [id, name]))
  return own.flatMap(({ id, name }) => {
    const expected = pattern.get(id)
    return expected === undefined || expected === name
      ? []
      : [refuse('place-name-off-pattern', { id, name, expected })]
  })
}

function successionLines(
  { regions, bodies, places: file }: OrganisationPack,
  places: readonly { id: string }[],
): OrganisationRefusal[] {
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id))
  const codes = regions.regions.map(({ code, validTo }) => [code, validTo] as const)
  return [
    ...successionProblems(
      regions.successions ?? [],
      new Set(codes.map(([code]) => code)),
      new Map<string, string | undefined>(codes),
    ),
    ...successionProblems(file.successions ?? [], ids(places)),
    ...successionProblems(bodies.successions ?? [], ids(bodies.bodies)),
  ]
}

function dutyProblems({ duties, bodies }: OrganisationPack): OrganisationRefusal[] {
  const known = new Set(['town', 'department', ...bodies.bodies.map((body) => body.id)])
  const carried = new Set(duties.duties.flatMap(({ acts = [] }) => acts))
  return [
    ...duties.duties.flatMap(({ id, body }) =>
      known.has(body) ? [] : [refuse('duty-body-unknown', { id, body })],
    ),
    ...DUTY_ACTS.filter((act) => !carried.has(act)).map((act) => refuse('duty-act-nobodys', { act })),
  ]
}
