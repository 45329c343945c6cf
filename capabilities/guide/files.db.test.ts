import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import { isPdfA2b, readText } from '#platform/documents/reading.ts'
import { newId } from '#platform/id.ts'
import type { PlaceEntry } from '#capabilities/organisation/index.ts'
import { composeGuide } from './documents/guide-data.ts'
import { composeData } from './model.ts'
import { localTo } from './model/local.ts'

// Real: pack, database, ledger, typesetter, the change of an item by its author and approver.

const AUTHOR = 'author.civil-affairs'
const APPROVER = 'items.approval-bureau'
const ITEM = 'extreme-poverty-support'
const DECLARED = { lawful: true, true: true, accurate: true, complete: true }
const MARKS = { reasonable: true, necessary: true, timely: true, complete: true }

let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
}, 120_000)
afterAll(() => town.stop())

const once = (what: string) => ({ requestId: newId(), requestHash: what })
const codeOf = (done: Done | Refusal) => (isRefusal(done) ? done.code : 'done')

async function act(who: string, id: string, name: string, input: object) {
  const given = { id, act: name, input: input as Record<string, unknown> }
  return town.authoring.act({ ...(await town.looking(who)), ...given, ...once(name) })
}

/** A draft that says something else at one place. */
async function draft(edits: readonly { at: string; value?: unknown }[]): Promise<string> {
  const wish = { item: ITEM, reason: '修改申请表和结果说明' }
  const done = await town.authoring.open({ ...(await town.looking(AUTHOR)), wish, ...once('open') })
  if (isRefusal(done)) throw new Error(done.code)
  const { id } = done.answer as { id: string }
  expect(codeOf(await act(AUTHOR, id, 'edit', { edits }))).toBe('done')
  return id
}

const inForce = async () => (await town.catalogue.itemInForce(town.area, ITEM, '2026-11-23'))!.item
const offered = (entry: PlaceEntry) => (entry.tier === 'point' ? [] : [{ ...entry, tier: entry.tier }])

/** A sign of private use: it has a code and no face can print it. */
const UNPRINTABLE = '\uE000'

test('GUI-11/a publication fails until both files of the form open, and says which does not', async () => {
  const label = (await inForce()).form.fields[0]!.label
  const id = await draft([{ at: '/form/fields/0/label', value: `${label}${UNPRINTABLE}` }])
  const refused = await act(AUTHOR, id, 'submit', DECLARED)
  expect(codeOf(refused)).toBe('change-papers-do-not-open')
  const problems = ((refused as Refusal).facts!['problems'] as string[]).join()
  expect(problems).toContain('（空白表格）.pdf”打不开')
  expect(problems).toContain('（示范文本）.pdf”打不开')
  const summary = `${(await inForce()).summary}表里写全名。`
  const mended = [
    { at: '/form/fields/0/label', value: label },
    { at: '/summary', value: summary },
  ]
  expect(codeOf(await act(AUTHOR, id, 'edit', { edits: mended }))).toBe('done')
  expect(codeOf(await act(AUTHOR, id, 'submit', DECLARED))).toBe('done')
  expect(codeOf(await act(APPROVER, id, 'approve', MARKS))).toBe('done')
  expect(codeOf(await act(APPROVER, id, 'publish', { effectiveFrom: '2026-11-23' }))).toBe('done')
  await town.work()
  expect((await inForce()).summary).toBe(summary)
})

test('GUI-11/a an example the form would not take keeps the version from being published', async () => {
  const id = await draft([{ at: '/guide', value: { example: { nowhere: '示例' } } }])
  const refused = await act(AUTHOR, id, 'submit', DECLARED)
  expect(refused).toMatchObject({ code: 'change-papers-do-not-open' })
  expect((refused as Refusal).facts!['problems']).toEqual(['表单里没有“nowhere”这一项，请从示范文本里删去'])
  expect(codeOf(await act(AUTHOR, id, 'withdraw', { text: '测试结束' }))).toBe('done')
})

test('GUI-12 an item with a result document whose sample does not open cannot be published', async () => {
  const { result } = await inForce()
  const id = await draft([{ at: '/result/validity', value: `${result.validity ?? '长期'}${UNPRINTABLE}` }])
  const refused = await act(AUTHOR, id, 'submit', DECLARED)
  expect(codeOf(refused)).toBe('change-papers-do-not-open')
  expect((refused as Refusal).facts!['problems']).toEqual([
    expect.stringContaining(`“${result.name}（样本）.pdf”打不开`),
  ])
  expect(codeOf(await act(AUTHOR, id, 'withdraw', { text: '测试结束' }))).toBe('done')
})

test('GUI-12 a result this house does not write has a sample in words or is not published', async () => {
  const item = await inForce()
  const above = { ...item, process: { ...item.process, forwardsTo: { body: '示例市局' } } }
  expect(await town.guides.fileFaults(town.area, above)).toEqual([])
  const { sampleNote: _said, ...bare } = item.result
  expect(await town.guides.fileFaults(town.area, { ...above, result: bare })).toEqual([
    '结果文书没有样本，也没有写明是什么样子',
  ])
})

test('every published item has all the files its guide offers', async () => {
  for (const { item } of await town.catalogue.itemsInForce(town.area, '2026-11-23'))
    expect(await town.guides.fileFaults(town.area, item)).toEqual([])
})

test('GUI-11/b the portal names each file of a guide, and what it gives is the very form of the version', async () => {
  const view = await town.portal.guide('food-business-licence')
  if ('refused' in view) throw new Error(view.code)
  const { form, result } = view.item
  expect(view.files.map(({ name }) => name)).toEqual([
    `${form.title}（空白表格）.pdf`,
    `${form.title}（示范文本）.pdf`,
    `${result.name}（样本）.pdf`,
  ])
  for (const { file, name } of view.files) {
    const paper = await town.portal.guideFile('food-business-licence', file)
    if ('refused' in paper) throw new Error(paper.code)
    expect(paper.fileName).toBe(name)
    expect(isPdfA2b(paper.bytes)).toBe(true)
    expect(await readText(paper.bytes)).toContain(file === 'form-blank' ? form.title : '无法律效力')
  }
  expect(await town.portal.guideFile('no-such-item', 'form-blank')).toMatchObject({ code: 'item-not-found' })
})

test('GUI-02 two towns print the same granular guide, and the papers differ only in local values', async () => {
  const item = (await town.catalogue.itemsInForce(town.area, '2026-11-23')).find(
    (one) => one.item.id === 'elderly-allowance',
  )!.item
  const asking = item.form.fields.find(({ type }) => type === 'choice')!
  const split = {
    ...{ ...item, version: item.version + 1, effectiveFrom: '2026-11-23' },
    situations: [
      {
        ...{ no: '01', name: '最高一档', standard: 'grassroots@1' },
        when: [{ field: asking.name, equals: asking.options![0]!.value }],
        materials: item.materials.slice(0, 2).map(({ id }) => id),
      },
    ],
  }
  const entries = await town.organisation.placeDirectory(town.area, '2026-11-23')
  const [one, other] = entries.filter(({ tier }) => tier === 'centre')
  const text = async (edition: 'full' | 'short', place: typeof one) => {
    const source = {
      item: split,
      places: entries.flatMap(offered),
      ways: [],
      faqSince: '2026-01-01',
      url: 'https://example.invalid',
      demo: true,
    }
    const local = localTo(source, { place: place!.id, situation: '01' })
    if (isRefusal(local)) throw new Error(local.code)
    return readText(await town.renderer.render(composeGuide(composeData(local, edition), edition)))
  }
  const blanked = (paper: string, { name, address, hours, phone }: NonNullable<typeof one>) =>
    [address, name, hours, phone].reduce(
      (rest, value) => rest.replaceAll(value.replace(/\s/g, ''), '□'),
      paper,
    )
  for (const edition of ['full', 'short'] as const) {
    const [mine, theirs] = [await text(edition, one), await text(edition, other)]
    expect(mine).not.toBe(theirs)
    expect(mine).toContain('（最高一档）')
    expect(mine).toContain(one!.address.replace(/\s/g, ''))
    expect(mine).not.toContain(other!.address.replace(/\s/g, ''))
    expect(blanked(mine, one!)).toBe(blanked(theirs, other!))
  }
})

test('GUI-02 the portal prints the guide of one place, and none of a place that does not offer the item', async () => {
  const view = await town.portal.guide('elderly-allowance')
  if ('refused' in view) throw new Error(view.code)
  const centre = view.places.find(({ tier }) => tier === 'centre')!
  const paper = await town.portal.guidePdf('elderly-allowance', 'short', { place: centre.id })
  if ('refused' in paper) throw new Error(paper.code)
  expect(paper.fileName).toBe(`${view.item.name}-一次性告知单-${centre.name}.pdf`)
  for (const [local, code] of [
    [{ place: 'nowhere' }, 'guide-place-not-offering'],
    [{ situation: '99' }, 'guide-situation-unknown'],
  ] as const)
    expect(await town.portal.guidePdf('elderly-allowance', 'short', local)).toMatchObject({ code })
})

test('GUI-18/b the day the questions of an item were last changed is public, and another change leaves it', async () => {
  const { item } = (await town.catalogue.itemInForce(town.area, 'animal-clinic-licence', '2026-11-23'))!
  const since = async () => {
    const view = await town.portal.guide(item.id)
    return 'refused' in view ? view.code : view.faqSince
  }
  expect(await since()).toBe(item.effectiveFrom)
  const second = {
    ...item,
    version: item.version + 1,
    effectiveFrom: '2026-11-20',
    summary: `${item.summary}。`,
  }
  await town.publish(second)
  expect(await since()).toBe(item.effectiveFrom)
  const third = {
    ...{ ...second, version: second.version + 1, effectiveFrom: '2026-11-22' },
    faq: [...item.faq, { question: '要不要钱？', answer: '不要。' }],
  }
  await town.publish(third)
  expect(await since()).toBe('2026-11-22')
})

test('GUI-13/a a version with another limit of a step has another chart and another printed guide', async () => {
  const { item } = (await town.catalogue.itemInForce(town.area, 'food-business-licence', '2026-11-23'))!
  const drawn = await town.guides.view(town.area, item.id, '2026-11-23')
  if (isRefusal(drawn)) throw new Error(drawn.code)
  const review = item.process.steps.find(({ step }) => step === 'review')!
  expect(drawn.flow.steps.find(({ name }) => name === review.name)!.limit).toBe(
    `${review.limitWorkingDays}个工作日`,
  )
  const quicker = {
    ...item,
    version: item.version + 1,
    effectiveFrom: '2026-11-23',
    promisedLimit: { ...item.promisedLimit, amount: item.promisedLimit.amount - 1 },
    process: {
      ...item.process,
      steps: item.process.steps.map((step) =>
        step === review ? { ...step, limitWorkingDays: step.limitWorkingDays - 1 } : step,
      ),
    },
  }
  await town.publish(quicker)
  const again = await town.guides.view(town.area, item.id, '2026-11-23')
  if (isRefusal(again)) throw new Error(again.code)
  expect(again.flow.steps.find(({ name }) => name === review.name)!.limit).toBe(
    `${review.limitWorkingDays - 1}个工作日`,
  )
})
