import { setTimeout } from 'node:timers/promises'
import type { Db } from '#platform/db/db.ts'

const WRITERS = 4
const PAUSE_MS = 15

/** Others at work in the same database: small commits and reads of cases without an end, until they are stopped. */
export function busy(db: Db): { stop(): Promise<number> } {
  const began = performance.now()
  let [going, statements] = [true, 0]
  const writer = async (number: number) => {
    await db.query('CREATE TABLE IF NOT EXISTS public.beside (id integer PRIMARY KEY, n integer NOT NULL)')
    await db.query('INSERT INTO public.beside VALUES ($1, 0) ON CONFLICT DO NOTHING', [number])
    while (going) {
      await db.query('UPDATE public.beside SET n = n + 1 WHERE id = $1', [number])
      await db.query(READ)
      statements += 2
      await setTimeout(PAUSE_MS)
    }
  }
  // One creates the table before the others look for it.
  const writers = writer(0)
  const others = setTimeout(100).then(() =>
    Promise.all(Array.from({ length: WRITERS - 1 }, (_, at) => writer(at + 1))),
  )
  return {
    async stop() {
      going = false
      await Promise.all([writers, others])
      return Math.round((statements * 1000) / (performance.now() - began))
    },
  }
}

const READ = `SELECT state, count(*) FROM cases.case_view GROUP BY state ORDER BY 2 DESC LIMIT 5`
