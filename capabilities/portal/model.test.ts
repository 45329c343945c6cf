import { describe, expect, test } from 'vitest'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import type { FormField, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { answersOf, changesOf, dayKind, keepable, openNow } from './model.ts'

const field = (name: string, more: Partial<FormField> = {}): FormField => ({
  name,
  label: `${name}栏`,
  type: 'text',
  required: false,
  ...more,
})
const material = (id: string, more: object = {}) => ({
  id,
  name: `${id}材料`,
  necessity: 'required',
  acceptStandard: '清楚',
  ...more,
})
const version = (no: number, more: object = {}) =>
  ({
    version: no,
    name: '示例事项',
    materials: [material('a')],
    form: { title: '表', fields: [field('one')] },
    promisedLimit: { amount: 10, unit: 'working-day' },
    conditions: ['甲'],
    fee: { charged: false },
    delivery: ['window', 'electronic'],
    handleTypes: ['1', '2'],
    ...more,
  }) as unknown as ItemVersion

describe('what has changed since a draft was begun', () => {
  test.each([
    ['nothing', {}, []],
    ['a new paper', { materials: [material('a'), material('b')] }, ['新增了材料“b材料”，请补上。']],
    ['a paper less', { materials: [] }, ['不再需要材料“a材料”。']],
    ['a paper renamed', { materials: [material('a', { name: '甲证' })] }, ['材料“a材料”改名为“甲证”。']],
    [
      'a paper that may follow',
      { materials: [material('a', { necessity: 'tolerable' })] },
      ['材料“a材料”现在可以先受理后补交。'],
    ],
    [
      'a stricter paper',
      { materials: [material('a', { acceptStandard: '盖章' })] },
      ['材料“a材料”的要求改为：盖章'],
    ],
    [
      'a new question',
      { form: { fields: [field('one'), field('two', { required: true })] } },
      ['申请表新增了“two栏”，请填写。'],
    ],
    ['a question less', { form: { fields: [] } }, ['申请表不再问“one栏”。']],
    [
      'a question now required',
      { form: { fields: [field('one', { required: true })] } },
      ['申请表的“one栏”现在必须填写。'],
    ],
    [
      'another kind of answer',
      { form: { fields: [field('one', { type: 'date' })] } },
      ['申请表的“one栏”改了填写方式，请重新填写。'],
    ],
    [
      'a shorter promise',
      { promisedLimit: { amount: 5, unit: 'working-day' } },
      ['办理时限改为：承诺5个工作日办完，从受理的第二天算起。'],
    ],
    ['other conditions', { conditions: ['乙'] }, ['办理条件有变化，请看新的办事指南。']],
    ['a fee', { fee: { charged: true } }, ['现在要按规定收费，请看新的办事指南。']],
    ['no window any more', { delivery: ['electronic'] }, ['不再提供窗口领取。']],
    [
      'no longer online',
      { handleTypes: ['1'] },
      ['这件事现在不能在网上申请了。请到窗口办，填好的内容可以交给窗口接着办。'],
    ],
    ['no computer any more', { delivery: ['window'] }, ['不再提供电子送达。']],
  ])('%s', (_, change, sentences) => expect(changesOf(version(1), version(2, change))).toEqual(sentences))

  test('one and the same version has no changes', () =>
    expect(changesOf(version(1), version(1, { conditions: ['乙'] }))).toEqual([]))
})

describe('answers', () => {
  const form = {
    title: '表',
    fields: [
      field('one'),
      field('two', { showWhen: { field: 'one', equals: '是' } }),
      field('many', { type: 'choices' }),
    ],
  }

  test('to questions that are not asked are kept in the draft and left out of the filing', () => {
    const values = { one: '否', two: '旧答案', stranger: 'x', many: ['a'] }
    expect(keepable(form, values)).toEqual({ kept: { one: '否', two: '旧答案', many: ['a'] }, tooLong: [] })
    expect(answersOf(form, values)).toEqual({ one: '否', many: ['a'] })
  })

  test.each([
    ['text', { one: '长'.repeat(4001) }, 'one'],
    ['a choice', { many: ['长'.repeat(41)] }, 'many'],
    ['a list', { many: Array.from({ length: 61 }, () => 'a') }, 'many'],
  ])('that are too long are named: %s', (_, values, name) => {
    expect(keepable(form, values).tooLong.map((problem) => problem.field)).toEqual([name])
  })
})

describe('opening hours', () => {
  const source = { version: '1', years: { '2026': { off: ['2026-10-03'], work: ['2026-10-10'] } } }
  const calendar = compileCalendar(source)
  const span = (from: string, to: string) => ({ from, to })
  const hours = {
    workday: [span('09:00', '12:00'), span('13:30', '17:00')],
    saturday: [span('09:00', '11:00')],
  }

  test.each([
    ['2026-11-23', 'workday'],
    ['2026-11-21', 'saturday'],
    ['2026-11-22', 'closed'],
    ['2026-10-10', 'workday'],
    ['2026-10-03', 'closed'],
  ])('%s is a %s', (day, kind) => expect(dayKind(calendar, source, day)).toBe(kind))

  test.each([
    ['workday', '08:00', false, '今天星期一，大厅09:00开门。'],
    ['workday', '09:00', true, '今天星期一，大厅开着，开到12:00。'],
    ['workday', '12:30', false, '今天星期一，大厅13:30开门。'],
    ['workday', '17:00', false, '今天星期一的服务时间已过。网上随时可以申请。'],
    ['closed', '10:00', false, '今天星期一，大厅休息。网上随时可以申请。'],
  ] as const)('on a %s at %s: open %s', (kind, time, open, sentence) => {
    const now = new Date(`2026-11-23T${time}:00.000+08:00`).toISOString()
    expect(openNow(hours, kind, '2026-11-23', now)).toEqual({ day: '2026-11-23', open, sentence })
  })

  test('a door that stays open over noon is open until the evening', () => {
    const noon = { ...span('12:00', '13:30'), duty: true }
    const through = { ...hours, workday: [hours.workday[0]!, noon, hours.workday[1]!] }
    const { sentence } = openNow(through, 'workday', '2026-11-23', '2026-11-23T01:00:00.000Z')
    expect(sentence).toBe('今天星期一，大厅开着，开到17:00。')
  })
})
