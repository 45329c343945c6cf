import { Type as T, type Static, type TObject } from 'typebox'
import type { Actor } from '#engine/actor.ts'
import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import type { Action, Procedure, Timer } from '#engine/procedure/procedure.ts'
import { refusal } from '#engine/refusal.ts'
import { applyAct } from './apply.ts'
import type { Book, BookSpec, BookWorld, Step } from './book.ts'
import type { BookAct, Doing } from './book-act.ts'
import { noEntry, type Entry } from './entry.ts'
import { faultsOf } from './sound.ts'

const NOTHING = T.Object({}, { additionalProperties: false })

type World = BookWorld<unknown>

/** A book with its procedure. A book that is not sound is a fault of whoever wrote it and stops the start. */
export function defineBook<S extends TObject, K = unknown>(spec: BookSpec<S, K>): Book<Static<S>> {
  const { kind, states, byClock = {} } = spec
  // The shelf holds books of many shapes: what each act is given was checked against its own schema.
  const acts = spec.acts as unknown as readonly BookAct<object, unknown>[]
  const place = spec.place as (body: object) => ReturnType<typeof spec.place>
  const names = ['mark-overdue', ...Object.keys(byClock), ...acts.map(({ name }) => name)]
  const judging = new Set(acts.filter(({ judges }) => judges).map(({ name }) => name))
  const dueOf = (entry: Entry) => timers(byClock, place, entry)
  const procedure: Procedure<Entry, World> = {
    name: kind,
    version: 1,
    initial: noEntry(kind, {}),
    states: Object.fromEntries(
      Object.entries(states).map(([name, { waits = [], final = false }]) => [
        name,
        { waitsFor: waits, clocks: [], ...(final ? { final } : {}) },
      ]),
    ),
    actions: [...acts.map((act) => action(kind, act)), ...clockActs(kind, states, byClock, place)],
    apply: Object.fromEntries(names.map((name) => [`${kind}-${name}`, applyAct(states, judging)])),
    rolesOf: (actor, entry) => rolesOn(spec.sees, place, actor, entry),
    // No act of a book needs a power over an item; the question is the engine's to ask and never comes.
    powerQuestion: ({ dossier, power, now }) => ({
      ...{ power, item: dossier.id, body: '', place: '', day: legalDay(now) },
    }),
    timers: dueOf,
  }
  const book: Book<Static<S>> = {
    ...{ kind, states, acts, procedure, dueOf, place, words: spec.words, body: spec.body, sees: spec.sees },
    columns: spec.columns ?? Object.keys(spec.body.properties).slice(0, 4),
    hidden: spec.hidden ?? false,
    known: async (asked) => spec.world?.(asked as never),
    choices: (field, known, entry, by) => spec.choices?.(field, known as never, entry as never, by),
  }
  const faults = faultsOf(book)
  if (faults.length > 0) throw new Error(`the book ${kind} is not sound: ${faults.join('; ')}`)
  return book
}

function action(kind: string, act: BookAct<object, unknown>): Action<Entry, World, never> {
  const { name, from, to, by, input, refuse, offered, otherHand, bars } = act
  return {
    ...{ name, from, to, by, input },
    ...(offered === undefined ? {} : { offered: (entry, { known }) => offered(entry, known) }),
    bars: (given) =>
      (otherHand === true && isOwnHand(given.dossier, given.actor)
        ? refusal('book-own-hand', { basis: '经办与审批由不同的人办理' })
        : undefined) ?? bars?.(given),
    ...(refuse === undefined ? {} : { refuse }),
    facts: (given) => [{ kind: `${kind}-${name}`, body: recorded(act, given) }],
  }
}

const isOwnHand = ({ hands }: Entry, actor: Actor): boolean =>
  actor.kind === 'staff' && hands.includes(actor.person)

function recorded(act: BookAct<object, unknown>, given: Doing<object, never, unknown>) {
  const { dossier, input } = given
  const opens = act.from.length === 0
  const set = act.sets?.(given) ?? (opens ? input : {})
  const state = act.goes?.(given) ?? (act.to === 'same' ? dossier.state : act.to[0]!)
  // Whoever only writes in an entry gives nobody more time: its day stays until somebody says another one, or none.
  const due = act.due ? act.due(given) : state === dossier.state ? dossier.due : undefined
  return {
    ...{ act: act.name, said: input, set, state },
    ...(opens ? { id: dossier.id, area: dossier.area } : {}),
    ...(due === undefined ? {} : { due }),
  }
}

/** The roles the actor holds towards this entry; before there is one, those of the post. */
function rolesOn(
  sees: Book['sees'],
  place: Book['place'],
  actor: Actor,
  { version, area, body }: Entry,
): readonly string[] {
  if (actor.kind === 'system') return ['system']
  if (actor.kind !== 'staff') return []
  if (version === 0) return actor.roles
  if (actor.area !== area) return []
  const { bodies = [], places = [] } = place(body)
  return actor.roles.filter((role) => {
    const sight = sees[role]
    if (sight === 'own-body') return bodies.includes(actor.body)
    if (sight === 'own-place') return places.includes(actor.place)
    return sight === 'area'
  })
}

function clockActs(
  kind: string,
  states: Book['states'],
  { begin, lapse }: { begin?: Step; lapse?: Step },
  place: Book['place'],
): Action<Entry, World, never>[] {
  const step = (name: string, { from, to }: Step, isDue: (entry: Entry, today: string) => boolean) => ({
    ...{ name, from: [from], to: [to], by: ['system'], input: NOTHING },
    refuse: ({ dossier, now }: { dossier: Entry; now: string }) =>
      isDue(dossier, legalDay(now)) ? undefined : refusal('book-not-due'),
    facts: () => [{ kind: `${kind}-${name}`, body: { act: name, said: {}, set: {}, state: to } }],
  })
  const open = Object.keys(states).filter((name) => states[name]!.final !== true)
  return [
    ...(begin ? [step('begin', begin, ({ body }, today) => (place(body).from ?? today) <= today)] : []),
    ...(lapse ? [step('lapse', lapse, ({ body }, today) => (place(body).to ?? today) < today)] : []),
    {
      ...{ name: 'mark-overdue', from: open, to: 'same' as const, by: ['system'], input: NOTHING },
      refuse: ({ dossier: { due, overdue }, now }: { dossier: Entry; now: string }) =>
        due !== undefined && due !== overdue && due < legalDay(now) ? undefined : refusal('book-not-due'),
      facts: ({ dossier: { due, state } }: { dossier: Entry }) => [
        {
          kind: `${kind}-mark-overdue`,
          body: { act: 'mark-overdue', said: {}, set: {}, state, due, overdue: due },
        },
      ],
    },
  ]
}

function timers(
  { begin, lapse }: { begin?: Step; lapse?: Step },
  place: Book['place'],
  { state, body, due, overdue }: Entry,
): Timer[] {
  const { from, to } = place(body)
  return [
    ...(begin?.from === state && from !== undefined ? [{ action: 'begin', at: startOfDay(from) }] : []),
    ...(lapse?.from === state && to !== undefined
      ? [{ action: 'lapse', at: startOfDay(addDays(to, 1)) }]
      : []),
    ...(due !== undefined && due !== overdue
      ? [{ action: 'mark-overdue', at: startOfDay(addDays(due, 1)) }]
      : []),
  ]
}
