import pg from 'pg'
import { columnTypes } from './column-types.ts'
import { turns } from './turns.ts'

/** A statement with a `name` is prepared once per connection; leave searches (`ILIKE`) unnamed. */
export interface Statement {
  name?: string
  text: string
}

export interface Queryable {
  query<R = Record<string, unknown>>(statement: Statement | string, values?: readonly unknown[]): Promise<R[]>
}

export interface Db extends Queryable {
  /** Commits when `work` returns, rolls back when it throws. `tx` is dead afterwards. */
  transaction<T>(work: (tx: Queryable) => Promise<T>, options?: TransactionOptions): Promise<T>
  close(): Promise<void>
}

export interface TransactionOptions {
  /** One snapshot for the whole transaction that may not write: backups and verification. */
  snapshot?: boolean
}

/** A URL, or where the embedded server listens. */
export type DbTarget =
  | string
  | { host: string; port?: number; user: string; password?: string; database: string }

export interface DbOptions {
  poolSize?: number
  name?: string
  /**
   * Commits are answered before they reach the disk: a power cut may take the last of them away, whole. For what can be
   * made again (a demo's past), never for what people were told.
   */
  relaxed?: boolean
}

/** How long somebody waits for a connection before the database counts as away. */
const CONNECT_WITHIN_MS = 15_000

export function openDb(target: DbTarget, options: DbOptions = {}): Db {
  const config = connectionConfig(target)
  const poolSize = options.poolSize ?? 10
  const pool = new pg.Pool({
    ...config,
    ...(options.relaxed ? { options: `${config.options} -c synchronous_commit=off` } : {}),
    max: poolSize,
    application_name: options.name ?? 'yichuang',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  })
  // An idle connection that breaks is replaced at the next query; without a listener Node would end the process.
  pool.on('error', () => {})
  // One connection is never given to a transaction: work inside one may ask something outside it, and when transactions hold every
  // connection, each of them waits for another to end.
  const inTurn = turns(Math.max(1, poolSize - 1), CONNECT_WITHIN_MS)

  return {
    query: (statement, values) => run(pool, statement, values),
    transaction: (work, options) => inTurn(() => transaction(pool, work, options)),
    close: once(() => pool.end()),
  }
}

/** The connection settings every client of ours uses, also those outside the pool (`LISTEN`, backup). */
export function connectionConfig(target: DbTarget): pg.ClientConfig {
  return {
    ...(typeof target === 'string' ? { connectionString: target } : target),
    types: columnTypes,
    // In the start-up packet, so that it costs no round trip. ISO style is what `columnTypes` reads. Our statements are short: where
    // the planner guesses a list column wrongly, compiling one to machine code took 47 ms of a work list's 50.
    options: '-c timezone=UTC -c datestyle=ISO -c jit=off',
    keepAlive: true,
  }
}

/** The five-character SQLSTATE of a failed statement, or undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

const waiting = new WeakMap<Queryable, (() => void)[]>()

/** Once the transaction has been committed, and at once where there is none. */
export function afterCommit(on: Queryable, work: () => void): void {
  const list = waiting.get(on)
  if (list === undefined) work()
  else list.push(work)
}

async function transaction<T>(
  pool: pg.Pool,
  work: (tx: Queryable) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  let ended = false
  // The pool's listener is off while a client is checked out; the failing query reports the loss.
  const onError = (error: Error) => (broken = error)
  client.on('error', onError)
  const tx: Queryable = {
    query: (statement, values) => {
      if (ended) throw new Error('a query came after its transaction had ended')
      return run(client, statement, values)
    },
  }
  const then: (() => void)[] = []
  waiting.set(tx, then)
  try {
    await client.query(options.snapshot ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN')
    const result = await work(tx)
    ended = true
    const { command } = await client.query('COMMIT')
    // PostgreSQL answers ROLLBACK to the COMMIT of a transaction whose failed statement somebody swallowed.
    if (command !== 'COMMIT')
      throw new Error('the transaction was rolled back: a failed statement was ignored')
    for (const each of then) each()
    return result
  } catch (error) {
    ended = true
    await client.query('ROLLBACK').catch((rollbackError: Error) => (broken ??= rollbackError))
    throw error
  } finally {
    client.removeListener('error', onError)
    client.release(broken)
  }
}

async function run<R>(
  on: pg.Pool | pg.PoolClient,
  statement: Statement | string,
  values: readonly unknown[] = [],
) {
  const { name, text } = typeof statement === 'string' ? { name: undefined, text: statement } : statement
  // Always the same shape, and `values` only when there are some: text of several statements allows none.
  const config = { name, text, values: values.length > 0 ? values : undefined } as pg.QueryConfig
  const result: pg.QueryResult | pg.QueryResult[] = await on.query(config)
  // Several statements in one text come back as a list; their last result is the answer.
  return (Array.isArray(result) ? (result.at(-1)?.rows ?? []) : result.rows) as R[]
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= work())
}
