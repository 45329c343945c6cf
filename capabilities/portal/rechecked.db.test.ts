import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { at, startTown, type Town } from '#capabilities/testing/town.ts'
import type { PageRefusal } from './contract.ts'

// Real: the pack on a fresh database, drafts, cases, ledger. A draft is pinned to nothing, a case to the version of its receipt.
let town: Town
beforeAll(async () => {
  town = await startTown({ clock: at('2026-11-23T09:00') })
})
afterAll(() => town.stop())

const ITEM = 'elderly-allowance'
const LICENCE = 'food-business-licence'
const AT_WINDOWS_ONLY = { handleTypes: ['1'] } satisfies Partial<ItemVersion>
const codeOf = (answer: unknown) => (answer as PageRefusal | undefined)?.code
function granted<T>(answer: T | PageRefusal): T {
  if (typeof answer === 'object' && answer !== null && 'refused' in answer)
    throw new Error(JSON.stringify(answer))
  return answer as T
}

test('a draft says which questions and papers are new or gone, keeps every other answer, and a case stays as it was received', async () => {
  const [early, late] = [await town.citizen('早示例'), await town.citizen('晚示例')]
  const before = await town.file(early, ITEM)
  const draft = await town.draft(late, ITEM)
  const { item, values } = granted(await town.portal.draft(late.visitor, draft))
  const goneField = item.form.fields.find(({ required, element }) => !required && element === undefined)!
  const gonePaper = item.materials.find(({ necessity, fromForm }) => necessity === 'conditional' && !fromForm)
  const next: ItemVersion = {
    ...item,
    version: item.version + 1,
    form: {
      ...item.form,
      fields: [
        ...item.form.fields.filter(({ name }) => name !== goneField.name),
        { name: 'oldNumber', label: '老年证号码', type: 'text', required: true },
      ],
    },
    materials: [
      ...item.materials.filter(({ id }) => id !== gonePaper?.id),
      { ...item.materials[1]!, id: 'old-card', name: '老年证' },
    ],
  }
  await town.publish(next)

  // What was on the screen when the version changed is not filed unseen.
  expect(codeOf(await town.portal.file(late.visitor, draft, 'r1'))).toBe('item-changed')
  const seen = granted(await town.portal.draft(late.visitor, draft))
  expect(seen.changes).toEqual(
    expect.arrayContaining([
      '申请表新增了“老年证号码”，请填写。',
      `申请表不再问“${goneField.label}”。`,
      '新增了材料“老年证”，请补上。',
      ...(gonePaper === undefined ? [] : [`不再需要材料“${gonePaper.name}”。`]),
    ]),
  )
  const { [goneField.name]: _gone, ...kept } = values
  expect(seen.values).toMatchObject(kept)

  const open = await town.portal.file(late.visitor, draft, 'r2')
  expect(open).toMatchObject({ code: 'form-invalid', problems: [{ field: 'oldNumber' }] })
  granted(await town.portal.saveDraft(late.visitor, draft, { values: { oldNumber: '示例0001' } }))
  const { no } = granted(await town.portal.file(late.visitor, draft, 'r3'))
  expect(granted(await town.portal.myCase(late.visitor, no)).itemVersion).toBe(next.version)
  expect(granted(await town.portal.myCase(early.visitor, before)).itemVersion).toBe(item.version)
})

test('a draft that wants its result in a way the version in force does not offer is told, and asked again', async () => {
  const zhou = await town.citizen('周示例')
  const draft = await town.draft(zhou, LICENCE)
  const { item } = granted(await town.portal.draft(zhou.visitor, draft))
  granted(await town.portal.saveDraft(zhou.visitor, draft, { delivery: 'electronic' }))
  await town.publish({
    ...{ ...item, version: item.version + 1 },
    delivery: item.delivery.filter((mode) => mode !== 'electronic'),
  })
  const seen = granted(await town.portal.draft(zhou.visitor, draft))
  expect(seen.changes).toContain('不再提供电子送达。')
  expect(seen.delivery).toBeUndefined()
  // Whatever else is written is kept; only this has to be chosen anew.
  granted(await town.portal.saveDraft(zhou.visitor, draft, { values: seen.values }))
  expect(await town.portal.file(zhou.visitor, draft, 'd1')).toMatchObject({
    code: 'draft-incomplete',
    problems: expect.arrayContaining([expect.objectContaining({ field: 'delivery' })]),
  })
})

test('a matter that is not online any more is refused before anything is filed, and says so among the changes', async () => {
  const wu = await town.citizen('吴示例')
  const draft = await town.draft(wu, LICENCE)
  const { item } = granted(await town.portal.draft(wu.visitor, draft))
  await town.publish({ ...item, version: item.version + 1, ...AT_WINDOWS_ONLY })
  const seen = granted(await town.portal.draft(wu.visitor, draft))
  expect(seen.changes[0]).toContain('不能在网上申请了')
  expect(codeOf(await town.portal.file(wu.visitor, draft, 'o1'))).toBe('not-online')
})
