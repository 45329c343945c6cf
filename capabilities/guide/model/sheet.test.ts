import { expect, test } from 'vitest'
import { exampleGuide } from '../documents/examples.ts'
import { sheetDifferences, sheetOf, UNIFIED_FIELDS, unifiedDifferences, type Sheet } from './sheet.ts'

const sheet = sheetOf(exampleGuide)
const saying = (changes: Partial<Sheet>): Sheet => ({ ...sheet, ...changes })

test('what a guide says to everybody has no place, no address and no phone of a place in it', () => {
  const text = JSON.stringify(sheet)
  for (const { name, address } of exampleGuide.places) {
    expect(text).not.toContain(name)
    expect(text).not.toContain(address)
  }
  expect(sheet.limit[0]).toMatch(/^承诺时限：/)
})

test.each<[string, Partial<Sheet>, string[]]>([
  ['the same', {}, []],
  ['another limit', { limit: ['承诺时限：30个工作日'] }, ['办理时限']],
  ['a paper more', { materials: [...sheet.materials, '其他'] }, ['申请材料']],
  ['lines in another order', { conditions: sheet.conditions.toReversed() }, ['办理条件']],
  ['another phone', { enquiry: ['12345'] }, ['咨询电话']],
])('a copy that says %s differs in %j', (_what, changes, fields) => {
  expect(sheetDifferences(sheet, saying(changes)).map(({ fieldTitle }) => fieldTitle)).toEqual(fields)
})

test('a copy without a field lacks all of it', () => {
  const { fee: _fee, ...rest } = sheet
  expect(sheetDifferences(sheet, rest)).toEqual([expect.objectContaining({ field: 'fee', copy: [] })])
})

test.each<[string, Partial<Sheet>, string[]]>([
  ...Object.entries(UNIFIED_FIELDS).map(([field, title]): [string, Partial<Sheet>, string[]] => [
    `another ${field}`,
    { [field]: ['另一种写法'] },
    [title],
  ]),
  ['another phone, which is a town’s own', { enquiry: ['12345'] }, []],
  ['nothing else', {}, []],
])('of two towns one says %s: the seven fields differ in %j', (_what, changes, fields) => {
  const found = unifiedDifferences([
    { holder: '甲镇', sheet },
    { holder: '乙镇', sheet: saying(changes) },
    { holder: '丙镇', sheet },
  ])
  expect(found.map(({ fieldTitle }) => fieldTitle)).toEqual(fields)
  // The usual wording first, so that whoever differs stands last.
  for (const { says } of found)
    expect(says.map(({ holders }) => holders)).toEqual([['甲镇', '丙镇'], ['乙镇']])
})
