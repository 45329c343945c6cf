import { expect, test } from 'vitest'
import type { ItemVersion } from '../contract.ts'
import type { ListedInForce } from '../store.ts'
import { judgeListed } from './kept-judgements.ts'
import type { Judgement } from './judge.ts'

const line = (id: string, version = 1) => ({ id, version, name: id }) as ListedInForce

/** Counts what is read whole and what is judged. */
function reader(items: readonly ListedInForce[]) {
  const seen = { one: 0, all: 0, judged: 0 }
  const whole = (id: string, version: number) => ({ id, version, name: id }) as ItemVersion
  return {
    seen,
    read: async (id: string, version: number) => {
      seen.one += 1
      return whole(id, version)
    },
    readAll: async () => {
      seen.all += 1
      return items.map(({ id, version }) => whole(id, version))
    },
    judge: async ({ id, version }: ItemVersion) => {
      seen.judged += 1
      return {
        findings: [],
        score: version,
        passes: true,
        elements: { said: 26, of: 26, missing: [] },
        id,
      } as Judgement
    },
  }
}

test('a version is read and judged once, a new one alone, and all anew when what surrounds them changes', async () => {
  const on = {}
  const first = Array.from({ length: 20 }, (_, at) => line(`i${at}`))
  const asked = reader(first)
  const again = (listed: readonly ListedInForce[], mark: string) =>
    judgeListed({ on, area: '370304', listed, mark, ...asked })
  expect(await again(first, 'a')).toHaveLength(20)
  expect(asked.seen).toEqual({ one: 0, all: 1, judged: 20 })
  await again(first, 'a')
  expect(asked.seen).toEqual({ one: 0, all: 1, judged: 20 })
  const second = [line('i0', 2), ...first.slice(1)]
  const judged = await again(second, 'a')
  expect(judged[0]!.judgement.score).toBe(2)
  expect(asked.seen).toEqual({ one: 1, all: 1, judged: 21 })
  // Another county's item of the same name is another item.
  await judgeListed({ on, area: '640202', listed: first.slice(0, 2), mark: 'a', ...asked })
  expect(asked.seen).toEqual({ one: 3, all: 1, judged: 23 })
  await again(first, 'b')
  expect(asked.seen).toEqual({ one: 3, all: 2, judged: 43 })
})
