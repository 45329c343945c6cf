import { refusal, type Refusal } from '#engine/refusal.ts'
import { legalDay } from '#engine/day.ts'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import { held } from '#capabilities/books/index.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Place } from '#capabilities/organisation/contract.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { ItemVersion } from '../contract.ts'
import type { CatalogueReader } from '../store.ts'

export const STEP_SINKING = 'step-sinking'
const MODES = { accept: '受理', handle: '直接办理' } as const

const wish = record({
  item: field.item(),
  stations: field.several(field.place(), '下沉到的便民服务站', { most: 200 }),
  mode: field.choice('进驻方式', MODES, '直接办理只能用于镇（街道）自己决定的即办件，行政许可除外'),
  from: field.day('起始日期'),
  reason: field.text('理由', { least: 8, hint: '写明办件量、办理是否简单、站里的人员和设备' }),
})
const body = record({ ...wish.properties, approvalNo: field.optional(field.text('批准文号', { most: 60 })) })

export interface StepSinking {
  item: string
  stations: readonly string[]
  mode: keyof typeof MODES
  from: string
  reason: string
  approvalNo?: string
}

interface Known {
  item: ItemVersion | undefined
  places: readonly Place[]
}
const act = bookAct<StepSinking, Known>()

interface Means {
  organisation: Pick<Organisation, 'placesByIds'>
  catalogue: Pick<CatalogueReader, 'itemInForce'>
}

/** 环节下沉 (LC-3.4-10): from a day on stations accept, or accept and decide, what they only passed on before; older cases stay as they are. */
export const stepSinking = ({ organisation, catalogue }: Means) =>
  defineBook({
    kind: STEP_SINKING,
    words: {
      title: '受理办理环节下沉',
      entry: '这次下沉',
      text: '简单、办件量大的事项，受理、办理环节直接下沉到便民服务站。从起始日期起新收的办件由站里受理或者直接办理；以前收的仍按原来的办。审批权仍是镇（街道）的，站里以镇（街道）名义办。',
      basis: ['LC-3.4-10', '行政许可法第二十四条'],
    },
    body,
    columns: ['mode', 'stations', 'from', 'approvalNo'],
    states: {
      asked: { title: '待批准', waits: ['item-approver'] },
      approved: { title: '已批准，未到起始日期', stands: true },
      'in-force': { title: '执行中', stands: true, tone: 'good' },
      ended: { title: '已收回', final: true },
      refused: { title: '不同意', final: true, tone: 'bad' },
    },
    sees: {
      ...{ 'item-author': 'area', 'item-approver': 'area', supervisor: 'area', organiser: 'area' },
      ...{ director: 'area', 'village-agent': 'own-place' },
    },
    place: ({ item, mode, stations, from }) => ({
      ...{ title: MODES[mode as keyof typeof MODES], item, places: stations, from },
    }),
    world: async ({ area, now, entry, input }): Promise<Known> => {
      const asked = { ...entry.body, ...(input as Partial<StepSinking>) }
      const [found, places] = await Promise.all([
        asked.item === undefined ? undefined : catalogue.itemInForce(area, asked.item, legalDay(now)),
        organisation.placesByIds(area, asked.stations ?? []),
      ])
      return { item: found?.item, places }
    },
    byClock: { begin: { from: 'approved', to: 'in-force' } },
    acts: [
      act({
        ...{ name: 'ask', title: '申报下沉', past: '申报下沉', from: [], to: ['asked'], input: wish },
        by: ['item-author', 'item-approver', 'director'],
        refuse: ({ input, world }) => unfit(input as StepSinking, world.known),
      }),
      act({
        ...{
          name: 'approve',
          title: '批准',
          past: '批准',
          from: ['asked'],
          to: ['approved'],
          by: ['item-approver'],
        },
        ...{ otherHand: true, tone: 'primary' as const },
        input: record({ approvalNo: field.text('批准文号', { most: 60 }) }),
        refuse: ({ dossier, world }) =>
          dossier.body.from < world.today
            ? refusal('sinking-day-past', { facts: { day: dossier.body.from } })
            : unfit(dossier.body, world.known),
        sets: ({ input }) => input,
      }),
      act({
        ...{
          name: 'refuse',
          title: '不同意',
          past: '不同意',
          from: ['asked'],
          to: ['refused'],
          by: ['item-approver'],
        },
        ...{
          tone: 'danger' as const,
          input: record({ reason: field.text('意见', { least: 4 }) }),
          sets: () => ({}),
        },
      }),
      act({
        ...{ name: 'end', title: '收回', past: '收回', from: ['approved', 'in-force'], to: ['ended'] },
        ...{
          by: ['item-approver'],
          tone: 'danger' as const,
          help: '从今天起新收的办件回到中心受理，站里已经收的继续办完。',
        },
        ...{ input: record({ reason: field.text('原因', { least: 4 }) }), sets: () => ({}) },
      }),
    ],
  })

/**
 * What may not sink. A licence is decided by the organ that law names and by nobody at a village (行政许可法第二十二条至第二十四条), a matter of a
 * department is decided there, and what needs a review of its own is no matter of one visit.
 */
export function unfit({ mode }: Pick<StepSinking, 'mode'>, { item, places }: Known): Refusal | undefined {
  if (item === undefined) return refusal('item-not-in-force')
  const facts = { item: item.name }
  const stray = places.find(({ kind }) => kind !== 'station' && kind !== 'point')
  if (stray) return refusal('sinking-no-station', { facts: { place: stray.name } })
  if (item.entryModes.station === undefined) return refusal('sinking-not-at-stations', { facts })
  if (mode === 'accept') return undefined
  if (item.itemType === '01')
    return refusal('sinking-licence', { facts, basis: '行政许可法第二十二条、第二十三条、第二十四条' })
  if (item.decidingBody.kind !== 'town') return refusal('sinking-not-the-towns', { facts })
  return item.process.procedure === 'on-the-spot' ? undefined : refusal('sinking-not-at-once', { facts })
}

/** How far the steps of an item have sunk to a station on a day; nothing where it only passes on. */
export async function sunkTo(
  db: Queryable,
  area: string,
  { item, station, day }: { item: string; station: string; day: string },
): Promise<StepSinking['mode'] | undefined> {
  const rows = await held<StepSinking>(db, { kind: STEP_SINKING }, { area, on: day, item })
  const modes = rows
    .filter(({ entry }) => entry.body.stations.includes(station))
    .map(({ entry }) => entry.body.mode)
  return modes.includes('handle') ? 'handle' : modes[0]
}
