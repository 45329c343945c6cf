import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

/** What one piece of work asks of the database, in order. */
export type Statements = readonly string[]

const asked = new AsyncLocalStorage<string[]>()
let listening = false

/**
 * Runs `work` and gives the statements it sent, however deep inside and over whichever connection. The words around a transaction are
 * not counted: they are no question. What `work` sets going and does not wait for counts as long as it is asked before `work` ends.
 */
export async function statementsOf<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: Statements }> {
  listen()
  const statements: string[] = []
  const result = await asked.run(statements, work)
  return { result, statements: [...statements] }
}

/** For a hook of a server that calls on instead of waiting; the list grows while the request is answered. */
export function collectStatements(statements: string[], goOn: () => void): void {
  listen()
  asked.run(statements, goOn)
}

const AROUND_A_TRANSACTION = /^(?:BEGIN|COMMIT|ROLLBACK)\b/

/** At the driver itself, so that no statement of anybody goes by unseen. */
function listen(): void {
  if (listening) return
  listening = true
  const { prototype } = pg.Client as unknown as { prototype: { query: (...sent: unknown[]) => unknown } }
  const send = prototype.query
  prototype.query = function query(this: unknown, ...sent: unknown[]) {
    const text = typeof sent[0] === 'string' ? sent[0] : (sent[0] as { text?: string } | undefined)?.text
    if (text !== undefined && !AROUND_A_TRANSACTION.test(text)) asked.getStore()?.push(text)
    return send.apply(this, sent)
  }
}
