import { expect, test } from 'vitest'
import { isUnavailable } from './unavailable.ts'
import { turns } from './turns.ts'

const held = () => Promise.withResolvers<void>()

test('so many run at once, the others begin in the order they came, also after one that failed', async () => {
  const inTurn = turns(2, 60_000)
  const begun: number[] = []
  const ends = [held(), held(), held(), held()]
  const works = ends.map(({ promise }, index) =>
    inTurn(async () => {
      begun.push(index)
      await promise
      return index
    }),
  )
  await Promise.resolve()
  expect(begun).toEqual([0, 1])
  ends[1]!.reject(new Error('broken'))
  await expect(works[1]).rejects.toThrow('broken')
  expect(begun).toEqual([0, 1, 2])
  for (const { resolve } of ends) resolve()
  expect(await Promise.all([works[0], works[2], works[3]])).toEqual([0, 2, 3])
  expect(await inTurn(async () => 'free again')).toBe('free again')
})

test('who waits too long is refused like a connection that did not come, and does not take the turn later', async () => {
  const inTurn = turns(1, 1)
  const first = held()
  const working = inTurn(() => first.promise)
  const late = await inTurn(async () => {}).catch((error: unknown) => error)
  expect(isUnavailable(late)).toBe(true)
  first.resolve()
  await working
  expect(await inTurn(async () => 'free again')).toBe('free again')
})
