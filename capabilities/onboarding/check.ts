import fs from 'node:fs'
import path from 'node:path'
import { Type as T } from 'typebox'
import type { DataElement, ItemVersion, Navigation } from '#capabilities/catalogue/contract.ts'
import type { Layered } from '#capabilities/catalogue/index.ts'
import {
  BodiesFile,
  CalendarYear,
  DutiesFile,
  LOCAL_HOLIDAYS,
  LocalHoliday,
  PackFile,
  PlacesFile,
  RegionsFile,
  type OrganisationPack,
} from '#capabilities/organisation/contract.ts'
import { calendarFiles, COUNTY_REGIONS, packFolder } from '#capabilities/organisation/index.ts'
import { areaPacks, packProblems, organisationRefusalWords } from '#capabilities/organisation/model.ts'
import { offersOf } from '#capabilities/catalogue/model.ts'
import { PostsFile } from '#capabilities/staff/contract.ts'
import { delegationFlaws } from './check/delegation.ts'
import { leadershipFlaws } from './check/leadership.ts'
import { readPackFile, type PackFileText } from './check/pack-file.ts'
import { postFlaws } from './check/posts.ts'
import { worded, type PackFlaw } from './check/flaw.ts'
import { gateFlaws } from './check/gate.ts'
import { inArea, readPackItems, type ReadItem } from './check/items.ts'
import { readElementRegister } from './check/elements.ts'
import { readNavigation } from './check/navigation.ts'
import { residencyFlaws } from './check/residency.ts'
import { shapeProblems } from './check/shape.ts'
import { sourceProblems } from './check/sources.ts'
import { staffingProblems } from './check/staffing.ts'
import { targetFlaws } from './check/targets.ts'
import { areaPosts } from './posts-from-patterns.ts'

export { worded, type PackFlaw } from './check/flaw.ts'
export { residentGroups } from './check/residency.ts'

/** One area of a pack with its people and the items that can be decided there. */
export interface AreaPack {
  pack: OrganisationPack
  posts: PostsFile
  items: readonly ItemVersion[]
  /** Who set what in the items that are written over a base directory. */
  layered: Layered
}

/** A pack as read and judged without a database. `pack` and `items` are only there when their shapes are right. */
export interface CheckedPack {
  folder: string
  problems: readonly PackFlaw[]
  pack?: OrganisationPack
  posts?: PostsFile
  /** What the pack says of each of its areas, the one it is named after first. */
  areas: readonly AreaPack[]
  items: readonly ItemVersion[]
  /** Scenes, undertakings and what people say. */
  navigation?: Navigation
  /** The register of data elements (数据元目录), those of all packs with the pack's own. */
  elements?: readonly DataElement[]
}

/** Everything that keeps a pack from being loaded, with file, line and remedy, named at once. */
export function checkPack(id: string, folder: string = packFolder(id)): CheckedPack {
  if (!fs.existsSync(path.join(folder, 'pack.json'))) {
    const remedy = `已有的方案：${packNames(path.dirname(folder)).join('、')}`
    return { folder, items: [], areas: [], problems: [{ file: id, what: '没有这个方案', remedy }] }
  }
  const problems: PackFlaw[] = []
  const read = <T>(file: string, schema: object): { value?: T; text: PackFileText } => {
    const text = readPackFile(folder, file)
    const wrong = text.problems.length > 0 ? text.problems : shapeProblems(text, schema)
    problems.push(...wrong)
    return wrong.length > 0 ? { text } : { value: text.value as T, text }
  }
  const parts = {
    pack: read<PackFile>('pack.json', PackFile),
    regions: read<RegionsFile>('places/regions.json', RegionsFile),
    places: read<PlacesFile>('places/places.json', PlacesFile),
    bodies: read<BodiesFile>('places/bodies.json', BodiesFile),
    duties: read<DutiesFile>('places/duties.json', DutiesFile),
  }
  const posts = read<PostsFile>('places/posts.json', PostsFile)
  const counties = (parts.pack.value?.counties ?? []).map(({ code }) => ({
    code,
    ...read<RegionsFile>(`${COUNTY_REGIONS}/${code}.json`, RegionsFile),
  }))
  const calendars = calendarFiles(folder)
  const years = calendars.years.map((file) => read<CalendarYear>(path.relative(folder, file), CalendarYear))
  const local = calendars.local
    ? read<LocalHoliday[]>(`calendar/${LOCAL_HOLIDAYS}`, T.Array(LocalHoliday))
    : undefined
  const { elements, problems: ofElements } = readElementRegister(folder, read)
  problems.push(...ofElements)
  const { items, problems: ofItems } = readPackItems(
    names(path.join(folder, 'items')).map((name) => readPackFile(folder, `items/${name}`)),
    parts.pack.value?.area ?? { code: '', name: '' },
    parts.pack.value?.parameters.itemGate?.value,
    parts.pack.value?.parameters.sameAcrossTiers?.value,
    elements,
    offersOf(parts.pack.value?.parameters ?? {}),
  )
  problems.push(...ofItems)
  const { pack, regions, places, bodies, duties } = parts
  if (pack.value) problems.push(...sourceProblems(pack.value, pack.text))
  if (pack.value) problems.push(...targetFlaws(pack.value, pack.text.lineOf))
  if (pack.value) problems.push(...gateFlaws(pack.value, pack.text.lineOf))
  if (pack.value)
    problems.push(
      ...residencyFlaws(
        pack.value,
        items.map(({ item }) => item),
      ),
    )
  problems.push(...twice(items))
  const { navigation, problems: astray } = readNavigation(folder, read)
  problems.push(...astray)
  const calendar = years.flatMap(({ value }) => value ?? [])
  const whole = pack.value && regions.value && places.value && bodies.value && duties.value
  if (!whole || calendar.length < years.length || counties.some(({ value }) => value === undefined))
    return { folder, problems, items: items.map(({ item }) => item), areas: [] }
  const organisations = areaPacks({
    pack: pack.value!,
    regions: regions.value!,
    countyRegions: new Map(counties.map(({ code, value }) => [code, value!])),
    places: places.value!,
    bodies: bodies.value!,
    duties: duties.value!,
    calendar,
    ...(local?.value ? { localHolidays: local.value } : {}),
  })
  const texts = [...Object.values(parts), ...counties, ...years, ...(local ? [local] : [])].map(
    ({ text }) => text,
  )
  const said = organisations.flatMap((organisation) =>
    packProblems(organisation).map(({ code, facts }) => inOrganisation(texts, code, facts)),
  )
  // What stands in a file for all areas is said once, not once an area.
  problems.push(...new Map(said.map((flaw) => [worded(flaw), flaw])).values())
  const areas = posts.value ? areasOf(organisations, posts.value, items) : []
  problems.push(...areas.flatMap(({ flaws }) => flaws))
  return {
    ...{ folder, problems, pack: organisations[0]!, items: items.map(({ item }) => item) },
    ...(areas[0] ? { posts: areas[0].posts } : {}),
    ...{ areas, navigation, elements },
  }
}

function areasOf(
  organisations: readonly OrganisationPack[],
  file: PostsFile,
  items: readonly ReadItem[],
): (AreaPack & { flaws: PackFlaw[] })[] {
  const everywhere = new Set(organisations.flatMap(({ bodies }) => bodies.bodies.map(({ id }) => id)))
  return organisations.map((pack, index) => {
    const posts = areaPosts(pack, file, index === 0)
    const own = index === 0 ? items : items.map((read) => inArea(read, pack.pack.area.name))
    return {
      pack,
      posts,
      layered: new Map(
        own.flatMap(({ item, layered }) => (layered ? [[`${item.id}@${item.version}`, layered]] : [])),
      ),
      items: decidedIn(
        pack,
        own.map(({ item }) => item),
      ),
      flaws: [
        ...postFlaws(pack, posts),
        ...leadershipFlaws(pack, posts),
        ...delegationFlaws(pack, posts, ownersOf(pack, items)),
        ...staffingProblems(pack, posts, items, organisations.length > 1 ? everywhere : undefined),
      ],
    }
  })
}

/** The bodies of the area itself that hold the power of one of its items. */
function ownersOf({ bodies }: OrganisationPack, items: readonly ReadItem[]): string[] {
  const own = new Set(bodies.bodies.filter(({ tier }) => tier !== 5).map(({ id }) => id))
  return [...new Set(items.flatMap(({ item }) => item.decidingBody.body ?? []))].filter((id) => own.has(id))
}

/**
 * The items somebody of the area can decide: its bodies, or its towns where it has any. In a city's pack a body decides
 * only at a level the item is exercised on (行使层级), so the city's bureau takes over nothing of its counties'.
 */
function decidedIn({ pack, bodies }: OrganisationPack, items: readonly ItemVersion[]): ItemVersion[] {
  const tiers = new Map(bodies.bodies.map(({ id, tier }) => [id, String(tier)]))
  const towns = bodies.bodies.some(({ tier }) => tier === 5)
  const here = items.filter(({ decidingBody: { kind, body }, useLevels }) => {
    if (kind === 'town') return towns
    const tier = tiers.get(body ?? '')
    return tier !== undefined && (pack.counties === undefined || useLevels.some((level) => level === tier))
  })
  return pack.counties === undefined ? here : here.map((item) => namedFor(item, pack.area.name))
}

/** A city writes an item once: `{county}` in its texts (court, government) is each county's own name. */
function namedFor(item: ItemVersion, county: string): ItemVersion {
  return JSON.parse(JSON.stringify(item).replaceAll('{county}', county)) as ItemVersion
}

/** `base` and other folders without a plan of their own are no packs. */
function packNames(folder: string): string[] {
  return names(folder).filter((name) => fs.existsSync(path.join(folder, name, 'pack.json')))
}

function names(folder: string): string[] {
  return fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .toSorted()
    : []
}

/**
 * The same version of an item in two files, or a line of the directory that one body carries out as two items: the second would
 * silently replace the first. Versions of one item share their code.
 */
function twice(items: readonly ReadItem[]): PackFlaw[] {
  const seen = new Map<string, ReadItem>()
  return items.flatMap((read) => {
    const { item, text } = read
    const { catalogCode } = item.codes
    return (
      [
        [`${item.id}@${item.version}`, '/id', () => true],
        [catalogCode, '/codes/catalogCode', (before: ItemVersion) => before.id !== item.id],
      ] as const
    ).flatMap(([key, at, clashes]) => {
      const before = seen.get(key)
      seen.set(key, read)
      if (before === undefined || !clashes(before.item)) return []
      return [
        {
          file: text.file,
          line: text.lineOf(at),
          what: `${key} 已在 ${before.text.file} 用过`,
          remedy: '换一个没有用过的编号',
        },
      ]
    })
  })
}

function inOrganisation(
  texts: readonly PackFileText[],
  code: keyof typeof organisationRefusalWords,
  facts: Readonly<Record<string, unknown>> = {},
): PackFlaw {
  const id = String(facts['id'] ?? facts['code'] ?? facts['of'] ?? facts['day'] ?? '')
  const found = texts.find((text) => text.lineOfId(id) !== undefined)
  const file = found?.file ?? FILE_OF[code.split('-')[0]!] ?? 'pack.json'
  const line = found?.lineOfId(id)
  const [what, ...rest] = organisationRefusalWords[code].split('，')
  const expected = facts['expected'] === undefined ? '' : `（应为“${String(facts['expected'])}”）`
  return {
    file,
    ...(line ? { line } : {}),
    what: `${id} ${what}${expected}`.trim(),
    remedy: rest.join('，') || what!,
  }
}

const FILE_OF: Readonly<Record<string, string>> = {
  region: 'places/regions.json',
  body: 'places/bodies.json',
  credit: 'places/bodies.json',
  place: 'places/places.json',
  window: 'places/places.json',
  station: 'places/places.json',
  duty: 'places/duties.json',
  calendar: 'calendar',
}
