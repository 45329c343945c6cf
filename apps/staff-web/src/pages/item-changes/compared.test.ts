import { expect, test } from 'vitest'
import { packItem } from '../../../testing/server-side.ts'
import { comparedParts, labelAt } from './compared.ts'
import { withValue } from './draft.ts'

const item = packItem('adoption-registration')

test('what differs stands beside what was, in the words of its field; a line that only moved is no difference', () => {
  const paper = item.materials[1]!
  const drafted = withValue(
    withValue(withValue(item, '/materials/1/necessity', 'tolerable'), '/promisedLimit/amount', 3),
    '/faq/0/question',
    '新的问题',
  )
  expect(
    comparedParts(item, drafted).map(({ part, rows }) => [
      part,
      rows.map(({ label, before, now }) => [label, before, now]),
    ]),
  ).toEqual([
    ['materials', [[`${paper.name}：要不要交`, '必须交', '可以先受理、后补交']]],
    ['limits', [['承诺几天办完', String(item.promisedLimit.amount), '3']]],
    ['questions', [['新的问题：问', item.faq[0]!.question, '新的问题']]],
  ])
  expect(comparedParts(item, { ...item, materials: item.materials.toReversed() })).toEqual([])
})

test('a paper that came or went shows every word of it on one side only', () => {
  const gone = { ...item, materials: item.materials.filter((_each, at) => at !== 1) }
  const rows = comparedParts(item, gone).find(({ part }) => part === 'materials')!.rows
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.every(({ now }) => now === '')).toBe(true)
})

test('a step of a variant says which variant it is of', () => {
  const { process, promisedLimit } = item
  const variant = { name: '示例', basis: '', hint: '', materials: [], steps: process.steps, promisedLimit }
  const drafted = { ...item, lifecycle: { change: variant, cancel: variant } }
  const labels = comparedParts(item, drafted).flatMap(({ rows }) => rows.map(({ label }) => label))
  const first = process.steps[0]!.name
  expect(labels).toContain(`变更：${first}：环节名称`)
  expect(labels).toContain(`注销：${first}：环节名称`)
  expect(new Set(labels).size).toBe(labels.length)
})

test('a remark on a field names it as people do, wherever its line stands', () => {
  expect(labelAt(item, `/materials/${item.materials[1]!.id}/copies`)).toBe(
    `${item.materials[1]!.name}：复印件几份`,
  )
  expect(labelAt(item, '申请材料')).toBe('申请材料')
})
