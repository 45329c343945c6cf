import { expect, test } from 'vitest'
import { chineseNumber } from './numbers.ts'
import { changeSentence, doubtSentence } from './report.ts'
import { BODIES, planned, WHOLE } from './testing.ts'

const [CIVIL, CITY] = BODIES as [(typeof BODIES)[0], (typeof BODIES)[0]]
const TASK = `${CIVIL.creditCode}4370511001000`
const standing = { item: 'test-subsidy', line: { ...WHOLE, deptCode: CIVIL.creditCode, taskCode: TASK } }

test.each([
  [
    'full-width digits',
    { catalogCode: '３７０５１１００１０００' },
    'full-width',
    { catalogCode: '370511001000' },
  ],
  [
    'spaces within a code',
    { catalogCode: '3705 1100 1000' },
    'spaces-taken',
    { catalogCode: '370511001000' },
  ],
  [
    'the apostrophe that kept the digits of a code',
    { deptCode: `'${CIVIL.creditCode}` },
    'apostrophe-taken',
    { deptCode: CIVIL.creditCode },
  ],
  ['signs of no width', { taskName: '\u200b测试补贴申领 ' }, 'spaces-taken', { taskName: '测试补贴申领' }],
  [
    'the level in the name',
    { taskName: '测试补贴申领（县级）' },
    'level-from-name',
    { taskName: '测试补贴申领' },
  ],
  [
    'the level of towns in the name',
    { taskName: '测试补贴申领(镇级)', useLevel: '' },
    'level-from-name',
    { useLevel: '镇（乡、街道）级' },
  ],
  ['a type by another word', { taskType: '给付' }, 'other-wording', { taskType: '行政给付' }],
  [
    'several by any sign',
    { serverType: '企业法人、自然人' },
    'other-wording',
    { serverType: '自然人^企业法人' },
  ],
  [
    'number and unit in one',
    { promiseDay: '20个工作日', promiseType: '' },
    'unit-in-number',
    { promiseDay: '20', promiseType: '工作日' },
  ],
  ['a number in words', { promiseDay: '二十个工作日' }, 'unit-in-number', { promiseDay: '20' }],
  ['at once', { promiseDay: '当场办结' }, 'other-wording', { promiseDay: '0' }],
  [
    'a day with strokes',
    { planEffectiveDate: '2024/1/5' },
    'day-rewritten',
    { planEffectiveDate: '2024-01-05' },
  ],
  [
    'a day in words',
    { planEffectiveDate: '2024年1月5日' },
    'day-rewritten',
    { planEffectiveDate: '2024-01-05' },
  ],
  [
    'a day as a workbook counts it',
    { planEffectiveDate: '45296' },
    'day-rewritten',
    { planEffectiveDate: '2024-01-05' },
  ],
  [
    'nine digits of a body',
    { deptCode: organisation(CIVIL) },
    'credit-code-completed',
    { deptCode: CIVIL.creditCode },
  ],
  [
    'nine digits with a stroke',
    { deptCode: dashed(CIVIL) },
    'credit-code-completed',
    { deptCode: CIVIL.creditCode },
  ],
  [
    'both codes of a body',
    { deptCode: `${dashed(CIVIL)}、${CIVIL.creditCode}` },
    'credit-code-kept',
    { deptCode: CIVIL.creditCode },
  ],
  [
    'a body by its short name',
    { deptName: '民政局' },
    'body-name-whole',
    { deptName: CIVIL.name, deptCode: CIVIL.creditCode },
  ],
  [
    'a body by its code alone',
    { deptName: '', deptCode: CITY.creditCode },
    'body-name-from-code',
    { deptName: CITY.name },
  ],
  [
    'a task code for a base code',
    { catalogCode: TASK },
    'task-code-apart',
    { catalogCode: '370511001000', taskCode: TASK },
  ],
] as const)('%s is put right, and the words of the file stay on record', async (_, written, code, became) => {
  const { rows } = await planned([{ ...WHOLE, ...written }])
  expect(rows[0]).toMatchObject({ outcome: 'new', doubts: [], line: became })
  const mend = rows[0]!.mends.find((each) => each.code === code)
  expect(mend).toBeDefined()
})

test.each([
  [
    'two codes in a cell',
    { catalogCode: '370511001000、370511001001' },
    'several-codes',
    '370511001000\n370511001001',
  ],
  [
    'two codes on end',
    { catalogCode: '370511001000370511001001' },
    'several-codes',
    '370511001000\n370511001001',
  ],
  ['a code that a spreadsheet rounded', { catalogCode: '3.70511E+11' }, 'digits-lost', undefined],
  ['a code without its zeros', { catalogCode: '0511001000' }, 'zeros-lost', '000511001000'],
  ['a code that is none', { catalogCode: '999999999999' }, 'code-malformed', undefined],
  ['a situation, not an item', { taskCode: `${TASK}01` }, 'situation-line', TASK],
  [
    'a task code of another item',
    { taskCode: `${CIVIL.creditCode}4370511001009` },
    'code-parts-differ',
    '370511001009',
  ],
  [
    'a task code of another body',
    { taskCode: `${CITY.creditCode}4370511001000`, deptCode: CIVIL.creditCode },
    'code-parts-differ',
    CITY.creditCode,
  ],
  ['a type that its code denies', { taskType: '行政许可' }, 'code-parts-differ', '行政给付'],
  ['a level that its name denies', { taskName: '测试补贴申领（镇级）' }, 'level-differs', '镇（乡、街道）级'],
  ['a type of no list', { taskType: '便民事项' }, 'word-unknown', undefined],
  ['months', { promiseDay: '2个月' }, 'limit-in-months', '60个自然日'],
  ['from so many to so many', { promiseDay: '15-20个工作日' }, 'limit-unreadable', undefined],
  ['two units', { promiseDay: '20个工作日', promiseType: '自然日' }, 'unit-differs', '工作日'],
  ['no unit at all', { promiseType: '' }, 'missing', undefined],
  ['a promise beyond the law', { anticipateDay: '5', anticipateType: '工作日' }, 'promise-over-law', '5'],
  ['a day that is none', { planEffectiveDate: '2024-02-30' }, 'day-unreadable', undefined],
  ['a body nobody knows', { deptName: '别处区民政局', deptCode: '' }, 'body-unknown', undefined],
  [
    'a code that fails its check',
    { deptCode: `${CIVIL.creditCode.slice(0, 17)}${CIVIL.creditCode[17] === '1' ? '2' : '1'}` },
    'credit-code-wrong',
    undefined,
  ],
  [
    'two bodies in one cell',
    { deptCode: `${CIVIL.creditCode}、${CITY.creditCode}` },
    'bodies-differ',
    undefined,
  ],
  ['name and code of two bodies', { deptCode: CITY.creditCode }, 'bodies-differ', CITY.name],
  ['no name', { taskName: '' }, 'missing', undefined],
  [
    'another county’s merged code',
    { catalogCode: '511A05012000-511602-000-68236467-9-1-00' },
    'other-area',
    '511602',
  ],
] as const)('%s waits for a person, with the words of the file', async (_, written, code, proposal) => {
  const { rows } = await planned([{ ...WHOLE, ...written }])
  expect(rows[0]!.outcome).toBe('needs-a-human')
  const doubt = rows[0]!.doubts.find((each) => each.code === code)
  expect(doubt).toBeDefined()
  if (proposal !== undefined) expect(doubt!.proposal).toBe(proposal)
})

test('a merged local code is taken apart and finds the item by it', async () => {
  const local = { ...standing, line: { ...standing.line, localCatalogCode: '370A05012000' } }
  const { rows } = await planned(
    [
      {
        taskName: WHOLE.taskName!,
        catalogCode: `370A05012000-370304-000-${dashed(CIVIL)}-1-00`,
        promiseDay: '8',
      },
    ],
    [local],
  )
  expect(rows[0]).toMatchObject({
    ...{ outcome: 'changed', item: 'test-subsidy' },
    changes: [{ field: 'promiseDay', before: '10', after: '8' }],
  })
})

test('an item comes back by its code: changed, unchanged, or left as it is where the cell is empty', async () => {
  const { rows } = await planned(
    [
      { ...WHOLE, promiseDay: '8' },
      { ...WHOLE, catalogCode: '370511001002' },
    ],
    [standing],
  )
  expect(rows.map(({ outcome, item }) => [outcome, item])).toEqual([
    ['changed', 'test-subsidy'],
    ['new', undefined],
  ])
  const [same] = (await planned([{ ...WHOLE, byLaw: '' }], [standing])).rows
  expect(same).toMatchObject({ outcome: 'unchanged', kept: ['taskCode', 'byLaw'] })
})

test('a code once given does not move to another item by a file', async () => {
  const { rows } = await planned(
    [{ ...WHOLE, localTaskCode: 'test-subsidy', catalogCode: '370511001002' }],
    [{ ...standing, line: { ...standing.line, localTaskCode: 'test-subsidy' } }],
  )
  expect(rows[0]!.doubts.map(({ code }) => code)).toContain('code-changed')
})

test('a line that stands twice counts once; with a difference, a person chooses', async () => {
  const alike = await planned([WHOLE, WHOLE])
  expect(alike.rows.map(({ outcome }) => outcome)).toEqual(['new', 'unchanged'])
  expect(alike.rows[1]!.sameAs).toEqual({ sheet: '', row: 2 })
  const different = await planned([WHOLE, { ...WHOLE, promiseDay: '8' }])
  expect(
    different.rows.map(({ outcome, doubts }) => [outcome, doubts[0]!.code, doubts[0]!.original]),
  ).toEqual([
    ['needs-a-human', 'twice-and-different', '3'],
    ['needs-a-human', 'twice-and-different', '2'],
  ])
})

test('ten thousand lines: every row of the file has its outcome', async () => {
  const lines = Array.from({ length: 10_000 }, (_, at) => ({
    ...WHOLE,
    catalogCode: `3705${String(11_000_000 + (at % 9_500)).padStart(8, '0')}`,
    promiseDay: at % 100 === 7 ? '尽快' : '20个工作日',
  }))
  const { rows, counts } = await planned(lines)
  expect(rows).toHaveLength(lines.length)
  expect(counts).toEqual({ new: 9_405, changed: 0, unchanged: 495, 'needs-a-human': 100 })
})

test.each([
  ['十', 10],
  ['十五', 15],
  ['二十', 20],
  ['一百二十', 120],
  ['一百零五', 105],
  ['两', 2],
  ['', Number.NaN],
  ['甲', Number.NaN],
])('%s is %d', (text, number) => expect(chineseNumber(text)).toBe(number))

function organisation({ creditCode }: { creditCode: string }): string {
  return creditCode.slice(8, 17)
}

function dashed(known: { creditCode: string }): string {
  const code = organisation(known)
  return `${code.slice(0, 8)}-${code.slice(8)}`
}

test('a repeated line names the other row, and no row number stands as the words of the file', () => {
  expect(doubtSentence({ code: 'twice-and-different', original: '92' })).toBe(
    '与第92行重复。同一事项在文件里有几行，内容不一样。请留一行。',
  )
})

test('a day or number that this house gives is said not to follow the file', () => {
  const change = { before: '2024-01-01', after: '2026-12-01' }
  expect(changeSentence({ field: 'planEffectiveDate', ...change })).toBe(
    '计划生效日期：2024-01-01 → 2026-12-01（由本平台定，不随文件改）',
  )
  expect(changeSentence({ field: 'planCancelDate', ...change })).not.toContain('不随文件改')
})
