import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { actorKey } from '#capabilities/acts/actor-record.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { SAVE, whileAtTheDoor } from './door.ts'
import { Struck } from './faulty-database.ts'
import { Broken, type Acknowledged } from './journal.ts'
import type { Somebody } from './people.ts'
import type { Run } from './run.ts'

export type Outcome = Done | Refusal

/** One press of a button; it can be pressed again under the same request id. */
export interface Deed {
  who: Somebody
  act: string
  requestId: string
  press(): Promise<Outcome>
  /** The same request id with something else in it. */
  pressOther(): Promise<Outcome>
}

/** Presses once, or as people and networks do: twice at once, again after silence, or with another content. */
export async function carryOut(run: Run, deed: Deed): Promise<Outcome> {
  const drawn = run.random.whole(1, 100)
  if (drawn <= 6) return doubleClick(run, deed)
  if (drawn <= 9) return answerLost(run, deed, 'before')
  if (drawn <= 12) return answerLost(run, deed, 'after')
  const outcome = await deed.press()
  if (drawn <= 15 && !isRefusal(outcome)) await otherBody(run, deed)
  return outcome
}

async function doubleClick(run: Run, deed: Deed): Promise<Outcome> {
  run.journal.mishap('double-click')
  // Each press of a filing takes a case number, so which of them comes first is settled here and not by the machine.
  const [first, second] = deed.act.startsWith('file-')
    ? await whileAtTheDoor(run, deed, () => deed.press())
    : await Promise.all([deed.press(), deed.press()])
  if (said(first) !== said(second)) {
    throw new Broken([`a double click on ${deed.act} heard ${said(first)} and ${said(second)}`])
  }
  return first
}

/** The way to the database breaks; the person sees no answer and presses again. */
async function answerLost({ journal, town }: Run, deed: Deed, when: 'before' | 'after'): Promise<Outcome> {
  let struck = false
  const strike = (name: string): void => {
    if (name !== SAVE || struck) return
    struck = true
    throw new Struck(`the line broke ${when} the commit`)
  }
  const first = await town.faulty
    .during({ [when]: strike }, () => deed.press())
    .catch((error: unknown) => {
      if (!(error instanceof Struck)) throw error
    })
  if (first !== undefined) return first
  journal.mishap(when === 'before' ? 'lost-before' : 'lost-after')
  const again = await deed.press()
  if (when === 'after' && isRefusal(again)) {
    throw new Broken([
      `${deed.act} was committed, its answer was lost, and the repeated press heard ${again.code}`,
    ])
  }
  return again
}

async function otherBody({ journal }: Run, deed: Deed): Promise<void> {
  journal.mishap('other-body')
  const outcome = await deed.pressOther()
  if (!isRefusal(outcome)) throw new Broken([`another ${deed.act} went through under the same request id`])
  journal.refuse(outcome.code)
}

const said = (outcome: Outcome): string =>
  isRefusal(outcome) ? outcome.code : JSON.stringify([outcome.version, outcome.answer])

export function acknowledged({ town }: Run, deed: Deed, done: Done): Acknowledged {
  const { act, who, requestId } = deed
  return { act, at: town.clock.now(), version: done.version, actorKey: actorKey(who.actor), requestId }
}
