import { legalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import type { BookState } from './book.ts'
import type { Entry, Hand } from './entry.ts'

/** What a fact of a book holds. */
export interface ActBody {
  act: string
  /** What was said when it was done. */
  said: Readonly<Record<string, unknown>>
  /** What it recorded. */
  set: Readonly<Record<string, unknown>>
  state: string
  due?: string
  overdue?: string
  /** Only the first: whose entry of which area it is. */
  id?: string
  area?: string
}

/** Every fact of every book is folded alike. */
export function applyAct(
  states: Readonly<Record<string, BookState>>,
  judging: ReadonlySet<string>,
): (entry: Entry, fact: Fact) => Entry {
  return (entry, fact) => {
    const { act, set, state, due, overdue, id, area } = fact.body as unknown as ActBody
    const hand = handOf(fact)
    const { due: _before, ...rest } = entry
    const stoodOn = entry.stoodOn ?? (states[state]?.stands ? hand.day : undefined)
    const endsNow = states[state]?.final === true && act !== 'lapse'
    return {
      ...rest,
      ...(entry.version === 0 ? { id: id ?? '', area: area ?? '', openedBy: hand } : {}),
      state,
      body: merged(entry.body, set),
      last: { ...entry.last, [act]: hand },
      hands: judging.has(act) ? entry.hands : handsOf(entry.hands, hand),
      ...(due === undefined ? {} : { due }),
      ...(overdue === undefined ? {} : { overdue }),
      ...(stoodOn === undefined ? {} : { stoodOn }),
      ...(endsNow ? { endedOn: hand.day } : {}),
    }
  }
}

/** `null` takes away. */
function merged(body: object, set: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries({ ...body, ...set }).filter(([, value]) => value !== null))
}

const handsOf = (hands: readonly string[], { person }: Hand): readonly string[] =>
  person === undefined || hands.includes(person) ? hands : [...hands, person]

function handOf({ actor, at }: Fact): Hand {
  const who = actor.kind === 'staff' ? { person: actor.person, post: actor.post, body: actor.body } : {}
  return { ...who, at, day: legalDay(at) }
}
