import { expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { caseWorld, PARAMETERS } from '../../testing/world.ts'
import { filing } from '../../testing/journey.ts'
import { station } from './index.ts'

const atStation = station.actions.find(({ name }) => name === 'file-at-station')!

/** Brought without a single paper, which is said last. */
function filed(more: { sunk?: 'accept' }, proxyAcceptance?: boolean) {
  const parameters = { ...PARAMETERS, ...(proxyAcceptance === undefined ? {} : { proxyAcceptance }) }
  const act = {
    input: { ...filing({ materials: [] }), files: {}, ...more },
    world: caseWorld({ parameters }),
  }
  const refused = atStation.refuse?.(act as never)
  return isRefusal(refused) ? refused.code : undefined
}

// upwardMoves (BS-2.7-07): a plan that knows no 代受理 lets a station take in only what has sunk to it.
test.each([
  ['a plan that says nothing', undefined, {}, 'materials-missing'],
  ['a plan with it', true, {}, 'materials-missing'],
  ['a plan without it', false, {}, 'proxy-off'],
  ['a plan without it, where acceptance has sunk', false, { sunk: 'accept' }, 'materials-missing'],
] as const)('%s', (_plan, proxy, more, code) => {
  expect(filed(more, proxy)).toBe(code)
})
