import { describe, expect, test } from 'vitest'
import { caseWorld, PARAMETERS, PEOPLE } from '../testing/world.ts'
import type { CaseDossier } from '../model/dossier.ts'
import type { CaseWorld } from '../model/world.ts'
import { beyondLetter } from './by-letter.ts'
import { tookAStep } from './decide.ts'

const NURSE = 'nurse-registration'
const dossier = (more: object): CaseDossier =>
  ({
    procedure: 'on-the-spot',
    acceptance: { by: { person: 'agent-1' } },
    item: { id: NURSE },
    ...more,
  }) as CaseDossier

describe('whom the plan keeps from deciding because they accepted', () => {
  const parted = { ...PARAMETERS, acceptAndDecideDiffer: true }
  // 受理、办理环节直接下沉 (LC-3.4-10) sinks both steps to a station with one agent; a plan that parts them there too says so.
  test.each([
    ['at a window that only accepts', parted, {}, ['agent-1']],
    ['at a window that decides as well (LS-2.5-03)', { ...parted, windowsDecide: true }, {}, []],
    ['at a station to which only acceptance has sunk', parted, { sunk: 'accept' }, ['agent-1']],
    ['at a station to which both have sunk (LC-3.4-10)', parted, { sunk: 'handle' }, []],
    [
      'there, where the plan parts them at stations too',
      { ...parted, stationsDiffer: true },
      { sunk: 'handle' },
      ['agent-1'],
    ],
    [
      'there, but for a matter with a review of its own',
      parted,
      { sunk: 'handle', procedure: 'approval' },
      ['agent-1'],
    ],
    ['where the plan parts nothing', { ...PARAMETERS, acceptAndDecideDiffer: false }, {}, []],
  ] as const)('%s', (_where, parameters, more, kept) => {
    expect(tookAStep(dossier(more), parameters)).toEqual(kept)
  })
})

describe('a representative in the hall decides by letter', () => {
  const letter = (more: object = {}) => ({
    ...{ document: '沂卫授〔2026〕1号', items: [NURSE], from: '2026-03-01', to: '2026-12-31', ended: false },
    ...more,
  })
  test.each([
    ['somebody of the department itself', undefined, undefined],
    ['within a letter in force', [letter()], undefined],
    ['on its last day', [letter({ to: '2026-09-21' })], undefined],
    ['no letter at all', [], 'letter-missing'],
    ['a letter for other items', [letter({ items: ['doctor-registration'] })], 'letter-not-covering'],
    ['a letter that ran out', [letter({ to: '2026-09-20' })], 'letter-expired'],
    ['a letter that was ended early', [letter({ ended: true })], 'letter-expired'],
    ['a letter still to come', [letter({ from: '2026-10-01' })], 'letter-not-yet'],
    ['one that ran out and a newer one', [letter(), letter({ to: '2026-05-31' })], undefined],
  ] as const)('%s', (_what, of, code) => {
    const letters: CaseWorld['letters'] = of === undefined ? undefined : { basis: 'YY-1.2.2-08', of }
    const world = caseWorld(letters === undefined ? {} : { letters })
    const act = { dossier: dossier({}), actor: PEOPLE.approver, now: '2026-09-21T02:00:00.000Z', world }
    const refused = beyondLetter(act as Parameters<typeof beyondLetter>[0])
    expect([refused?.code, refused?.basis]).toEqual([code, code === undefined ? undefined : 'YY-1.2.2-08'])
  })
})
