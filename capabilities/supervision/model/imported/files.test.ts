import { describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/refusal.ts'
import { checkRecords, readFile, type BadLine } from '../imported.ts'
import { datasetOf, fieldNamed, SHAPES, templates } from './datasets.ts'
import { readTime, surelyBefore } from './times.ts'

const NOW = '2026-11-23T02:00:00.000Z'

function read(text: string | Uint8Array) {
  const found = readFile(typeof text === 'string' ? new TextEncoder().encode(text) : text)
  if (isRefusal(found)) return found.code
  return { ...checkRecords(found.records, NOW), ignored: found.ignored }
}
function good(text: string | Uint8Array) {
  const found = read(text)
  if (typeof found === 'string') throw new Error(found)
  return found
}

describe('times as offices write them', () => {
  test.each<[string, string | undefined]>([
    ['20260316T093000', '2026-03-16T01:30:00.000Z'],
    ['20260316093000', '2026-03-16T01:30:00.000Z'],
    ['2026-03-16 09:30:00', '2026-03-16T01:30:00.000Z'],
    ['2026/3/6 9:30', '2026-03-06T01:30:00.000Z'],
    ['2026-03-16T09:30:00+08:00', '2026-03-16T01:30:00.000Z'],
    ['2026-03-16T01:30:00Z', '2026-03-16T01:30:00.000Z'],
    ['20260316', '2026-03-16'],
    ['2026.3.16', '2026-03-16'],
    ['2026-02-30', undefined],
    ['2026-03-16 24:00:00', undefined],
    ['1926-03-16', undefined],
    ['三月十六日', undefined],
    ['', undefined],
  ])('%s', (text, told) => {
    expect(readTime(text)).toBe(told)
  })

  test('a day alone is before no moment of the same day', () => {
    expect(surelyBefore('2026-03-16', '2026-03-16T09:30:00.000Z')).toBe(false)
    expect(surelyBefore('2026-03-16T01:30:00.000Z', '2026-03-16T09:30:00.000Z')).toBe(true)
    // Half past eight in the evening in London is the next day in Shanghai.
    expect(surelyBefore('2026-03-16', '2026-03-16T20:30:00.000Z')).toBe(true)
  })
})

const HEAD = 'projectNo,taskName,orgName,acceptDate,applyerName,applyerPageCode'

test('SUP-06 a CSV keeps what the rules read and drops who applied', () => {
  const { rows, bad, ignored } = good(
    `${HEAD}\r\nA-1,"食品经营许可,新办",区局,20260316T093000,测试甲,370304190001010010\r\n`,
  )
  expect(bad).toEqual([])
  expect(ignored).toEqual(['applyerName', 'applyerPageCode'])
  expect(rows).toMatchObject([
    {
      ...{ dataset: 'accept', projectNo: 'A-1', line: 2, removed: false },
      fields: { projectNo: 'A-1', taskName: '食品经营许可,新办', acceptDate: '2026-03-16T01:30:00.000Z' },
    },
  ])
  expect(JSON.stringify(rows)).not.toMatch(/测试甲|19000101/)
})

test.each<[string, string, Partial<BadLine>]>([
  ['a missing name', 'A-1,,区局,20260316', { problem: 'missing', field: 'taskName' }],
  ['no case number', ',许可,区局,20260316', { problem: 'missing', field: 'projectNo' }],
  ['a date that is none', 'A-1,许可,区局,2026-13-01', { problem: 'no-time', field: 'acceptDate' }],
  ['a day to come', 'A-1,许可,区局,2026-11-24', { problem: 'in-future', field: 'acceptDate' }],
  ['a column too few', 'A-1,许可,区局', { problem: 'columns-differ' }],
  ['an endless name', `A-1,${'长'.repeat(501)},区局,20260316`, { problem: 'too-long', field: 'taskName' }],
])('SUP-06 a bad line is named with its number and spoils no other: %s', (_title, line, problem) => {
  const { rows, bad } = good(`projectNo,taskName,orgName,acceptDate\n${line}\nB-2,许可,区局,20260317\n`)
  expect(rows.map(({ projectNo, line: at }) => [projectNo, at])).toEqual([['B-2', 3]])
  expect(bad).toMatchObject([{ line: 2, dataset: 'accept', ...problem }])
})

test('a step that ends before it begins is a bad line', () => {
  const head = 'projectNo,processName,eventName,eventStartTime,eventEndTime,handleUserName'
  expect(good(`${head}\nA-1,审查,审查,20260317,20260316,乙\n`).bad).toMatchObject([
    { problem: 'reversed', field: 'eventEndTime' },
  ])
})

test('lines run over, empty ones do not count, and the number stays that of the file', () => {
  const { rows } = good(
    `\uFEFFprojectNo,taskName,orgName,acceptDate\n"A-1","两\n行",区局,20260316\n\n\nB-2,许可,区局,20260317`,
  )
  expect(rows.map(({ line }) => line)).toEqual([2, 6])
})

test('GB18030, as office programs save it, and names in other spellings are read', () => {
  // projectNo,事项名称,ACCEPT_DATE / A-1,许可,20260316 in GB18030.
  const bytes = Buffer.concat([
    Buffer.from('project_no,'),
    Buffer.from([0xca, 0xc2, 0xcf, 0xee, 0xc3, 0xfb, 0xb3, 0xc6]),
    Buffer.from(',ACCEPT_DATE\nA-1,'),
    Buffer.from([0xd0, 0xed, 0xbf, 0xc9]),
    Buffer.from(',20260316\n'),
  ])
  expect(good(bytes).rows[0]!.fields).toEqual({
    projectNo: 'A-1',
    taskName: '许可',
    acceptDate: '2026-03-16',
  })
})

test('JSON holds several data sets; each record stands on its own line', () => {
  const text = `{
  "up_pro_accept": [
    { "projectNo": "A-1", "taskName": "许可", "acceptDate": "20260316" },
    { "projectNo": "A-2", "taskName": "许可" }
  ],
  "up_pro_result": [
    { "projectNo": "A-1", "resultType": 0, "resultDate": "20260318" }
  ]
}`
  const { rows, bad } = good(text)
  expect(rows.map(({ dataset, line }) => [dataset, line])).toEqual([
    ['accept', 3],
    ['result', 7],
  ])
  expect(bad).toMatchObject([{ line: 4, problem: 'missing', field: 'acceptDate' }])
})

test('a line that is taken back needs no more than its case', () => {
  const { rows } = good('projectNo,taskName,acceptDate,cd_operation\nA-1,,,D\n')
  expect(rows).toMatchObject([{ projectNo: 'A-1', removed: true }])
})

test.each<[string, string | Uint8Array, string]>([
  ['a picture', new Uint8Array([0x89, 0x50, 0, 0]), 'import-encoding-unknown'],
  ['bytes of no encoding', new Uint8Array([0xff, 0xff, 0xff]), 'import-encoding-unknown'],
  ['other columns', '姓名,电话\n甲,1\n', 'import-columns-unknown'],
  ['a head without lines', `${HEAD}\n`, 'import-empty'],
  ['nothing', '', 'import-columns-unknown'],
  ['broken JSON', '{"up_pro_accept": [', 'import-not-json'],
  ['JSON of another kind', '{"up_pro_accept": 3}', 'import-not-json'],
  ['too many lines', `${HEAD}\n${'A-1,许可,区局,20260316,,\n'.repeat(50_001)}`, 'import-too-long'],
])('a file that cannot be read is refused as a whole: %s', (_title, text, code) => {
  expect(read(text)).toBe(code)
})

test.each(templates())(
  'the empty file “$title” is known by its columns, and none of them goes unread',
  ({ title, columns }) => {
    const dataset = datasetOf(columns)!
    expect(SHAPES[dataset].title).toBe(title)
    expect(columns.filter((column) => fieldNamed(dataset, column) === undefined)).toEqual([])
  },
)
