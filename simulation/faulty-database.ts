import { AsyncLocalStorage } from 'node:async_hooks'
import type { Db, Queryable, Statement } from '#platform/db/db.ts'

/**
 * What befalls the statements of one piece of work. Both hear the name of a prepared statement and may wait or throw.
 * Inside a transaction `after` is heard once it has been committed; `before` hears its beginning as `BEGIN`.
 */
export interface Trouble {
  before?(name: string, values?: readonly unknown[]): void | Promise<void>
  after?(name: string, values?: readonly unknown[]): void | Promise<void>
}

export interface FaultyDatabase {
  db: Db
  /** Work during which the database, or the way to it, behaves badly; everything beside it is untouched. */
  during<T>(trouble: Trouble, work: () => Promise<T>): Promise<T>
}

/** A fault that the simulation made itself. */
export class Struck extends Error {}

/** A real database with a thin skin that can hold statements back and lose their answers. */
export function faultyDatabase(real: Db): FaultyDatabase {
  const troubles = new AsyncLocalStorage<Trouble>()
  return {
    during: (trouble, work) => troubles.run(trouble, work),
    db: {
      async query<R>(statement: Statement | string, values?: readonly unknown[]) {
        const trouble = troubles.getStore()
        if (trouble === undefined) return real.query<R>(statement, values)
        await trouble.before?.(nameOf(statement), values)
        const rows = await real.query<R>(statement, values)
        await trouble.after?.(nameOf(statement), values)
        return rows
      },
      async transaction(work, options) {
        const trouble = troubles.getStore()
        if (trouble === undefined) return real.transaction(work, options)
        await trouble.before?.('BEGIN')
        const done: Parameters<NonNullable<Trouble['after']>>[] = []
        const result = await real.transaction((tx) => work(listening(tx, trouble, done)), options)
        for (const statement of done) await trouble.after?.(...statement)
        return result
      },
      // The database outlives the processes that use it.
      close: async () => {},
    },
  }
}

function listening(
  tx: Queryable,
  trouble: Trouble,
  done: Parameters<NonNullable<Trouble['after']>>[],
): Queryable {
  return {
    async query<R>(statement: Statement | string, values?: readonly unknown[]) {
      await trouble.before?.(nameOf(statement), values)
      const rows = await tx.query<R>(statement, values)
      done.push([nameOf(statement), values])
      return rows
    },
  }
}

const nameOf = (statement: Statement | string): string =>
  typeof statement === 'string' ? '' : (statement.name ?? '')
