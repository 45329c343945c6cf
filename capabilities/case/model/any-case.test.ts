import { expect, test } from 'vitest'
import { caseRefusals } from '../contract.ts'
import { addDays, legalDay, startOfDay, type Instant } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { allowed, decide, fold } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import { seeded, type Seeded } from '#engine/testing/seeded.ts'
import { FELLING } from '../testing/item.ts'
import {
  checklist,
  filing,
  INPUTS,
  INTO,
  journey,
  lines,
  paper,
  rendered,
  type Step,
} from '../testing/journey.ts'
import { at, caseWorld, PEOPLE, RECEIVED, type Who } from '../testing/world.ts'
import { approval } from './approval.ts'
import { NO_CASE, type CaseDossier } from './dossier.ts'

const WHO = Object.keys(PEOPLE) as Who[]
const MATERIALS = FELLING.materials.map((material) => material.id)

/** What somebody might type, lawful or not. */
function input(action: string, dossier: CaseDossier, random: Seeded): Readonly<Record<string, unknown>> {
  const named = MATERIALS.filter(() => random.chance(0.4))
  switch (action) {
    case 'file-online':
    case 'file-at-window':
      return filing({
        delivery: random.oneOf(['window', 'electronic']),
        materials: named.map((id) => paper(id)),
      })
    case 'accept':
      return { checklist: checklist(random.chance(0.3) ? { plan: 'missing' } : {}) }
    case 'notify-supplement': {
      const asked = named.length > 0 ? named : ['plan']
      const missing = Object.fromEntries(asked.map((material) => [material, 'missing' as const]))
      return { lines: lines(...asked), checklist: checklist(missing) }
    }
    case 'supply':
    case 'supply-at-window':
      return {
        materials: (random.chance(0.5) ? MATERIALS : [...named, 'plan']).map((id) => paper(id)),
        files: {},
      }
    case 'record-paper':
      return rendered(
        random.oneOf(['receipt', 'grant', 'denial', 'not-accepted']),
        random.whole(1, dossier.version),
      )
    default:
      return INPUTS[action] ?? {}
  }
}

function later(now: Instant, random: Seeded): Instant {
  const day = addDays(legalDay(now), random.oneOf([0, 0, 1, 1, 2, 5, 9]))
  const next = new Date(Date.parse(startOfDay(day)) + random.whole(0, 86_399_999)).toISOString()
  return next > now ? next : now
}

/** What must hold of every case at every moment, whatever people did to it. */
function wrongWith(dossier: CaseDossier, facts: readonly Fact[]): string[] {
  const state = approval.states[dossier.state]!
  const running = Object.values(dossier.clocks).filter((clock) => clock.ended === undefined)
  const stored = JSON.parse(JSON.stringify(facts)) as Fact[]
  return [
    ...(state.final && running.length > 0 ? [`${dossier.state} still runs ${running[0]!.name}`] : []),
    ...(!state.final && !running.some((clock) => state.clocks.includes(clock.name))
      ? [`no clock runs in ${dossier.state}`]
      : []),
    ...(dossier.version === facts.length ? [] : ['version and facts part']),
    ...(JSON.stringify(fold(approval, stored)) === JSON.stringify(dossier) ? [] : ['fold and dossier part']),
  ]
}

/** A due job is lawful at its moment and not a moment before. */
function wrongJobs(dossier: CaseDossier, world = caseWorld()): string[] {
  return approval.timers(dossier, world).flatMap(({ action, at: due }) => {
    const before = new Date(Date.parse(due) - 1).toISOString()
    const early = decide(approval, dossier, action, {}, PEOPLE.system, before, world)
    const inTime = decide(approval, dossier, action, {}, PEOPLE.system, due, world)
    return [
      ...(isRefusal(inTime) ? [`the job ${action} is refused when due: ${inTime.code}`] : []),
      ...(action === 'deliver-electronically' || isRefusal(early) ? [] : [`the job ${action} may run early`]),
    ]
  })
}

test('300 random cases, each act chosen from what is allowed: always owned, always timed, always its own record', () => {
  const wrong: string[] = []
  const reached = new Set<string>()
  const codes = new Set<string>()
  for (let seed = 1; seed <= 300; seed++) {
    const random = seeded(seed)
    const world = caseWorld()
    let dossier = NO_CASE
    let facts: readonly Fact[] = []
    let now = at(RECEIVED)
    for (let step = 0; step < 25; step++) {
      const who = random.chance(0.2) ? 'system' : random.oneOf(WHO)
      const may = allowed(approval, dossier, PEOPLE[who], now, world)
      // Leaving early is always allowed and would end most cases at once.
      const names = random.chance(0.9) ? may.filter((name) => name !== 'withdraw') : may
      now = later(now, random)
      if (names.length === 0) continue
      const action = random.oneOf(names)
      const verdict = decide(
        approval,
        dossier,
        action,
        input(action, dossier, random),
        PEOPLE[who],
        now,
        world,
      )
      if (isRefusal(verdict)) {
        codes.add(verdict.code)
        continue
      }
      dossier = verdict.dossier
      facts = [...facts, ...verdict.facts]
      reached.add(dossier.state)
      const found = [...wrongWith(dossier, facts), ...wrongJobs(dossier)]
      wrong.push(...found.map((what) => `seed ${seed}, step ${step}, ${who} ${action}: ${what}`))
    }
  }
  expect(wrong).toEqual([])
  expect([...reached].toSorted()).toEqual(Object.keys(approval.states).toSorted())
  for (const code of codes) expect(caseRefusals).toContain(code)
}, 60_000)

const LONG_WAY: Step[] = [
  [0, 'applicant', 'file-online', filing({ materials: [] })],
  [1, 'clerk', 'pre-review', { passed: false, remark: '缺材料' }],
  [
    2,
    'clerk',
    'notify-supplement',
    { lines: lines('title', 'plan'), checklist: checklist({ title: 'missing', plan: 'missing' }) },
  ],
  [4, 'applicant', 'supply', { materials: [paper('title'), paper('plan')], files: {} }],
  [
    6,
    'town clerk',
    'notify-supplement',
    { lines: lines('plan'), checklist: checklist({ plan: 'defective' }) },
  ],
  [9, 'clerk', 'supply-at-window', { materials: [paper('plan')], files: {} }],
  [10, 'clerk', 'propose-refusal'],
  [11, 'approver', 'return-to-window'],
  [12, 'clerk', 'accept'],
  [14, 'reviewer', 'review'],
  [15, 'approver', 'return-to-review'],
  [16, 'reviewer', 'review', { opinion: 'deny', text: '在禁伐区内' }],
  [17, 'approver', 'deny'],
  [18, 'issuer', 'seal'],
  [18, 'system', 'record-paper', rendered('denial', 13)],
  [19, 'clerk', 'deliver-at-window'],
  [20, 'system', 'record-paper', rendered('delivery', 16)],
]

test('the long way: two supplements, a proposal returned, a second look, a denial, and its papers', () => {
  const { dossier, facts } = journey(LONG_WAY)
  expect(dossier).toMatchObject({
    state: 'closed',
    firstReceivedOn: '2026-09-21',
    acceptance: { deemed: false },
    decision: { result: 'denied' },
    supplement: { open: false, asked: ['plan'] },
    papers: [
      { kind: 'denial', seq: 13 },
      { kind: 'delivery', seq: 16 },
    ],
  })
  expect(wrongWith(dossier, facts)).toEqual([])
  expect(fold(approval, facts)).toEqual(dossier)
})

test('a refusal to accept ends with its paper handed over', () => {
  const steps: Step[] = [
    ...INTO['not-accepted'],
    [2, 'system', 'record-paper', rendered('not-accepted', 3)],
    [3, 'clerk', 'deliver-at-window'],
  ]
  const { dossier, facts } = journey(steps)
  expect(dossier).toMatchObject({
    state: 'closed',
    decision: { result: 'refused' },
    proposal: { by: { person: 'clerk-1' } },
  })
  expect(fold(approval, facts)).toEqual(dossier)
})

test('nothing personal stands in a fact in the clear', () => {
  const world = caseWorld({ seal: () => 'sealed' })
  const text = JSON.stringify(journey(LONG_WAY, world).facts.map((fact) => fact.body))
  for (const word of [
    '张示例',
    '19900000001',
    '370304190001010000',
    '缺材料',
    '禁伐区',
    '没有提供',
    '居民身份证',
  ]) {
    expect(text).not.toContain(word)
  }
})
