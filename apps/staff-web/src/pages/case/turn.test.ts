import { expect, test } from 'vitest'
import type { CaseDetail } from '#capabilities/case/contract.ts'
import { stuckAt, turnNote } from './turn.ts'

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
  ['the own step', at({}, [REVIEW]), '卡在“审查”，该您办，最晚11月26日', undefined],
  ['somebody else’s', at({}), '卡在“审查”，该林业局审查人员办，最晚11月26日', undefined],
  [
    'the days of the party, although what they say may be written down',
    at({ waitsFor: '申请人' }, [HEAR]),
    '卡在“审查”，该申请人办，最晚11月30日',
    '等申请人答复，期限没到以前不能决定；现在说了什么，可以登记。',
  ],
  [
    'papers to be brought',
    at({ waitsFor: '申请人', state: 'supplementing' }),
    '卡在“审查”，该申请人办，最晚11月30日',
    '材料送到窗口的，当场接收。',
  ],
])('whose turn it is: %s', (_case, detail, stuck, note) => {
  expect(stuckAt(detail, promised)).toContain(stuck.slice(0, -6))
  expect(turnNote(detail)).toBe(note)
})

test('while the party may answer, the day named is theirs and not that of the office', () => {
  const detail = at({ waitsFor: '申请人' }, [HEAR])
  expect(stuckAt(detail, promised)).toContain('30')
  expect(stuckAt(at({}, [REVIEW]), promised)).toContain('26')
})

test.each<[string, CaseDetail['allowed'], string]>([
  ['nobody may go on', [], '等公安分局代表本单位提出意见，最晚11月18日'],
  ['the step is mine and waits', [{ ...REVIEW, waits: '要先等意见。' }], '等公安分局代表本单位提出意见'],
  ['the step is mine to take', [REVIEW], '该您办'],
])('where another’s word is awaited they are named, with their own day: %s', (_case, allowed, says) => {
  const awaits = { who: '公安分局', what: '代表本单位提出意见', clock: 'opinion-police', day: '2026-11-18' }
  expect(stuckAt({ ...at({}, allowed), awaits }, promised)).toContain(says)
})

test('whoever may go on reads their own day and not that of the answer they need not wait for', () => {
  const awaits = { who: '公安分局', what: '代表本单位提出意见', clock: 'opinion-police', day: '2026-11-18' }
  const detail = at({}, [REVIEW])
  const opinion = { ...promised, clock: 'opinion-police', day: '2026-11-18' }
  const both = { ...detail, awaits, clocks: [opinion, ...detail.clocks] }
  expect(stuckAt(both, opinion)).toBe('卡在“审查”，该您办，最晚11月26日。')
})
