import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record, type Book } from '#capabilities/books/model.ts'
import type { Edition } from '../contract.ts'
import { layoutChoices, layoutsOf, wrongLayout, type Layouts } from './layouts.ts'
import { EDITION_NAMES, type GuideBookMeans } from './means.ts'

/** 指南摆放台账 (DW-3.3.12-02): what lies on a rack, of which version, and what became of the old ones. */
export interface RackStock {
  item: string
  edition: Edition
  itemVersion: number
  place: string
  position: string
  quantity: number
  /** The version that made it old. */
  replacedBy?: number
}

export const rackBook: Pick<Book<RackStock>, 'kind' | 'records'> = { kind: 'guide-rack' }

const put = record({
  item: field.item(),
  edition: field.choice('版式', EDITION_NAMES),
  place: field.place('摆放场所'),
  position: field.text('摆放位置', { least: 2, most: 100, hint: '例如：一楼取号机旁第2排。' }),
  quantity: field.count('份数', { least: 1, most: 100_000 }),
})
const stock = record({
  ...put.properties,
  itemVersion: field.count('指南版本'),
  replacedBy: field.optional(field.count('新指南版本')),
})

interface Known {
  /** The version of the item in force; none where the place does not offer it. */
  version?: number
  layouts?: Layouts
}

const act = bookAct<RackStock, Known>()
const AT_PLACE = ['window-clerk', 'director']
/** What people can take along. */
export const IN_USE: readonly string[] = ['on-rack', 'low']

const standingAt = (quantity: number, { layouts }: Known): string =>
  quantity <= (layouts?.restockAt ?? 0) ? 'low' : 'on-rack'

/** Working days to take old guides off a rack; no plan names any [K]. */
export const WITHDRAW_WORKING_DAYS = 3

export const racks = ({ catalogue, organisation }: GuideBookMeans): Book<RackStock> =>
  defineBook<typeof stock, Known>({
    kind: rackBook.kind,
    words: {
      title: '指南摆放台账',
      entry: '这批指南',
      text: '哪个场所摆着哪个版本的指南，还有多少份。事项改了以后，旧指南会自动列入待撤换。',
      basis: ['DW-3.3.12-02'],
    },
    body: stock,
    columns: ['item', 'edition', 'itemVersion', 'place', 'position', 'quantity'],
    states: {
      'on-rack': { title: '在架', stands: true, tone: 'good' },
      low: { title: '快发完了，待补充', stands: true, waits: AT_PLACE, tone: 'bad' },
      stale: { title: '待撤换', waits: AT_PLACE, tone: 'bad' },
      withdrawn: { title: '已撤换', final: true },
      empty: { title: '已发完', final: true },
    },
    sees: {
      ...{ 'window-clerk': 'own-place', director: 'own-place' },
      ...{ 'item-author': 'area', 'item-approver': 'area', supervisor: 'area' },
      // The house names what is old.
      system: 'area',
    },
    place: ({ item, edition, itemVersion, place }) => ({
      ...{ title: `${EDITION_NAMES[edition]}（第${itemVersion}版）`, item, place, places: [place] },
      key: `${place}/${item}/${edition}/${itemVersion}`,
    }),
    async world({ area, now, input, entry }) {
      const day = legalDay(now)
      const id = String(input['item'] ?? entry.body.item ?? '')
      const published = id === '' ? undefined : await catalogue.itemInForce(area, id, day)
      const layouts = await layoutsOf({ organisation }, area)
      if (published === undefined) return layouts
      const [place] = await organisation.placesByIds(area, [String(input['place'] ?? entry.body.place ?? '')])
      const offers = place && place.kind !== 'point' && published.item.entryModes[place.kind] !== undefined
      return offers ? { version: published.item.version, ...layouts } : layouts
    },
    choices: (name, { layouts }) => (name === 'edition' ? layoutChoices(layouts) : undefined),
    acts: [
      act({
        ...{ name: 'put', title: '登记上架', past: '摆上架', from: [], to: ['on-rack'], by: AT_PLACE },
        ...{ tone: 'primary' as const, input: put },
        refuse: ({ actor, input, world }) => {
          if (actor.kind === 'staff' && actor.place !== input.place)
            return refusal('guide-rack-not-yours', { facts: { place: input.place } })
          if (world.known.version === undefined) return refusal('guide-place-not-offering')
          return wrongLayout(input.edition, world.known.layouts)
        },
        sets: ({ input, world }) => ({ ...input, itemVersion: world.known.version! }),
      }),
      act({
        ...{ name: 'refill', title: '补充', past: '补充了指南', from: IN_USE, to: IN_USE, by: AT_PLACE },
        input: record({ added: field.count('补充份数', { least: 1, most: 100_000 }) }),
        // The clerk adds what was printed last, and that is another line once the item has changed.
        refuse: ({ dossier, world }) =>
          world.known.version === dossier.body.itemVersion ? undefined : refusal('guide-rack-old-version'),
        sets: ({ dossier, input }) => ({ quantity: dossier.body.quantity + input.added }),
        goes: ({ dossier, input, world }) => standingAt(dossier.body.quantity + input.added, world.known),
      }),
      act({
        ...{
          name: 'count',
          title: '盘点',
          past: '盘点',
          from: IN_USE,
          to: [...IN_USE, 'empty'],
          by: AT_PLACE,
        },
        input: record({ left: field.count('还剩份数', { most: 100_000 }) }),
        refuse: ({ dossier, input }) =>
          input.left > dossier.body.quantity ? refusal('guide-rack-more-than-put') : undefined,
        sets: ({ input }) => ({ quantity: input.left }),
        goes: ({ input, world }) => (input.left === 0 ? 'empty' : standingAt(input.left, world.known)),
        // Few copies are brought up to strength within the days that old ones have to be gone (及时补充).
        due: ({ input, world }) =>
          standingAt(input.left, world.known) === 'low' && input.left > 0
            ? world.calendar.addWorkingDays(world.today, WITHDRAW_WORKING_DAYS)
            : undefined,
      }),
      act({
        ...{ name: 'mark-old', title: '列入待撤换', past: '事项改了，列入待撤换', by: ['system'] },
        ...{ from: IN_USE, to: ['stale'], input: record({ replacedBy: field.count('新指南版本') }) },
        sets: ({ input }) => input,
        due: ({ world }) => world.calendar.addWorkingDays(world.today, WITHDRAW_WORKING_DAYS),
      }),
      act({
        ...{
          name: 'withdraw',
          title: '已撤换',
          past: '撤下旧指南',
          from: ['stale', ...IN_USE],
          to: ['withdrawn'],
        },
        ...{ by: AT_PLACE, tone: 'primary' as const },
        input: record({
          taken: field.count('撤下份数', { most: 100_000 }),
          replaced: field.yes('已换上新版'),
        }),
        sets: () => ({ quantity: 0 }),
      }),
    ],
  })
