import type { Head } from '#platform/ledger/commit.ts'
import { newId } from '#platform/id.ts'
import { createBoard, type Interest, type Listener, type Moved } from './board.ts'
import type { Peers } from './peers.ts'

/**
 * Tells open pages which streams have moved. It carries versions, never contents: a page reads again through the
 * gateway. Only a hint may get lost here, never a fact, so an act pays nothing for it and no row is written.
 */
export interface Relay {
  /** After a commit on this server; gathered into one batch for pages here and one notification for other servers. */
  publish(areaCode: string, heads: readonly Pick<Head, 'stream' | 'version'>[]): void
  /** Listens until the returned function is called. `lastEventId` brings what was missed since, if still known. */
  subscribe(interest: Interest, listener: Listener, lastEventId?: string): () => void
  start(): Promise<void>
  stop(): Promise<void>
}

export interface RelayOptions {
  /** Other servers on the same database; left out when this server is alone. */
  peers?: Peers
  /** The newest heads of some streams, for the fallback: `ledger.heads`. */
  heads: (areaCode: string, streams: readonly string[]) => Promise<readonly Head[]>
  gatherMs?: number
  /** How often to look at the watched heads while notifications cannot reach us. */
  pollMs?: number
  onFault?: (error: unknown) => void
}

export function createRelay({ peers, heads, gatherMs = 50, pollMs = 5000, onFault }: RelayOptions): Relay {
  const origin = newId()
  const board = createBoard()
  let gathered = new Map<string, Moved>()
  let gathering: NodeJS.Timeout | undefined
  let polling: NodeJS.Timeout | undefined
  let sending = Promise.resolve()

  const send = (): void => {
    clearTimeout(gathering)
    gathering = undefined
    const moved = [...gathered.values()]
    gathered = new Map()
    if (moved.length === 0) return
    board.show(moved)
    if (peers !== undefined)
      sending = sending.then(() => peers.tell(origin, moved)).catch((error) => onFault?.(error))
  }

  const poll = async (): Promise<void> => {
    for (const [areaCode, streams] of board.watched()) {
      const known = await heads(areaCode, streams)
      board.show(known.map(({ stream, version }) => ({ areaCode, stream, version })))
    }
    board.askToLookAgain()
  }

  // Also the moment to try the listening connection again.
  const tick = async (): Promise<void> => {
    try {
      if (peers !== undefined && !peers.listening()) {
        await peers.listen(origin, (moved) => board.show(moved))
        // What was told while we were deaf is read from the heads, once.
        await poll()
      }
    } catch (error) {
      onFault?.(error)
      await poll().catch((fault: unknown) => onFault?.(fault))
    }
    if (polling !== undefined) polling = setTimeout(() => void tick(), pollMs)
  }

  return {
    publish(areaCode, moved) {
      for (const { stream, version } of moved)
        gathered.set(`${areaCode} ${stream}`, { areaCode, stream, version })
      gathering ??= setTimeout(send, gatherMs)
    },
    subscribe: (interest, listener, lastEventId) => board.subscribe(interest, listener, lastEventId),
    async start() {
      if (peers === undefined) return
      polling = setTimeout(() => {}, 0)
      await tick()
    },
    async stop() {
      clearTimeout(polling)
      polling = undefined
      send()
      await sending
      await peers?.close()
    },
  }
}
