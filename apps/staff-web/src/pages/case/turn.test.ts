import { describe, expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { whoseTurn, turnNote } from './turn.ts'

const HEAR = { act: 'hear-party', title: '陈述申辩', tone: 'primary' as const, input: {} }
const REVIEW = { ...HEAR, act: 'review', title: '审查' }

/** As much of a case as says whose turn it is. */
function at(more: Partial<CaseDetail['summary']>, allowed: CaseDetail['allowed'] = []): CaseDetail {
  const clock = (name: string, day: string) => ({ clock: name, state: 'running', day })
  return {
    summary: { state: 'accepted', stateText: '审查中', waitsFor: '审查人员', waitsAt: '林业局', ...more },
    ...{ steps: [{ title: '审查', state: 'current' }], deliveryMode: 'window', allowed },
    clocks: [clock('promised', '2026-11-26'), clock('statement', '2026-11-30')],
  } as unknown as CaseDetail
}
const promised = at({}).clocks[0]!

test.each<[string, CaseDetail, string, string | undefined]>([
  ['the own step', at({}, [REVIEW]), '正在“审查”，轮到您办，最晚11月26日', undefined],
  ['somebody else’s', at({}), '正在“审查”，轮到林业局审查人员办，最晚11月26日', undefined],
  [
    'the days of the party, although what they say may be written down',
    at({ waitsFor: '申请人' }, [HEAR]),
    '正在“审查”，轮到申请人办，最晚11月30日',
    '等申请人答复，期限没到以前不能决定；现在说了什么，可以登记。',
  ],
  [
    'papers to be brought',
    at({ waitsFor: '申请人', state: 'supplementing' }),
    '正在“审查”，轮到申请人办，最晚11月30日',
    '材料送到窗口的，当场接收。',
  ],
])('whose turn it is: %s', (_case, detail, stuck, note) => {
  expect(whoseTurn(detail, promised)).toContain(stuck.slice(0, -6))
  expect(turnNote(detail)).toBe(note)
})

test('while the party may answer, the day named is theirs and not that of the office', () => {
  const detail = at({ waitsFor: '申请人' }, [HEAR])
  expect(whoseTurn(detail, promised)).toContain('30')
  expect(whoseTurn(at({}, [REVIEW]), promised)).toContain('26')
})

test.each<[string, CaseDetail['allowed'], string]>([
  ['nobody may go on', [], '等公安分局代表本单位提出意见，最晚11月18日'],
  ['the step is mine and waits', [{ ...REVIEW, waits: '要先等意见。' }], '等公安分局代表本单位提出意见'],
  ['the step is mine to take', [REVIEW], '轮到您办'],
])('where another’s word is awaited they are named, with their own day: %s', (_case, allowed, says) => {
  const awaits = { who: '公安分局', what: '代表本单位提出意见', clock: 'opinion-police', day: '2026-11-18' }
  expect(whoseTurn({ ...at({}, allowed), awaits }, promised)).toContain(says)
})

test('whoever may go on reads their own day and not that of the answer they need not wait for', () => {
  const awaits = { who: '公安分局', what: '代表本单位提出意见', clock: 'opinion-police', day: '2026-11-18' }
  const detail = at({}, [REVIEW])
  const opinion = { ...promised, clock: 'opinion-police', day: '2026-11-18' }
  const both = { ...detail, awaits, clocks: [opinion, ...detail.clocks] }
  expect(whoseTurn(both, opinion)).toBe('正在“审查”，轮到您办，最晚11月26日。')
})

describe('a case is stuck only once a limit has passed, and which one is said', () => {
  const step = { clock: 'step-review', kind: 'step', state: 'running', day: '2026-11-20' }
  const promise = { kind: 'promised', title: '承诺办结期限', day: '2026-11-19', workingDays: 2 }
  const law = { kind: 'statutory', title: '法定办结期限', day: '2026-11-20', workingDays: 1 }
  const inTime = { ...step, standing: 'in-time', workingDaysLeft: 2 }
  const today = { ...step, standing: 'soon', workingDaysLeft: 0 }
  const late = { ...step, standing: 'late', workingDaysLeft: -1 }
  test.each<[string, object, object[], string]>([
    ['the step is in time', inTime, [], '正在“审查”，轮到您办，最晚11月20日。'],
    ['its last day', today, [], '正在“审查”，轮到您办，最晚11月20日。'],
    ['the step is late', late, [], '已超期：“审查”轮到您办，环节超期1个工作日。'],
    [
      'and so is the promise',
      late,
      [promise],
      '已超期：“审查”轮到您办，环节超期1个工作日、承诺超期2个工作日。',
    ],
    ['the step is in time, the case is not', inTime, [law], '已超期：“审查”轮到您办，法定超期1个工作日。'],
    ['only rest days have passed', { ...late, workingDaysLeft: 0 }, [], '已超期：“审查”轮到您办，环节超期。'],
  ])('%s', (_case, clock, overdue, says) => {
    const detail = at({ overdue: overdue as never }, [REVIEW])
    expect(whoseTurn(detail, clock as never)).toBe(says)
  })

  test('that the window let its five days pass is said beside it', () => {
    const detail = { ...at({}, []), deemed: true }
    expect(whoseTurn(detail, late as never)).toBe(
      '已超期：“审查”轮到林业局审查人员办，环节超期1个工作日。收到材料五个工作日内，窗口没有受理也没有告知，依法自收到之日起视为受理。',
    )
    expect(whoseTurn(detail, inTime as never)).not.toContain('视为受理')
  })

  test('whoever is waited for is late', () => {
    const awaits = { who: '公安分局', what: '代表本单位提出意见', clock: 'opinion-police', day: '2026-11-18' }
    const opinion = { ...late, clock: 'opinion-police', kind: 'opinion' } as never
    const detail = { ...at({}, []), awaits, clocks: [opinion] }
    expect(whoseTurn(detail, promised)).toBe(
      '已超期：“审查”等公安分局代表本单位提出意见，答复意见超期1个工作日。',
    )
  })
})
