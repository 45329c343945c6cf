import type { Static } from 'typebox'
import { bookAct, defineBook, field, record } from '#capabilities/books/model.ts'
import { held } from '#capabilities/books/index.ts'
import type { Actor } from '#engine/actor.ts'
import type { LegalDay } from '#engine/day.ts'
import type { Queryable } from '#platform/db/db.ts'
import type { Window } from '../contract/place.ts'
import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import type { Organisation } from '../index.ts'
import { groundOf, outsideDuty, SEEN, type Ground } from './known.ts'

const FIELDS = {
  window: field.text('窗口', { most: 60 }),
  from: field.day('从哪天起'),
  to: field.optional(field.day('到哪天', '不填的，到恢复为止')),
  reason: field.text('原因', { least: 4, most: 200, hint: '会公开给群众看' }),
  instead: field.text('改到哪里办', { least: 4, most: 200, hint: '写明窗口或者场所，会公开给群众看' }),
}
const Pausing = record(FIELDS)
const Paused = record({ place: field.place(), ...FIELDS, windowName: field.text('窗口名称') })
export type WindowPause = Static<typeof Paused>
const Resumed = record({ reason: field.text('理由', { least: 4, most: 200 }) })

interface Counters extends Ground {
  windows: readonly Window[]
}
const act = bookAct<WindowPause, Counters>()

/**
 * 窗口暂停服务: a window closed by hand from a day on. People read on the portal why and where to go, nothing is taken in there, and it
 * opens by itself after the last day. Places keep neither queue nor appointments in this house, so whoever closes a window is reminded to
 * tell those who hold a ticket.
 */
export const windowPauseBook = (organisation: Organisation) =>
  defineBook<typeof Paused, Counters>({
    kind: 'window-pause',
    words: {
      title: '窗口停开台账',
      entry: '这次暂停',
      text: '哪个窗口从哪天起暂停服务，为什么，改到哪里办。网上办事大厅照此公告；到期自动恢复。已经取号、预约的群众请逐一告知。',
      basis: ['DW-3.2.6-15'],
    },
    body: Paused,
    columns: ['place', 'windowName', 'from', 'to'],
    states: {
      announced: { title: '已公告，未到日期', waits: ['organiser', 'director'] },
      paused: { title: '暂停服务', stands: true, tone: 'bad' },
      resumed: { title: '已恢复', final: true, tone: 'good' },
    },
    place: ({ place, window, windowName, from, to }) => ({
      ...{ title: windowName, key: window, place, places: [place], from },
      ...(to === undefined ? {} : { to }),
    }),
    sees: SEEN,
    world: async (asked) => {
      const ground = await groundOf(organisation)(asked)
      const { place } = asked.entry.body as Partial<WindowPause>
      const places = place === undefined ? [...ground.places.keys()] : [place]
      const windows = await organisation.windowsOfPlaces(asked.area, places, ground.today)
      return { ...ground, windows }
    },
    choices: (name, ground, _entry, actor) => {
      if (name !== 'window') return undefined
      return ground.windows
        .filter(({ place }) => mayClose(actor, ground, place))
        .map(({ id, name: window, place }) => ({
          value: id,
          label: `${ground.places.get(place)!.name}${window}`,
        }))
    },
    byClock: { begin: { from: 'announced', to: 'paused' }, lapse: { from: 'paused', to: 'resumed' } },
    acts: [
      act({
        ...{ name: 'pause', title: '暂停窗口', past: '登记了暂停服务', tone: 'primary' },
        ...{ from: [], to: ['announced', 'paused'], by: ['organiser', 'director'], input: Pausing },
        help: '网上办事大厅会立即公告。今天在这个窗口取号、预约的群众，请按公告逐一告知。',
        refuse: ({ input, actor, world }) => {
          const { window, from, to } = input
          const closed = world.known.windows.find(({ id }) => id === window)
          if (closed === undefined) return refuse('window-not-there')
          if (from < world.today || (to !== undefined && to < from)) return refuse('days-reversed')
          return notTheirs(actor, world.known, closed.place)
        },
        sets: ({ input, world }) => {
          const { place, name } = world.known.windows.find(({ id }) => id === input.window)!
          return { ...input, place, windowName: name }
        },
        goes: ({ input, world }) => (input.from <= world.today ? 'paused' : 'announced'),
      }),
      act({
        ...{ name: 'resume', title: '恢复服务', past: '恢复了服务', tone: 'primary' },
        ...{ from: ['announced', 'paused'], to: ['resumed'], by: ['organiser', 'director'], input: Resumed },
        refuse: ({ dossier, actor, world }) => notTheirs(actor, world.known, dossier.body.place),
      }),
    ],
  })

/** A director closes and opens the windows of the own place, an organiser those of every place their body looks after. */
function notTheirs(actor: Actor, known: Ground, place: string): OrganisationRefusal | undefined {
  if (actor.kind === 'staff' && !actor.roles.includes('organiser'))
    return actor.place === place ? undefined : refuse('window-of-others')
  return outsideDuty({ actor, world: { known } }, 'places', known.places.get(place)?.owner)
}
const mayClose = (actor: Actor, known: Ground, place: string): boolean =>
  notTheirs(actor, known, place) === undefined

export interface PausedWindow {
  place: string
  window: string
  name: string
  from: LegalDay
  to?: LegalDay
  reason: string
  instead: string
}

/** Windows that are closed on a day, or will be: what people read before they set out. */
export async function pausedWindows(
  db: Queryable,
  area: string,
  asked: { place?: string; on?: LegalDay } = {},
): Promise<PausedWindow[]> {
  const { place, on } = asked
  const found = await held<WindowPause>(
    db,
    { kind: 'window-pause' },
    {
      area,
      ...(place === undefined ? {} : { place }),
      ...(on === undefined ? { open: true } : { on, state: 'paused' }),
    },
  )
  return found.map(({ entry: { body } }) => ({
    ...{ place: body.place, window: body.window, name: body.windowName, from: body.from },
    ...(body.to === undefined ? {} : { to: body.to }),
    ...{ reason: body.reason, instead: body.instead },
  }))
}
