import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SAMPLE_REGIONS, sampleValues } from '#capabilities/guide/model.ts'
import { at, startTown, type TestCitizen, type Town } from '#capabilities/testing/town.ts'
import { agreeing, type FormValues } from '#ui/form/index.ts'
import type { PageRefusal } from '../contract.ts'
import type { TogetherView } from '../contract/together.ts'

// Real: the whole Boshan pack with its register of data elements, drafts, cases, files and ledger on a fresh database.
let town: Town
let zhang: TestCitizen
let region: string
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
  zhang = await town.citizen('张示例')
  region = (await town.portal.regions()).flatMap(({ children }) => children)[0]!.code
})
afterAll(() => town.stop())

const TWO = ['senior-preferential-card', 'elderly-allowance']
const NOWHERE = SAMPLE_REGIONS[0]!.children[0]!.code

function granted<T>(answer: T | PageRefusal): T {
  if (typeof answer === 'object' && answer !== null && 'refused' in answer)
    throw new Error(JSON.stringify(answer))
  return answer as T
}
const codeOf = (answer: unknown) => (answer as PageRefusal | undefined)?.code

/** What somebody would write who fills in the one form: their own name and number stand there already. */
function written({ form, values, today }: TogetherView): FormValues {
  const sample = sampleValues({ form, effectiveFrom: today })
  const here = Object.entries(sample).map(([name, value]) => [name, value === NOWHERE ? region : value])
  return agreeing(form, { ...Object.fromEntries(here), ...values }, today)
}

const upload = () => ({ fileName: 'scan.pdf', stream: Readable.from([Buffer.from('%PDF-1.7\nx\n%%EOF\n')]) })

async function begun(who: TestCitizen, items = TWO): Promise<TogetherView> {
  const { id } = granted(await town.portal.beginTogether(who.visitor, 'elderly', items))
  return granted(await town.portal.saveTogether(who.visitor, id, { region, delivery: 'window' }))
}

test('what a scene offers together is what can be applied for online, and it takes two to six of it', async () => {
  const choices = granted(await town.portal.togetherChoices('elderly'))
  expect(choices.items.map(({ id }) => id)).toEqual(expect.arrayContaining(TWO))
  expect(choices.items.every(({ online }) => online)).toBe(true)
  expect(codeOf(await town.portal.togetherChoices('nowhere'))).toBe('scene-not-found')
  expect(codeOf(await town.portal.beginTogether(zhang.visitor, 'elderly', [TWO[0]!]))).toBe('together-count')
  expect(codeOf(await town.portal.beginTogether(zhang.visitor, 'shop', TWO))).toBe('together-count')
})

test('each element is asked once, already filled in with what the account knows, and each paper is handed in once', async () => {
  const view = await begun(zhang)
  const named = view.form.fields.filter(({ element }) => element === 'party.name')
  expect(named).toHaveLength(1)
  expect(view.values[named[0]!.name]).toBe('张示例')
  expect(view.drafts.map(({ item, place }) => [item, place !== undefined])).toEqual([
    ['elderly-allowance', true],
    ['senior-preferential-card', true],
  ])
  const shared = view.papers.filter(({ asks }) => asks.length > 1)
  expect(shared.map(({ name }) => name)).toContain('居民身份证')
  const { key } = shared.find(({ name }) => name === '居民身份证')!
  granted(await town.portal.uploadTogether(zhang.visitor, view.id, key, upload()))
  const held = await Promise.all(
    view.drafts.map(async ({ id }) => granted(await town.portal.draft(zhang.visitor, id))),
  )
  expect(held.map(({ files }) => Object.values(files).flat().length)).toEqual([1, 1])
  granted(await town.portal.clearTogether(zhang.visitor, view.id, key))
  const again = granted(await town.portal.together(zhang.visitor, view.id))
  expect(again.papers.flatMap(({ files }) => files)).toEqual([])
})

test('one form becomes two applications in one go, each with its own answers and its own number, once', async () => {
  const view = await begun(zhang)
  const filled = granted(await town.portal.saveTogether(zhang.visitor, view.id, { values: written(view) }))
  const drafts = await Promise.all(
    filled.drafts.map(async ({ id }) => granted(await town.portal.draft(zhang.visitor, id))),
  )
  // Nothing of one item lands in the other.
  for (const { item, values } of drafts)
    expect(
      Object.keys(values).filter((name) => !item.form.fields.some((field) => field.name === name)),
    ).toEqual([])
  const [first, second] = await Promise.all([
    town.portal.fileTogether(zhang.visitor, view.id),
    town.portal.fileTogether(zhang.visitor, view.id),
  ])
  const { filed } = granted(await town.portal.fileTogether(zhang.visitor, view.id))
  expect(filed).toHaveLength(2)
  expect(new Set(filed.map(({ no }) => no)).size).toBe(2)
  const [one, other] = filed
  expect(await town.portal.ratedCase(zhang.visitor, one!.no)).toMatchObject({ siblings: [other] })
  const stranger = await town.citizen('旁示例')
  expect(await town.portal.ratedCase(stranger.visitor, one!.no)).toMatchObject({ refused: true })
  for (const press of [first, second])
    if (!('refused' in press))
      expect(press.filed.map(({ no }) => no).toSorted()).toEqual(filed.map(({ no }) => no).toSorted())
  const cases = granted(await town.portal.myCases(zhang.visitor)).items
  expect(cases.map(({ no }) => no).toSorted()).toEqual(filed.map(({ no }) => no).toSorted())
  const done = granted(await town.portal.together(zhang.visitor, view.id))
  expect(done.drafts.every(({ no }) => no !== undefined)).toBe(true)
})

test('what all of them offer is offered for all of them: by post to one address, asked once and needed', async () => {
  const chen = await town.citizen('陈示例')
  const view = await begun(chen)
  const drafts = await Promise.all(
    view.drafts.map(async ({ id }) => granted(await town.portal.draft(chen.visitor, id))),
  )
  const [one, other] = drafts.map(({ item }) => item.delivery)
  expect(view.deliveries).toEqual(one!.filter((mode) => other!.includes(mode)))
  expect(view.deliveries).toContain('post')
  const values = written(view)
  granted(await town.portal.saveTogether(chen.visitor, view.id, { values, delivery: 'post' }))
  const nowhere = await town.portal.fileTogether(chen.visitor, view.id)
  expect(nowhere).toMatchObject({
    code: 'draft-incomplete',
    sentence: expect.stringMatching(/几件事都还没有提交。$/),
  })
  const postal = { receiver: '陈示例', phone: '19900000009', address: '示例镇示例村示例路9号' }
  const sent = granted(await town.portal.saveTogether(chen.visitor, view.id, { postal }))
  expect([sent.delivery, sent.postal]).toEqual(['post', postal])
  const { filed } = granted(await town.portal.fileTogether(chen.visitor, view.id))
  expect(filed).toHaveLength(2)
  for (const { no } of filed) {
    const { dossier } = (await town.cases.find(await town.as('supervisor'), no))!
    expect(dossier).toMatchObject({ delivery: 'post' })
  }
})

test('one that cannot be filed keeps all of them back, and is named', async () => {
  const li = await town.citizen('李示例')
  const view = await begun(li)
  granted(await town.portal.saveTogether(li.visitor, view.id, { values: written(view) }))
  granted(await town.portal.fileTogether(li.visitor, view.id))
  // The same once more, beside one that was not applied for yet.
  const more = await begun(li, ['elderly-allowance', 'resident-pension-claim'])
  granted(await town.portal.saveTogether(li.visitor, more.id, { values: written(more) }))
  const refused = await town.portal.fileTogether(li.visitor, more.id)
  expect(refused).toMatchObject({
    code: 'already-applied',
    sentence: expect.stringMatching(/^《高龄津贴.*几件事都还没有提交。$/),
  })
  expect(granted(await town.portal.myCases(li.visitor)).items).toHaveLength(2)
  // Left out, the other one goes alone.
  const twice = more.drafts.find(({ item }) => item === 'elderly-allowance')!
  granted(await town.portal.leaveOut(li.visitor, more.id, twice.id))
  expect(granted(await town.portal.fileTogether(li.visitor, more.id)).filed).toHaveLength(1)
  expect(granted(await town.portal.myCases(li.visitor)).items).toHaveLength(3)
})

test('what is missing is named by its question in the one form, and nothing is filed', async () => {
  const wang = await town.citizen('王示例')
  const view = await begun(wang)
  const refused = await town.portal.fileTogether(wang.visitor, view.id)
  expect(codeOf(refused)).toBe('form-invalid')
  const names = new Set(view.form.fields.map(({ name }) => name))
  const { problems = [] } = refused as PageRefusal
  expect(problems.length).toBeGreaterThan(3)
  expect(problems.every(({ field }) => names.has(field))).toBe(true)
  expect(granted(await town.portal.myCases(wang.visitor)).items).toEqual([])
})

test('a version that comes out while it is filled in is shown before it is filed', async () => {
  const zhao = await town.citizen('赵示例')
  const view = await begun(zhao)
  granted(await town.portal.saveTogether(zhao.visitor, view.id, { values: written(view) }))
  const { item } = (await town.catalogue.itemInForce(town.area, 'elderly-allowance', '2026-11-23'))!
  const added = { name: 'oldNumber', label: '老年证号码', type: 'text' as const, required: false }
  await town.publish({
    ...item,
    version: item.version + 1,
    form: { ...item.form, fields: [...item.form.fields, added] },
  })
  expect(await town.portal.fileTogether(zhao.visitor, view.id)).toMatchObject({ code: 'item-changed' })
  expect(await town.portal.fileTogether(zhao.visitor, view.id)).toMatchObject({ code: 'item-changed' })
  const seen = granted(await town.portal.together(zhao.visitor, view.id))
  expect(seen.drafts.flatMap(({ changes }) => changes)).toEqual(['申请表新增了“老年证号码”，可以不填。'])
  expect(granted(await town.portal.fileTogether(zhao.visitor, view.id)).filed).toHaveLength(2)
})

test('nobody sees what another has begun', async () => {
  const view = await begun(zhang, ['elderly-allowance', 'resident-pension-claim'])
  const wu = await town.citizen('吴示例')
  expect(codeOf(await town.portal.together(wu.visitor, view.id))).toBe('together-not-found')
  expect(codeOf(await town.portal.fileTogether(wu.visitor, view.id))).toBe('together-not-found')
  expect(codeOf(await town.portal.leaveOut(wu.visitor, view.id, view.drafts[0]!.id))).toBe(
    'together-not-found',
  )
  expect(codeOf(await town.portal.together({ csrfToken: 'x' }, view.id))).toBe('signed-out')
})
