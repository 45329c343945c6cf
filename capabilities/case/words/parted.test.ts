import { expect, test } from 'vitest'
import { ON_A_PROMISE } from '../testing/ways.ts'
import { journey } from '../testing/journey.ts'
import { PEOPLE } from '../testing/world.ts'
import { partedFrom } from './parted.ts'

const { dossier } = journey(ON_A_PROMISE.stages['check-failed, heard']!, ON_A_PROMISE.world())

test.each<[string, boolean, keyof typeof PEOPLE, boolean]>([
  ['who recorded the check through a second post', true, 'one person for everything', true],
  ['another approver', true, 'approver', false],
  ['the same where the plan lets the steps coincide', false, 'one person for everything', false],
])('a revocation is told to wait for somebody else: %s', (_who, reviewAndDecideDiffer, who, parted) => {
  const world = ON_A_PROMISE.world()
  const parameters = { ...world.parameters, reviewAndDecideDiffer }
  const said = partedFrom({ dossier, world: { ...world, parameters }, actor: PEOPLE[who] })
  expect(said === undefined).toBe(!parted)
  if (parted) expect(said).toContain('请由另一位有权人员办理')
})
