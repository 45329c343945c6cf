import pg from 'pg'
import { connectionConfig, type DbTarget, type Queryable } from '#platform/db/db.ts'
import type { Moved } from './board.ts'

/** The other servers on the same database, reached by `NOTIFY`. */
export interface Peers {
  tell(origin: string, moved: readonly Moved[]): Promise<void>
  /** Opens the listening connection; what this server told itself is not heard. */
  listen(origin: string, heard: (moved: Moved[]) => void): Promise<void>
  listening(): boolean
  close(): Promise<void>
}

const CHANNEL = 'ledger_moved'

/** A notification may carry 8000 bytes; 50 moves of at most 150 bytes stay below. */
const MOVES_PER_NOTIFICATION = 50

/** `target` must lead to a server session of its own: a pooler in transaction mode loses `LISTEN`. */
export function createPeers(db: Queryable, target: DbTarget): Peers {
  let client: pg.Client | undefined
  const drop = (old: pg.Client): void => {
    if (client === old) client = undefined
    void old.end().catch(() => {})
  }
  return {
    async tell(origin, moved) {
      for (let from = 0; from < moved.length; from += MOVES_PER_NOTIFICATION) {
        const batch = moved.slice(from, from + MOVES_PER_NOTIFICATION)
        const moves = batch.map(({ areaCode, stream, version }) => [areaCode, stream, version])
        await db.query({ name: 'relay.notify', text: 'SELECT pg_notify($1, $2)' }, [
          CHANNEL,
          JSON.stringify([origin, moves]),
        ])
      }
    },
    async listen(origin, heard) {
      const opened = new pg.Client({ ...connectionConfig(target), application_name: 'yichuang relay' })
      opened.on('error', () => drop(opened))
      opened.on('end', () => drop(opened))
      opened.on('notification', ({ payload = '' }) => {
        const [from, moves] = JSON.parse(payload) as [string, [string, string, number][]]
        if (from !== origin)
          heard(moves.map(([areaCode, stream, version]) => ({ areaCode, stream, version })))
      })
      try {
        await opened.connect()
        await opened.query(`LISTEN ${CHANNEL}`)
        client = opened
      } catch (error) {
        drop(opened)
        throw error
      }
    },
    listening: () => client !== undefined,
    async close() {
      const open = client
      client = undefined
      await open?.end().catch(() => {})
    },
  }
}
