import { newId } from '#platform/id.ts'

export interface Moved {
  areaCode: string
  stream: string
  version: number
}

/** Certain streams, or (for a work list) every stream of an area. Who may ask for what is decided before this. */
export interface Interest {
  areaCode: string
  streams?: readonly string[]
}

export type RelayEvent =
  | { id: string; moved: readonly Moved[] }
  /** Something may have been missed: read again whatever is on the screen. */
  | { id: string; lookAgain: true }

export type Listener = (event: RelayEvent) => void

export interface Board {
  /** Tells each listener what it cares about, once per version, in one event. */
  show(moved: readonly Moved[]): void
  /** Asks those who watch whole areas, whose streams cannot be polled, to read again. */
  askToLookAgain(): void
  subscribe(interest: Interest, listener: Listener, lastEventId?: string): () => void
  /** The watched streams by area. */
  watched(): Map<string, string[]>
}

/** How many moves are remembered for pages whose connection broke. */
const REMEMBERED = 2000

/** An event as it goes over the wire (`text/event-stream`). */
export const eventFrame = (event: RelayEvent): string =>
  'moved' in event
    ? `id: ${event.id}\nevent: moved\ndata: ${JSON.stringify(event.moved.map(({ stream, version }) => ({ stream, version })))}\n\n`
    : `id: ${event.id}\nevent: look-again\ndata: {}\n\n`

export function createBoard(): Board {
  const boot = newId()
  const listeners = new Map<string, Set<Listener>>()
  const versions = new Map<string, number>()
  let remembered: { number: number; move: Moved }[] = []
  let forgottenUpTo = 0
  let number = 0
  const id = () => `${boot}.${number}`

  const remember = (fresh: readonly Moved[]): void => {
    number += 1
    for (const move of fresh) {
      remembered.push({ number, move })
      versions.set(key(move), move.version)
    }
    if (remembered.length <= 2 * REMEMBERED) return
    forgottenUpTo = remembered[remembered.length - REMEMBERED - 1]!.number
    remembered = remembered.filter((entry) => entry.number > forgottenUpTo)
    for (const name of versions.keys()) if (!listeners.has(name)) versions.delete(name)
  }

  /** Undefined when the id is of another server, another start, or too long ago. */
  const missedSince = (lastEventId: string, { areaCode, streams }: Interest): Moved[] | undefined => {
    const [of, last] = lastEventId.split('.')
    if (of !== boot || last === undefined || Number(last) < forgottenUpTo) return undefined
    const missed = remembered.filter(
      (entry) =>
        entry.number > Number(last) &&
        entry.move.areaCode === areaCode &&
        (streams === undefined || streams.includes(entry.move.stream)),
    )
    return missed.map(({ move }) => move)
  }

  return {
    show(moved) {
      const fresh = moved.filter((move) => move.version > (versions.get(key(move)) ?? 0))
      if (fresh.length === 0) return
      remember(fresh)
      const letters = new Map<Listener, Moved[]>()
      for (const move of fresh) {
        for (const name of [key(move), move.areaCode]) {
          for (const listener of listeners.get(name) ?? []) {
            const letter = letters.get(listener)
            if (letter === undefined) letters.set(listener, [move])
            else letter.push(move)
          }
        }
      }
      for (const [listener, letter] of letters) listener({ id: id(), moved: letter })
    },
    askToLookAgain() {
      for (const [name, interested] of listeners) {
        if (!name.includes(' ')) for (const listener of interested) listener({ id: id(), lookAgain: true })
      }
    },
    subscribe(interest, listener, lastEventId) {
      const names = interest.streams?.map((stream) => key({ ...interest, stream })) ?? [interest.areaCode]
      for (const name of names) {
        const interested = listeners.get(name)
        if (interested === undefined) listeners.set(name, new Set([listener]))
        else interested.add(listener)
      }
      if (lastEventId !== undefined) {
        const missed = missedSince(lastEventId, interest)
        if (missed === undefined) listener({ id: id(), lookAgain: true })
        else if (missed.length > 0) listener({ id: id(), moved: missed })
      }
      return () => {
        for (const name of names) {
          const interested = listeners.get(name)
          interested?.delete(listener)
          if (interested?.size === 0) listeners.delete(name)
        }
      }
    },
    watched() {
      const byArea = new Map<string, string[]>()
      for (const name of listeners.keys()) {
        const [areaCode, stream] = name.split(' ')
        if (areaCode !== undefined && stream !== undefined)
          byArea.set(areaCode, [...(byArea.get(areaCode) ?? []), stream])
      }
      return byArea
    },
  }
}

const key = ({ areaCode, stream }: Pick<Moved, 'areaCode' | 'stream'>): string => `${areaCode} ${stream}`
