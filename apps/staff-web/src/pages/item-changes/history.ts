/** Where a writing can go back to, and forth again; none of it outlives the page. */
export interface History<State> {
  past: readonly State[]
  next: readonly State[]
  /** The field that was written in last: what is typed there in one go is one step. */
  last?: string | undefined
}

/** Nobody walks further back than this. */
const STEPS = 200

export const NO_HISTORY: History<never> = { past: [], next: [] }

/** A state is left for another one; with a place, further writing at the same place is the same step. */
export function left<State>({ past, last }: History<State>, state: State, place?: string): History<State> {
  const goesOn = place !== undefined && place === last
  return { past: goesOn ? past : [...past, state].slice(-STEPS), next: [], last: place }
}

export interface Walked<State> {
  history: History<State>
  state: State
}

export function back<State>({ past, next }: History<State>, now: State): Walked<State> | undefined {
  const state = past.at(-1)
  return state === undefined
    ? undefined
    : { state, history: { past: past.slice(0, -1), next: [now, ...next] } }
}

export function forth<State>({ past, next }: History<State>, now: State): Walked<State> | undefined {
  const [state, ...rest] = next
  return state === undefined ? undefined : { state, history: { past: [...past, now], next: rest } }
}
