import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import { fileViews } from '../service/attachments.ts'
import { sightOfCases } from '../sight.ts'
import { caseReader, type WholeCase } from '../store.ts'

// Real: pack, database, ledger. A case is filed in the last minutes of a year and gone on with in the next.
let town: Town
let zhang: TestCitizen
let no: string

const CLERK = 'clerk.shantou'

beforeAll(async () => {
  town = await startTown({ clock: at('2026-12-31T16:59') })
  zhang = await town.citizen('张示例')
  no = await town.file(zhang, 'elderly-allowance')
  town.clock.set('2027-01-04T01:30:00.000Z')
  await town.act(CLERK, no, 'accept', await town.goodChecklist(CLERK, no))
}, 60_000)
afterAll(() => town.stop())

const read = async (): Promise<WholeCase> =>
  (await caseReader(town.db).whole('370304', no, sightOfCases(zhang.actor)))!

describe('a case with everything its page is made of', () => {
  test('its facts are those of the ledger, word for word and moment for moment', async () => {
    const { facts, stream } = await read()
    const known = await town.ledger.facts('370304', stream)
    expect(known.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['received', 'accepted']))
    expect(town.ledger.factsBeside(facts)).toEqual(known)
  })

  test('its files are the ones it holds', async () => {
    const { files, dossier } = await read()
    const held = Object.values(dossier.materials).flatMap((material) => material.files.map(({ id }) => id))
    const known = await town.cases.attachments.views('370304', held)
    expect(held.length).toBeGreaterThan(0)
    expect(new Map([...fileViews(files)].toSorted())).toEqual(new Map([...known].toSorted()))
  })

  test('somebody else finds nothing of it', async () => {
    const li = await town.citizen('李示例')
    const seen = sightOfCases(li.actor)
    expect(await caseReader(town.db).whole('370304', no, seen)).toBeUndefined()
    expect(await caseReader(town.db).holding('370304', no, seen)).toBeUndefined()
    expect(await caseReader(town.db).whole('370303', no, sightOfCases(zhang.actor))).toBeUndefined()
  })
})
