import { refusal, type Refusal } from '#engine/refusal.ts'
import { Value } from 'typebox/value'
import { withOffset } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { BodyLine, ChangeLine, DutyLine, PlaceLine, StandardLine } from '../contract/ground-routes.ts'
import { OpeningHours, type Place } from '../contract/place.ts'
import { PLACE_STANDARDS } from '../contract/standards.ts'
import type { Organisation } from '../index.ts'
import { fallsTo } from '../model/duties.ts'
import {
  CHANGED_FIELD_WORDS,
  COVERAGE_FORMULA_WORDS,
  FROM_PACK,
  SUBJECT_WORDS,
  SUCCESSION_WORDS,
} from '../words/ground.ts'
import {
  bodyKindWords,
  dutyActWords,
  dutyRoleWords,
  openingHoursSentence,
  placeKindWords,
  tierWords,
} from '../words.ts'

export interface GroundViewMeans {
  db: Queryable
  organisation: Organisation
  /** Names of posts, for what was changed by hand. */
  posts: { namesOf(area: string, posts: readonly string[]): Promise<ReadonlyMap<string, string>> }
}

/** Both trees of an area as they stood on a day, and which villages nobody served. */
export async function groundView({ organisation }: GroundViewMeans, area: string, day: string) {
  const [places, bodies, coverage] = await Promise.all([
    placeLines(organisation, area, day),
    organisation.bodies(area, day),
    coverageView(organisation, area, day),
  ])
  const ids = new Set(bodies.map(({ id }) => id))
  return {
    ...{ day, places, coverage },
    bodies: bodies.map(
      ({ id, parent, name, shortName, kind, tier, creditCode, syntheticCode }): BodyLine => ({
        ...{ id, name, shortName, creditCode, synthetic: syntheticCode },
        parent: parent !== null && ids.has(parent) ? parent : null,
        ...{ kindText: bodyKindWords[kind], tierText: tierWords[tier] },
        town: tier === 5 && kind !== 'institution',
      }),
    ),
  }
}

async function coverageView(organisation: Organisation, area: string, day: string) {
  const [found, pack, regions] = await Promise.all([
    organisation.coverage(area, day),
    organisation.pack(area),
    organisation.regions(area, day),
  ])
  const formula = pack?.body.parameters.villageCoverage?.value.formula ?? 'own-or-served'
  const names = new Map(regions.map(({ code, name }) => [code, name]))
  return {
    ...{ villages: found.villages, covered: found.covered, formulaText: COVERAGE_FORMULA_WORDS[formula] },
    rateText: found.rate === null ? '没有村（社区）' : `${(Math.floor(found.rate * 1000) / 10).toFixed(1)}%`,
    uncovered: found.uncovered.map(({ code, name, parent }) => ({
      ...{ code, name, town: names.get(parent ?? '') ?? '' },
    })),
  }
}

export async function placeLines(
  organisation: Organisation,
  area: string,
  day: string,
): Promise<PlaceLine[]> {
  const [places, bodies, served, regions] = await Promise.all([
    organisation.places(area, day),
    organisation.bodies(area, day),
    organisation.served(area, day),
    organisation.regions(area, day),
  ])
  const windows = await organisation.windowsOfPlaces(
    area,
    places.map(({ id }) => id),
    day,
  )
  const owners = new Map(bodies.map(({ id, shortName }) => [id, shortName]))
  const regionNames = new Map(regions.map(({ code, name }) => [code, name]))
  const servedBy = Map.groupBy(served, ({ place }) => place)
  const windowsOf = Map.groupBy(windows, ({ place }) => place)
  return places.map((place) => ({
    ...{ id: place.id, parent: place.parent, name: place.name, kind: place.kind },
    ...{
      kindText: placeKindWords[place.kind],
      owner: place.owner,
      ownerName: owners.get(place.owner) ?? place.owner,
    },
    ...{ address: place.address, phone: place.phone, supervisionPhone: place.supervisionPhone },
    synthetic: place.synthetic,
    serves: (servedBy.get(place.id) ?? []).map(({ region }) => regionNames.get(region) ?? region),
    windows: windowsOf.get(place.id)?.length ?? 0,
  }))
}

/** A place with everything that is known of it on a day. */
export async function placeView(means: GroundViewMeans, area: string, id: string, day: string) {
  const { organisation } = means
  const lines = await placeLines(organisation, area, day)
  const place = lines.find((line) => line.id === id)
  if (place === undefined) return refusal('not-found')
  const [windows, standards, pack, versions, changes] = await Promise.all([
    organisation.windowsOf(area, id, day),
    standardLines(organisation, area, place, day),
    organisation.pack(area),
    organisation.placeVersions(area, id),
    changesOf(means, area, 'place', id),
  ])
  const kinds = pack?.body.parameters.windowModel.value.kinds ?? {}
  return {
    ...{ place, standards, changes },
    windows: windows.map(({ name, kind, undifferentiated }) => ({
      ...{ name, kindText: kinds[kind] ?? kind, takesAll: undifferentiated },
    })),
    versions: versions.map(({ name, validFrom, validTo, address }) => ({
      ...{ name, address, from: validFrom },
      ...(validTo === null ? {} : { to: validTo }),
    })),
  }
}

async function standardLines(
  organisation: Organisation,
  area: string,
  { id }: Pick<Place, 'id'>,
  day: string,
): Promise<StandardLine[]> {
  const found = await Promise.all(
    PLACE_STANDARDS.map(async (standard) => ({
      ...standard,
      ...(await organisation.standard(area, id, standard.name, day)),
    })),
  )
  const named = await organisation.placesByIds(
    area,
    found.map(({ from }) => from).filter((from) => from !== 'pack'),
  )
  const names = new Map(named.map((place) => [place.id, place.name]))
  return found
    .filter(({ value }) => value !== undefined)
    .map(({ name, title, value, from }) => ({
      ...{ name, title, text: standardText(value), own: from === id },
      from: from === 'pack' ? FROM_PACK : (names.get(from) ?? from),
    }))
}

export const standardText = (value: unknown): string =>
  Value.Check(OpeningHours, value) ? openingHoursSentence(value) : String(value)

interface ChangeRow {
  id: string
  at: string
  from: string
  post: string
  basis: string
  changes: { field: string; before: unknown; after: unknown }[]
}

const CHANGES = {
  name: 'organisation.ground-changes',
  text: `SELECT id, at, from_day AS "from", post, basis, changes FROM organisation.ground_change
    WHERE area_code = $1 AND subject = $2 AND of = $3 ORDER BY at DESC, id DESC LIMIT 200`,
}

async function changesOf(
  { db, posts }: GroundViewMeans,
  area: string,
  subject: 'place' | 'body' | 'served',
  id: string,
): Promise<ChangeLine[]> {
  const rows = await db.query<ChangeRow>(CHANGES, [area, subject, id])
  const names = await posts.namesOf(area, [...new Set(rows.map(({ post }) => post))])
  return rows.map(({ at, from, post, basis, changes, ...row }) => ({
    ...{ id: row.id, at: withOffset(at), from, basis, who: names.get(post) ?? post },
    changes: changes.map(({ field, before, after }) => ({
      label: CHANGED_FIELD_WORDS[field] ?? field,
      ...{ before: said(before), after: said(after) },
    })),
  }))
}

const said = (value: unknown): string =>
  value === null || value === undefined ? '（无）' : standardText(value)

/** Duties by subject: who leads first, every line with the bodies it falls to and its clauses. */
export async function dutyLines(organisation: Organisation, area: string, day: string): Promise<DutyLine[]> {
  const [duties, bodies] = await Promise.all([organisation.duties(area, day), organisation.bodies(area, day)])
  const order = Object.keys(dutyRoleWords)
  return duties
    .toSorted(
      (a, b) =>
        a.subject.localeCompare(b.subject) ||
        order.indexOf(a.role) - order.indexOf(b.role) ||
        (a.id < b.id ? -1 : 1),
    )
    .map((duty) => ({
      ...{ subject: duty.subject, subjectName: duty.subjectName, roleText: dutyRoleWords[duty.role] },
      bodies: bodies.filter((body) => fallsTo(duty, body)).map(({ shortName }) => shortName),
      acts: duty.acts.map((act) => dutyActWords[act]),
      ...{ clauses: duty.clauses, from: duty.validFrom },
    }))
}

/** What followed what, newest first, by name. */
export async function successionLines(organisation: Organisation, area: string) {
  const subjects = ['region', 'place', 'body'] as const
  const lines = (await Promise.all(subjects.map((subject) => organisation.successions(area, subject)))).flat()
  const names = await namesOf(organisation, area, lines)
  return lines
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .map(({ subject, id, successor, kind, on }) => ({
      ...{ subjectText: SUBJECT_WORDS[subject], kindText: SUCCESSION_WORDS[kind], on },
      ...{ from: names.get(id) ?? id, to: names.get(successor) ?? successor },
    }))
}

async function namesOf(
  organisation: Organisation,
  area: string,
  lines: readonly { id: string; successor: string }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(lines.flatMap(({ id, successor }) => [id, successor]))]
  const [regions, places, bodies] = await Promise.all([
    organisation.regionsByCodes(area, ids),
    organisation.placesByIds(area, ids),
    organisation.bodiesByIds(area, ids),
  ])
  return new Map([
    ...regions.map(({ code, name }) => [code, name] as const),
    ...[...places, ...bodies].map(({ id, name }) => [id, name] as const),
  ])
}

export type PlaceView = Exclude<Awaited<ReturnType<typeof placeView>>, Refusal>
