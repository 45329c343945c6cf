import { beforeAll, expect, test } from 'vitest'
import { demoForm } from '../apps/server/demo/form-values.ts'
import { demoCreditCode } from '../apps/server/demo/people.ts'
import { startStage, VILLAGE, type Citizen, type Stage } from '../apps/server/matrix/stage.ts'
import type { Signed } from '../apps/server/testing/signed.ts'

// Real: the whole server with its database; a clerk at one window.

let stage: Stage
let clerk: Signed
let who: Citizen

beforeAll(async () => {
  stage = await startStage()
  clerk = await stage.as('clerk.shantou')
  who = await stage.citizen()
}, 120_000)

const PATH = '/applicants/name-check'
const asks = async (idNumber: string, name: string, idKind = 'citizen-id') =>
  (await clerk.call('POST', PATH, { idKind, idNumber, name })).body

test('a window hears that a name differs from the one known under the number, and never which one that is', async () => {
  const { citizenId, name } = who.person
  expect(await asks(citizenId, name)).toEqual({ differs: false })
  expect(await asks(citizenId, ` ${name} `)).toEqual({ differs: false })
  // Nothing else is in the answer: neither the name nor a part of it.
  expect(await asks(citizenId, '测试别人')).toEqual({ differs: true })
  // Whoever was never here looks like whoever is called what they say.
  expect(await asks('370304190101010010', '测试别人')).toEqual({ differs: false })
  expect(stage.faults).toEqual([])
})

test('a firm is known by its credit code since it applied', async () => {
  const item = 'food-business-licence'
  const { item: published } = (await stage.house.catalogue.itemInForce(
    stage.onboarded.area,
    item,
    '2026-03-16',
  ))!
  const form = demoForm(published.form, who.person, 41, VILLAGE)
  const code = demoCreditCode(41)
  const filing = {
    item,
    itemVersion: published.version,
    region: VILLAGE,
    acceptPlace: clerk.session.post.place,
  }
  const filed = await clerk.call('POST', '/cases', { ...filing, form, materials: [], delivery: 'window' })
  expect(filed.status).toBe(200)
  const name = String(form[published.form.fields.find(({ element }) => element === 'party.name')!.name])
  expect(await asks(code, name, 'credit-code')).toEqual({ differs: false })
  expect(await asks(code, '别的商行', 'credit-code')).toEqual({ differs: true })
})

test('a post that goes on trying names gets no more answers; another post does', async () => {
  const other = await stage.as('clerk.boshan')
  const body = { idKind: 'citizen-id', idNumber: who.person.citizenId, name: '猜一个' }
  const answers = []
  for (let tried = 0; tried < 32; tried += 1) answers.push(await other.call('POST', PATH, body))
  expect(answers.at(-1)).toMatchObject({ status: 409, body: { code: 'name-check-too-often' } })
  expect(await asks(who.person.citizenId, who.person.name)).toEqual({ differs: false })
})
