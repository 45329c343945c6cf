import type { Static } from 'typebox'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import { held } from '#capabilities/books/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { refuse } from '../contract/refusal.ts'
import type { Organisation } from '../index.ts'
import { groundOf, outsideDuty, SEEN, type Ground } from './known.ts'

export const TRANSFER_KINDS = { people: '人员', functions: '职能', equipment: '设备', items: '事项' } as const

const FIELDS = {
  kind: field.choice('划转的是', TRANSFER_KINDS),
  post: field.optional(field.post('岗位', '划转人员时填写')),
  item: field.optional(field.item('事项', '划转事项时填写')),
  what: field.optional(field.text('名称和数量', { most: 120, hint: '划转职能、设备时填写' })),
  from: field.body('划出单位'),
  to: field.body('划入单位'),
  at: field.place('划入后在哪里'),
  on: field.day('从哪天起'),
  document: field.text('依据的文件', { least: 4, most: 200 }),
}
const Wish = record(FIELDS)
const Transfer = record({
  ...FIELDS,
  handedOver: field.optional(
    field.several(field.text('办件编号', { most: 40 }), '移交的在办件', { most: 20_000 }),
  ),
})
export type Transfer = Static<typeof Transfer>
const HandedOver = record({ document: field.text('移交依据', { least: 4, most: 200 }) })
const Returned = record({ document: FIELDS.document, reason: field.text('理由', { least: 4, most: 300 }) })

interface Moving extends Ground {
  /** Cases of the item that the former unit still deals with. */
  running: readonly string[]
}
const act = bookAct<Transfer, Moving>()

/** Open cases of an item that a body decides and that another unit than `except` deals with; the case capability stands below. */
export type RunningCases = (
  area: string,
  asked: { item: string; body: string; except: string },
) => Promise<readonly string[]>

/** Which of the fields a kind has to name. */
const NAMED = { people: 'post', items: 'item', functions: 'what', equipment: 'what' } as const

/**
 * 大厅派驻集中管理 (BS-2.4-04, BS-2.4-05) and what an approval service office takes over (BS-2.4-08): people, functions, equipment and
 * items pass from one unit to another on a day. From then on the new unit looks after them, and the former one no longer does.
 */
export const transferBook = (organisation: Organisation, running: RunningCases) =>
  defineBook<typeof Transfer, Moving>({
    kind: 'transfer',
    words: {
      title: '划转台账',
      entry: '这项划转',
      text: '人员、职能、设备、事项从哪个单位划到哪个单位，从哪天起。从那天起由划入单位管理，划出单位不能再改。',
      basis: ['BS-2.4-04', 'BS-2.4-05', 'BS-2.4-08', 'YY-1.2.2-02'],
    },
    body: Transfer,
    columns: ['kind', 'from', 'to', 'at'],
    states: {
      agreed: { title: '已定，未到日期', waits: ['organiser'] },
      moved: { title: '已划转', stands: true, tone: 'good' },
      returned: { title: '已退回', final: true },
    },
    place: ({ kind, post, item, what, from, to, at, on }) => ({
      title: `${TRANSFER_KINDS[kind]}划转${what === undefined ? '' : `：${what}`}`,
      ...(post === undefined ? {} : { key: `people:${post}` }),
      ...(item === undefined ? {} : { key: `items:${from}:${item}`, item }),
      ...{ place: at, bodies: [from, to], places: [at], from: on },
    }),
    sees: SEEN,
    world: async (asked) => {
      const { kind, item, from, to } = asked.entry.body as Partial<Transfer>
      const moving = kind === 'items' && item !== undefined && from !== undefined && to !== undefined
      return {
        ...(await groundOf(organisation)(asked)),
        running: moving ? await running(asked.area, { item, body: from, except: to }) : [],
      }
    },
    byClock: { begin: { from: 'agreed', to: 'moved' } },
    acts: [
      act({
        ...{ name: 'agree', title: '登记划转', past: '登记了划转', tone: 'primary' },
        ...{ from: [], to: ['agreed', 'moved'], by: ['organiser'], input: Wish },
        lawful: 'BS-2.4-04',
        refuse: ({ input, ...given }) => {
          if (input.from === input.to) return refuse('transfer-to-itself')
          if (input[NAMED[input.kind]] === undefined)
            return refuse('transfer-of-nothing', { kind: input.kind })
          return outsideDuty(given, 'reform')
        },
        // A post named beside a device stays where it is: only what the kind names is moved.
        sets: ({ input: { post, item, ...said } }) => ({
          ...said,
          ...(said.kind === 'people' && post !== undefined ? { post } : {}),
          ...(said.kind === 'items' && item !== undefined ? { item } : {}),
        }),
        goes: ({ input, world }) => (input.on <= world.today ? 'moved' : 'agreed'),
      }),
      act({
        ...{ name: 'hand-over', title: '移交在办件', past: '移交了在办件', tone: 'primary' },
        ...{ from: ['moved'], to: 'same', by: ['organiser'], input: HandedOver },
        help: '划转以前收的、还没有办完的件，连同清单移交给划入单位承办。决定机关和期限不变，系统通知申请人以后问谁。',
        offered: ({ body: { kind } }, { running: left }) => kind === 'items' && left.length > 0,
        refuse: (given) => outsideDuty(given, 'reform'),
        sets: ({ dossier, world }) => ({
          handedOver: [...new Set([...(dossier.body.handedOver ?? []), ...world.known.running])],
        }),
      }),
      act({
        ...{ name: 'give-back', title: '退回原单位', past: '退回了原单位', tone: 'danger' },
        ...{ from: ['agreed', 'moved'], to: ['returned'], by: ['organiser'], input: Returned },
        refuse: (given) => outsideDuty(given, 'reform'),
      }),
    ],
  })

/** Who looks after posts that were moved, on a day: by post, the unit they went to and where they sit. */
export async function postsMoved(
  db: Queryable,
  area: string,
  day: string,
): Promise<ReadonlyMap<string, Pick<Transfer, 'from' | 'to' | 'at'>>> {
  const moved = await held<Transfer>(db, { kind: 'transfer' }, { area, on: day, state: 'moved' })
  return new Map(
    moved.flatMap(({ entry: { body } }) => (body.post === undefined ? [] : [[body.post, body] as const])),
  )
}

/** Where to find the unit that took over an item from the body that decides it, and which running cases it was handed. */
export interface TakenOver {
  body: string
  name: string
  place: string
  phone: string
  transfer: string
}

type Units = Pick<Organisation, 'bodiesByIds' | 'placesByIds'>

async function takenOver(
  organisation: Units,
  area: string,
  { id, entry: { body } }: { id: string; entry: { body: Transfer } },
): Promise<TakenOver | undefined> {
  const [[unit], [place]] = await Promise.all([
    organisation.bodiesByIds(area, [body.to]),
    organisation.placesByIds(area, [body.at]),
  ])
  if (unit === undefined || place === undefined) return undefined
  return { body: unit.id, name: unit.name, place: place.name, phone: place.phone, transfer: id }
}

/** Who deals with new matters of an item for the body that decides it: only a unit under that body, for a power moves by other papers. */
export async function handlerAt(
  db: Queryable,
  organisation: Units,
  area: string,
  { item, body, day }: { item: string; body: string; day: string },
): Promise<TakenOver | undefined> {
  const moved = await held<Transfer>(db, { kind: 'transfer' }, { area, on: day, item, state: 'moved' })
  for (const found of moved.filter(({ entry }) => entry.body.from === body)) {
    const [unit] = await organisation.bodiesByIds(area, [found.entry.body.to])
    if (unit?.parent === body) return takenOver(organisation, area, found)
  }
  return undefined
}

/** The unit of one transfer with the running cases handed to it. */
export async function handlerOf(
  db: Queryable,
  organisation: Units,
  area: string,
  id: string,
): Promise<(TakenOver & { handedOver: readonly string[] }) | undefined> {
  const found = (await held<Transfer>(db, { kind: 'transfer' }, { area })).find((each) => each.id === id)
  const unit = found && (await takenOver(organisation, area, found))
  return unit && { ...unit, handedOver: found.entry.body.handedOver ?? [] }
}
