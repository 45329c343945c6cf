import { refusal, type Refusal } from '#engine/refusal.ts'
import { Value } from 'typebox/value'
import { held, photoUrl } from '#capabilities/books/index.ts'
import { withOffset } from '#platform/clock.ts'
import type { Queryable } from '#platform/db/db.ts'
import type {
  BodyLine,
  ChangeLine,
  ComingLine,
  DutyLine,
  PlaceLine,
  StandardLine,
} from '../contract/ground-routes.ts'
import type { OrganisationRefusalCode } from '../contract/refusal.ts'
import { OpeningHours, type Place } from '../contract/place.ts'
import { PLACE_STANDARDS } from '../contract/standards.ts'
import type { Organisation } from '../index.ts'
import { fallsTo } from '../model/duties.ts'
import {
  CHANGE_STATE_WORDS,
  CHANGED_FIELD_WORDS,
  COVERAGE_FORMULA_WORDS,
  FROM_PACK,
  SERVED_WORDS,
  SUBJECT_WORDS,
  SUCCESSION_WORDS,
} from '../words/ground.ts'
import {
  bodyKindWords,
  dutyActWords,
  dutyRoleWords,
  openingHoursSentence,
  placeKindWords,
  refusalWords,
  tierWords,
} from '../words.ts'
import type { Adoption } from '../books/keeping.ts'
import { changesAbout, comingRows, type ChangeRow } from './change-rows.ts'

export interface GroundViewMeans {
  db: Queryable
  organisation: Organisation
  /** Names of posts, for what was changed by hand. */
  posts: { namesOf(area: string, posts: readonly string[]): Promise<ReadonlyMap<string, string>> }
}

/** Both trees of an area as they stood on a day, and which villages nobody served. */
export async function groundView(means: GroundViewMeans, area: string, day: string) {
  const { organisation } = means
  const [places, bodies, coverage, coming] = await Promise.all([
    placeLines(organisation, area, day),
    organisation.bodies(area, day),
    coverageView(organisation, area, day),
    comingView(means, area),
  ])
  const ids = new Set(bodies.map(({ id }) => id))
  return {
    ...{ day, places, coverage, coming },
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
  const [windows, standards, pack, versions, changes, walls] = await Promise.all([
    organisation.windowsOf(area, id, day),
    standardLines(organisation, area, place, day),
    organisation.pack(area),
    organisation.placeVersions(area, id),
    changesOf(means, area, 'place', id),
    wallsOf(means, area, id),
  ])
  const kinds = pack?.body.parameters.windowModel.value.kinds ?? {}
  return {
    ...{ place, standards, changes, walls },
    windows: windows.map(({ name, kind, undifferentiated }) => ({
      ...{ name, kindText: kinds[kind] ?? kind, takesAll: undifferentiated },
    })),
    versions: versions.map(({ name, validFrom, validTo, address }) => ({
      ...{ name, address, from: validFrom },
      ...(validTo === null ? {} : { to: validTo }),
    })),
  }
}

/** What a place has put on its wall (制度上墙, LC-3.8-18), by title. */
async function wallsOf({ db }: GroundViewMeans, area: string, place: string) {
  const adopted = await held<Adoption>(db, { kind: 'adoption' }, { area, place, open: true })
  return adopted
    .map(({ id, entry: { body } }) => ({
      ...{ entry: id, title: body.title, edition: body.edition },
      ...(body.photo === undefined ? {} : { photo: photoUrl({ kind: 'adoption' }, id, body.photo) }),
    }))
    .toSorted((one, other) => (one.title < other.title ? -1 : 1))
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
      ...(Value.Check(OpeningHours, value) ? { hours: value } : {}),
    }))
}

export const standardText = (value: unknown): string =>
  Value.Check(OpeningHours, value) ? openingHoursSentence(value) : String(value)

async function changesOf(
  means: GroundViewMeans,
  area: string,
  subject: 'place' | 'body' | 'served',
  id: string,
): Promise<ChangeLine[]> {
  return changeLines(means, area, await changesAbout(means.db, area, subject, id))
}

/** What was entered for a later day, with the name of what it is about. */
async function comingView(means: GroundViewMeans, area: string): Promise<ComingLine[]> {
  const rows = await comingRows(means.db, area)
  const [lines, names] = await Promise.all([
    changeLines(means, area, rows),
    namesOf(
      means.organisation,
      area,
      rows.map(({ of }) => of),
    ),
  ])
  return lines.map((line, index) => {
    const { of, subject } = rows[index]!
    const whole = line.changes[0]
    return {
      ...line,
      subjectText: subject === 'served' ? SERVED_WORDS : SUBJECT_WORDS[subject],
      title: names.get(of) ?? [whole?.before, whole?.after].filter((name) => name !== NOTHING).join('、'),
    }
  })
}

async function changeLines(
  { posts }: GroundViewMeans,
  area: string,
  rows: readonly ChangeRow[],
): Promise<ChangeLine[]> {
  const names = await posts.namesOf(area, [...new Set(rows.map(({ post }) => post))])
  return rows.map(({ id, at, from, post, basis, changes, state, because }) => ({
    ...{ id, at: withOffset(at), from, basis, who: names.get(post) ?? post },
    ...{ state, stateText: CHANGE_STATE_WORDS[state] },
    ...(because === null ? {} : { because: refusalOf(because) }),
    changes: changes.map(({ field, before, after }) => ({
      label: CHANGED_FIELD_WORDS[field.split('/')[0]!] ?? field,
      ...{ before: said(before), after: said(after) },
    })),
  }))
}

/** A rule that stopped it left its code; whoever withdrew it wrote a sentence. */
const refusalOf = (because: string): string =>
  Object.hasOwn(refusalWords, because) ? refusalWords[because as OrganisationRefusalCode] : because

const said = (value: unknown): string =>
  value === null || value === undefined ? NOTHING : standardText(value)

const NOTHING = '（无）'

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
  const names = await namesOf(
    organisation,
    area,
    lines.flatMap(({ id, successor }) => [id, successor]),
  )
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
  of: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(of)]
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
