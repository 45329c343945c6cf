import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { Books } from '#capabilities/books/index.ts'
import type { Book } from '#capabilities/books/model.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Worker } from '#platform/jobs/worker.ts'
import { GUIDING_LIST } from '../../lists/kinds/centre-list.ts'
import { LINE_TITLES, type ListLine } from '../../lists/line.ts'
import { differencesOf, type LineChange } from '../../lists/model/compare.ts'
import { listVersions, type ListedVersion } from '../../lists/versions.ts'
import type { GuidingLine } from './line.ts'

/** Whoever hears that the city's guiding catalogue came out tells every county under it, line by line. */
export const GUIDING_COUNTIES = 'catalogue.guiding-counties'
export const GUIDING_FACTS = [`${GUIDING_LIST}-announce`]

interface TellMeans {
  db: Queryable
  organisation: Pick<Organisation, 'areas'>
  books: Pick<Books, 'record'>
}

export function guidingCounties(worker: Worker, means: TellMeans, book: Book<GuidingLine>): void {
  worker.onFact(GUIDING_COUNTIES, async (fact, { requestId, now }) => {
    const versions = await listVersions(means.db, fact.areaCode, GUIDING_LIST)
    const published = versions.find(({ id }) => fact.stream.endsWith(id))
    if (published === undefined) return
    const lines = changesOf(beforeOf(versions, published), published)
    for (const area of await countiesOf(means, fact.areaCode, legalDay(now)))
      for (const input of lines) {
        const id = `${requestId}.${area}.${input.line}.${input.change}`
        const done = await means.books.record(book as unknown as Book, {
          ...{ area, act: 'tell', input: { ...input }, actor: { kind: 'system', job: 'tell' }, now },
          ...{ requestId: id, requestHash: id, reliesOn: [] },
        })
        if (isRefusal(done)) throw new Error(`${area} was not told of ${input.line}: ${done.code}`)
      }
  })
}

/** Counties of a city have its first four digits (GB/T 2260). */
export async function countiesOf(
  { organisation }: Pick<TellMeans, 'organisation'>,
  city: string,
  day: string,
): Promise<string[]> {
  if (!city.endsWith('00')) return []
  const areas = await organisation.areas(day)
  return areas.map(({ area }) => area).filter((area) => area !== city && area.startsWith(city.slice(0, 4)))
}

const beforeOf = (versions: readonly ListedVersion[], { no }: ListedVersion): ListedVersion | undefined =>
  versions
    .filter((each) => each.state === 'published' && each.no < no)
    .toSorted((one, other) => other.no - one.no)[0]

export function changesOf(
  before: { lines: readonly ListLine[] } | undefined,
  { lines, no }: { lines: readonly ListLine[]; no: number },
): GuidingLine[] {
  const { came, went, changed } = differencesOf(before?.lines ?? [], lines)
  const line = ({ key, name, domain }: ListLine, change: GuidingLine['change']): GuidingLine => ({
    ...{ line: key, name, change, no },
    ...(domain === undefined ? {} : { domain }),
  })
  return [
    ...came.map((each) => line(each, 'came')),
    ...went.map((each) => line(each, 'went')),
    ...changed.map((each): GuidingLine => ({
      line: each.key,
      name: each.name,
      change: 'changed',
      no,
      what: whatOf(each),
    })),
  ]
}

const whatOf = ({ fields }: LineChange): string =>
  fields
    .map(({ field, before = '无', after = '无' }) => `${LINE_TITLES[field]}：${before} → ${after}`)
    .join('；')
    .slice(0, 1000)
