import { describe, expect, test } from 'vitest'
import { foldClock, type Clock } from '#engine/clock/clock.ts'
import type { ClockKind } from '#engine/clock/entry.ts'
import { toldToApplicant } from '../service/applicant-clocks.ts'
import { filing, INPUTS, INTO, into, journey, type Step } from '../testing/journey.ts'
import { calendar, caseWorld, RECEIVED, workday } from '../testing/world.ts'
import { ON_A_PROMISE, standing as ofPromise } from '../testing/ways.ts'
import { FELLING } from '../testing/item.ts'
import type { CaseDossier } from '../model/dossier.ts'
import { PROCEDURES } from '../model/procedures.ts'
import { standsOf, waitedFor } from './standing.ts'

const NAMES = { body: '示例区林业局', place: '示例镇便民服务中心' }
const read = (dossier: CaseDossier, clocks = Object.values(dossier.clocks), today: string = RECEIVED) =>
  standsOf(dossier, { ...NAMES, calendar, today, clocks: clocks.filter(toldToApplicant) })

/** A clock of that name, begun on the day of receipt. */
function running(clock: string): Clock {
  const kind = (['promised', 'notice', 'supplement', 'delivery', 'check'].find((each) => each === clock) ??
    'statutory') as ClockKind
  return foldClock(
    {},
    {
      ...{ entry: 'start', clock, kind, unit: 'working-day', amount: 5, day: RECEIVED },
      ...{ at: workday(0), event: '测试', basis: '测试', calendar: calendar.version },
    },
  )[clock]!
}

const WHO = /窗口|审查人员|审批人员|制证人员|邮政|系统|上级机关|等您|您撤回|您放弃|不用您|示例区林业局/u
const DAY = /\d{4}年\d+月\d+日/u

const EVERY = Object.entries(PROCEDURES).flatMap(([procedure, { states }]) =>
  Object.entries(states).map(([state, { clocks, final }]) => ({
    ...{ procedure: procedure as keyof typeof PROCEDURES, state: state as CaseDossier['state'] },
    ...{ clocks, final: final === true },
  })),
)

describe.each(['window', 'electronic', 'post'] as const)('delivered by %s', (delivery) => {
  test.each(EVERY)(
    '$procedure, $state: who acts, and by when where a limit runs',
    ({ procedure, state, clocks }) => {
      const dossier: CaseDossier = { ...into('accepted'), procedure, state, delivery }
      const said = read(
        dossier,
        clocks.map((name) => running(name)),
      )
      expect(said).toMatch(WHO)
      expect(said).toMatch(/[。]$/u)
      expect(DAY.test(said)).toBe(clocks.length > 0)
      // Where no clock runs, such as a limit that stands still, the sentence is whole without it.
      const without = read(dossier, [])
      expect(without).toMatch(WHO)
      expect(without).not.toMatch(DAY)
      expect(without).not.toMatch(/，[。；，]|undefined/u)
    },
  )
})

test('a limit that has passed is said to have passed', () => {
  expect(read(into('accepted'), undefined, '2027-01-04')).toContain('前完成，已经超期')
})

const publicised = {
  ...FELLING,
  process: {
    ...FELLING.process,
    publicity: { within: { amount: 7, unit: 'calendar-day' as const }, where: '村公示栏', basis: '测试' },
  },
}

test.each<[stage: string, says: RegExp, waits: string]>([
  ['rectifying', /整改通知书由示例镇便民服务中心的窗口送达，最晚.*送达的第二天起算/u, 'window-clerk'],
  ['rectifying, announced', /公告送达，最晚/u, 'window-clerk'],
  ['rectifying, served', /等您改正.*最晚/u, 'applicant'],
  ['check-failed', /审批人员作出处理，最晚/u, 'approver'],
  ['check-failed, told', /拟撤销；告知书由示例镇便民服务中心的窗口送达，最晚/u, 'window-clerk'],
  ['check-failed, told online', /系统送到“我的办件”，最晚/u, 'system'],
  ['check-failed, served', /等您陈述、申辩，最晚.*审批人员决定/u, 'applicant'],
  ['check-failed, heard', /您的意见已经收到，由示例区林业局的审批人员复核后决定，最晚/u, 'approver'],
  ['check-failed, silent', /期限已经过了.*审批人员复核后决定，最晚/u, 'approver'],
])('a broken promise, %s: the sentence and whom it waits for agree', (stage, says, waits) => {
  const dossier = ofPromise(ON_A_PROMISE, stage)
  expect(read(dossier)).toMatch(says)
  expect(waitedFor(dossier)).toBe(waits)
})

describe('what a chapter has going on is said before the state', () => {
  const START: Step = [3, 'reviewer', 'start-special', { ...INPUTS['start-special'], kind: 'expert-review' }]
  test.each<[name: string, steps: readonly Step[], says: RegExp]>([
    ['a special procedure before its notice', [...INTO.accepted, START], /专家评审.*书面告知.*送达/u],
    [
      'departments asked',
      [...INTO.accepted, [3, 'reviewer', 'ask-opinions']],
      /征求2个部门的意见.*示例区林业局作出决定，最晚/u,
    ],
    [
      'the right to a hearing before it is served',
      [...INTO.accepted, [3, 'reviewer', 'notify-hearing-right']],
      /示例区林业局告知您要求听证的权利/u,
    ],
    ['a meeting', [...INTO.accepted, [3, 'reviewer', 'call-meeting']], /召集有关部门开/u],
  ])('%s', (_name, steps, says) => {
    expect(read(journey(steps).dossier)).toMatch(says)
  })

  test('公示: until which day, where to read it, and what follows', () => {
    const world = caseWorld({ item: publicised })
    const filed: Step = [0, 'applicant', 'file-online', filing({}, { item: publicised })]
    const steps: Step[] = [filed, ...INTO.reviewed.slice(1), [5, 'approver', 'open-publicity']]
    const opened = journey(steps, world).dossier
    const said = read(opened)
    expect(said).toMatch(/正在公示，到2026年10月8日（星期四）期满/u)
    expect(said).toContain('“公示公告”和村公示栏能看到')
    expect(said).toMatch(/异议核实以后，由示例区林业局的审批人员作出决定，最晚/u)
    // Over, whatever the chapter had begun.
    expect(read({ ...opened, state: 'withdrawn' })).toContain('您撤回了申请')
  })
})
