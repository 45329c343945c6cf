import { newCase } from '../work.ts'
import { openClient } from './client.ts'
import type { ServedTarget } from './target.ts'

export interface RaceResult {
  cases: number
  oneWinner: number
  severalWinners: number
  noWinner: number
}

/** Many officers press the same button on one case at the same moment; exactly one may win. */
export async function race(target: ServedTarget, { cases = 25, clients = 8 } = {}): Promise<RaceResult> {
  const { send, close } = openClient(target.port, clients)
  const officer = await target.open(send)
  const run = `race${Date.now().toString(36)}`
  const result = { cases, oneWinner: 0, severalWinners: 0, noWinner: 0 }
  for (let n = 0; n < cases; n += 1) {
    const asked = newCase(run, n)
    const id = await officer.create(asked)
    const tries = await Promise.allSettled(Array.from({ length: clients }, () => officer.step(id, 0, asked)))
    const winners = tries.filter(({ status }) => status === 'fulfilled').length
    if (winners === 1) result.oneWinner += 1
    else if (winners === 0) result.noWinner += 1
    else result.severalWinners += 1
  }
  close()
  return result
}
