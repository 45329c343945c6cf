import { legalDay, type Instant } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { ListLine } from '../line.ts'
import { listBook } from '../list-book.ts'
import type { ListKnown } from '../spec.ts'
import { listInForce } from '../versions.ts'
import { cityOf, EDITORS, itemsOf, lineOf, type ListMeans } from './means.ts'

/** The city's guiding catalogue (指导目录), which the county's list is chosen from. */
export const GUIDING_LIST = 'guiding-list'
export const CENTRE_LIST = 'centre-list'

/** 乡镇（街道）便民服务中心进驻事项目录: one for the county, each line with its mode and where it comes from (LC-3.4-02, LC-3.4-05). */
export const centreList = (means: ListMeans) => {
  const guiding = ({ area, now }: { area: string; now: Instant }) =>
    listInForce(means.db, cityOf(area), GUIDING_LIST, legalDay(now))
  const lines = async (when: { area: string; now: Instant }): Promise<ListLine[]> => {
    const [items, above] = await Promise.all([itemsOf(means, when), guiding(when)])
    const origins = new Map(above?.lines.map(({ key, item }) => [item ?? key, key]))
    return items.map((item) => {
      const origin = origins.get(item.id)
      return { ...lineOf(item), ...(origin === undefined ? {} : { origin }) }
    })
  }
  return listBook(means.db, {
    ...EDITORS,
    kind: CENTRE_LIST,
    words: {
      title: '乡镇（街道）便民服务中心进驻事项目录',
      entry: '这个版本',
      text: '全县（区）统一的中心进驻事项，从市级指导目录中选定；每一行写明进驻方式（受理或者直接办理）和来源。',
      basis: ['LC-3.4-02', 'LC-3.4-05'],
    },
    derive: async (when) => (await lines(when)).filter(({ mode }) => mode !== undefined),
    candidates: lines,
    tiedTo: guiding,
    lineFault,
  })
}

/** Chosen from the guiding catalogue; a line the city does not have stands only with the city's approval (LC-2.1-02). */
export function lineFault(line: ListLine, { tied }: Pick<ListKnown, 'tied'>): Refusal | undefined {
  const { name, mode, origin, approval } = line
  if (mode !== 'accept' && mode !== 'handle')
    return refusal('list-line-no-mode', { facts: { name }, basis: 'LC-3.4-02' })
  if (origin === undefined)
    return approval === undefined
      ? refusal('list-line-no-origin', { facts: { name }, basis: 'LC-3.4-05' })
      : undefined
  const known = tied === undefined || tied.lines.some(({ key }) => key === origin)
  return known
    ? undefined
    : refusal('list-line-origin-unknown', { facts: { name, origin }, basis: 'LC-2.1-02' })
}
