import fs from 'node:fs'
import path from 'node:path'
import { Type as T } from 'typebox'
import { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { itemProblems } from '#capabilities/catalogue/model.ts'
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
import { packFolder } from '#capabilities/organisation/index.ts'
import { packProblems, organisationRefusalWords } from '#capabilities/organisation/model.ts'
import { PostsFile } from '#capabilities/staff/contract.ts'
import { readPackFile, type PackFileText } from './check/pack-file.ts'
import type { PackFlaw } from './check/flaw.ts'
import { residencyFlaws } from './check/residency.ts'
import { shapeProblems } from './check/shape.ts'
import { sourceProblems } from './check/sources.ts'
import { staffingProblems } from './check/staffing.ts'
import { targetFlaws } from './check/targets.ts'

export { worded, type PackFlaw } from './check/flaw.ts'
export { residentGroups } from './check/residency.ts'

/** A pack as read and judged without a database. `pack` and `items` are only there when their shapes are right. */
export interface CheckedPack {
  folder: string
  problems: readonly PackFlaw[]
  pack?: OrganisationPack
  posts?: PostsFile
  items: readonly ItemVersion[]
}

/** Everything that keeps a pack from being loaded, with file, line and remedy, named at once. */
export function checkPack(id: string, folder: string = packFolder(id)): CheckedPack {
  if (!fs.existsSync(path.join(folder, 'pack.json'))) {
    const remedy = `已有的方案：${names(path.dirname(folder)).join('、')}`
    return { folder, items: [], problems: [{ file: id, what: '没有这个方案', remedy }] }
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
  const lists = names(path.join(folder, 'calendar'))
  const years = lists
    .filter((name) => name !== LOCAL_HOLIDAYS)
    .map((name) => read<CalendarYear>(`calendar/${name}`, CalendarYear))
  const local = lists.includes(LOCAL_HOLIDAYS)
    ? read<LocalHoliday[]>(`calendar/${LOCAL_HOLIDAYS}`, T.Array(LocalHoliday))
    : undefined
  const items = names(path.join(folder, 'items')).flatMap((name) => {
    const { value: item, text } = read<ItemVersion>(`items/${name}`, ItemVersion)
    if (item === undefined) return []
    problems.push(
      ...itemProblems(item).map(({ rule, at, what, remedy }) => ({
        file: text.file,
        line: text.lineOf(at),
        what: `${what}（规则 ${rule}）`,
        remedy,
      })),
    )
    return [{ item, text }]
  })
  const { pack, regions, places, bodies, duties } = parts
  if (pack.value) problems.push(...sourceProblems(pack.value, pack.text))
  if (pack.value) problems.push(...targetFlaws(pack.value, pack.text.lineOf))
  if (pack.value)
    problems.push(
      ...residencyFlaws(
        pack.value,
        items.map(({ item }) => item),
      ),
    )
  problems.push(...twice(items))
  const calendar = years.flatMap(({ value }) => value ?? [])
  const whole = pack.value && regions.value && places.value && bodies.value && duties.value
  if (!whole || calendar.length < years.length)
    return { folder, problems, items: items.map(({ item }) => item) }
  const organisation: OrganisationPack = {
    pack: pack.value!,
    regions: regions.value!,
    places: places.value!,
    bodies: bodies.value!,
    duties: duties.value!,
    calendar,
    ...(local?.value ? { localHolidays: local.value } : {}),
  }
  const texts = [...Object.values(parts), ...years, ...(local ? [local] : [])].map(({ text }) => text)
  problems.push(...packProblems(organisation).map(({ code, facts }) => inOrganisation(texts, code, facts)))
  if (posts.value) problems.push(...staffingProblems(organisation, posts.value, items))
  return {
    ...{ folder, problems, pack: organisation, items: items.map(({ item }) => item) },
    ...(posts.value ? { posts: posts.value } : {}),
  }
}

function names(folder: string): string[] {
  return fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .toSorted()
    : []
}

/** The same id or base code in two files: the second would silently replace the first. */
function twice(items: readonly { item: ItemVersion; text: PackFileText }[]): PackFlaw[] {
  const seen = new Map<string, string>()
  return items.flatMap(({ item, text }) =>
    [
      [`${item.id}@${item.version}`, '/id'] as const,
      [item.codes.catalogCode, '/codes/catalogCode'] as const,
    ].flatMap(([key, at]) => {
      const before = seen.get(key)
      seen.set(key, text.file)
      if (before === undefined) return []
      return [
        {
          file: text.file,
          line: text.lineOf(at),
          what: `${key} 已在 ${before} 用过`,
          remedy: '换一个没有用过的编号',
        },
      ]
    }),
  )
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
  return { file, ...(line ? { line } : {}), what: `${id} ${what}`.trim(), remedy: rest.join('，') || what! }
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
