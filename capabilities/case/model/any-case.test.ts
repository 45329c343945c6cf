import { expect, test } from 'vitest'
import { caseRefusals } from '../contract.ts'
import { addDays, legalDay, startOfDay, type Instant } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { allowed, decide, fold } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import { seeded, type Seeded } from '#engine/testing/seeded.ts'
import { FELLING } from '../testing/item.ts'
import {
  CHAPTER_ACTS,
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
import { checked, filedAs, WAYS, type Way } from '../testing/ways.ts'
import { at, calendar, caseWorld, PEOPLE, RECEIVED, type Who } from '../testing/world.ts'
import { openTasks } from '../chapters/meetings/dossier.ts'
import { approval } from './approval.ts'
import { NO_CASE, type CaseDossier } from './dossier.ts'
import { effectiveItem } from './effective-item.ts'
import { procedureOf, PROCEDURES } from './procedures.ts'
import type { CaseProcedure } from './skeleton.ts'
import type { CaseWorld } from './world.ts'

const WHO = Object.keys(PEOPLE) as Who[]
/** Who carries an ordinary case; drawn more often, or most steps would be somebody's with nothing to do. */
const USUAL: readonly Who[] = ['applicant', 'clerk', 'reviewer', 'approver', 'issuer']
const MATERIALS = FELLING.materials.map((material) => material.id)
const DELIVERIES = ['window', 'electronic', 'post'] as const

/** What somebody might type, lawful or not. */
function input(
  action: string,
  dossier: CaseDossier,
  { item, procedure }: Way,
  random: Seeded,
): Readonly<Record<string, unknown>> {
  const effective = effectiveItem(item, dossier.version === 0 ? procedure : dossier.procedure)
  const asked = effective.materials.map(({ id }) => id)
  const named = asked.filter(() => random.chance(0.4))
  switch (action) {
    case 'file-online':
    case 'file-at-window': {
      const delivery = random.oneOf(DELIVERIES.filter((mode) => item.delivery.includes(mode)))
      return filedAs(item, procedure, { delivery, materials: named.map((id) => paper(id)) })
    }
    case 'accept':
      return { checklist: checklist(random.chance(0.3) ? { title: 'missing' } : {}, effective) }
    case 'notify-supplement': {
      const wanted = named.length > 0 ? named : ['title']
      const missing = Object.fromEntries(wanted.map((material) => [material, 'missing' as const]))
      return { lines: lines(...wanted), checklist: checklist(missing, effective) }
    }
    case 'supply':
    case 'supply-at-window':
      return {
        materials: (random.chance(0.5) ? MATERIALS : [...named, 'title']).map((id) => paper(id)),
        files: {},
      }
    case 'record-survey':
      return { ...INPUTS[action], day: dossier.firstReceivedOn, result: random.oneOf(['met', 'not-met']) }
    case 'record-check':
      return checked(random.oneOf(['met', 'rectify', 'broken']))
    case 'terminate':
      return {
        ...{ ...INPUTS[action], document: '死亡证明，县医院' },
        ground: dossier.intent?.ground ?? 'applicant-ended',
      }
    case 'hear-party':
      return { ...INPUTS[action], signedOn: dossier.intent!.served!.on }
    case 'complete-task':
    case 'drop-task':
      return { ...INPUTS[action], task: random.oneOf(openTasks(dossier)).id }
    case 'convene-hearing':
      return { ...INPUTS[action], day: calendar.addWorkingDays(dossier.last.by.day, 12) }
    case 'end-special':
      return { ...INPUTS[action], kind: dossier.special?.find(({ ended }) => !ended)?.kind ?? 'testing' }
    case 'record-paper': {
      const notice = unservedNotice(dossier)
      if (notice && random.chance(0.7))
        return { ...rendered(notice.kind, random.whole(1, dossier.version)), id: notice.id }
      const waited = { granted: 'grant', denied: 'denial', refused: 'not-accepted' } as const
      const kinds = [dossier.decision ? waited[dossier.decision.result] : 'receipt', 'grant']
      return rendered(
        dossier.revocation ? 'revocation' : random.oneOf(kinds),
        random.whole(1, dossier.version),
      )
    }
    default:
      return INPUTS[action] ?? {}
  }
}

/** A chapter's acts are tried as soon as somebody wrote down what to type into them; due jobs want nothing. */
const typed = (name: string): boolean => !CHAPTER_ACTS.has(name) || name in INPUTS

/** A notice that has to be made before it can be served. */
function unservedNotice({ special = [], hearing, intent, check, papers }: CaseDossier) {
  const notices = [
    ...(intent ? [{ id: intent.id, served: intent.served, kind: 'intent-notice' }] : []),
    ...(check?.notice ? [{ id: check.notice, served: check.served, kind: 'rectification' }] : []),
    ...special.map(({ id, served }) => ({ id, served, kind: 'special-procedure' })),
    ...(hearing ? [{ id: hearing.id, served: hearing.served, kind: 'hearing-right' }] : []),
    ...(hearing?.convened
      ? [{ id: hearing.convened.id, served: hearing.convened.served, kind: 'hearing-notice' }]
      : []),
  ]
  return notices.find(({ id, served }) => !served && !papers.some((paper) => paper.id === id))
}

/** Acts that lead somewhere; chapters add many that leave a case where it is. */
const moves = ({ actions }: CaseProcedure, name: string): boolean =>
  actions.some((action) => action.name === name && action.to !== 'same')

const HEARD_FIRST = new Set(['tell-revocation', 'serve-notice', 'hear-party', 'record-paper'])

function later(now: Instant, random: Seeded): Instant {
  const day = addDays(legalDay(now), random.oneOf([0, 0, 0, 1, 1, 2, 5, 9]))
  const next = new Date(Date.parse(startOfDay(day)) + random.whole(0, 86_399_999)).toISOString()
  return next > now ? next : now
}

/** What must hold of every case at every moment, whatever people did to it. */
function wrongWith(dossier: CaseDossier, facts: readonly Fact[]): string[] {
  const procedure = procedureOf(dossier)
  const state = procedure.states[dossier.state]!
  const running = Object.values(dossier.clocks).filter((clock) => clock.ended === undefined)
  return [
    ...(state.final && running.length > 0 ? [`${dossier.state} still runs ${running[0]!.name}`] : []),
    ...(!state.final && !running.some((clock) => state.clocks.includes(clock.name))
      ? [`no clock runs in ${dossier.state}`]
      : []),
    ...(dossier.version === facts.length ? [] : ['version and facts part']),
  ]
}

/** What was stored and read back gives the very dossier. All facts are folded anew, so not after every act. */
function wrongFold(dossier: CaseDossier, facts: readonly Fact[]): string[] {
  const stored = JSON.parse(JSON.stringify(facts)) as Fact[]
  const folded = fold(procedureOf(dossier), stored)
  return JSON.stringify(folded) === JSON.stringify(dossier) ? [] : ['fold and dossier part']
}
const FOLDED_EVERY = 9

/** Jobs that are due as soon as a paper exists have no earlier moment. */
const AT_ONCE = [
  'deliver-electronically',
  'serve-revocation-electronically',
  'serve-special-electronically',
  'serve-hearing-electronically',
  'serve-notice-electronically',
]

/** A due job is lawful at its moment and not a moment before. */
function wrongJobs(dossier: CaseDossier, world: CaseWorld): string[] {
  const procedure = procedureOf(dossier)
  return procedure.timers(dossier, world).flatMap(({ action, at: due }) => {
    const before = new Date(Date.parse(due) - 1).toISOString()
    const early = decide(procedure, dossier, action, {}, PEOPLE.system, before, world)
    const inTime = decide(procedure, dossier, action, {}, PEOPLE.system, due, world)
    return [
      ...(isRefusal(inTime) ? [`the job ${action} is refused when due: ${inTime.code}`] : []),
      ...(AT_ONCE.includes(action) || isRefusal(early) ? [] : [`the job ${action} may run early`]),
    ]
  })
}

/** Acts that end a case at once; taken as often as others they would leave no case to look at. */
const ENDS_IT = /^withdraw|^return-application$|^terminate$/

/** Somebody of the office can always go on, or the applicant, or a due job will: no case is stuck. */
function stuck(dossier: CaseDossier, now: Instant, world: CaseWorld): string[] {
  const procedure = procedureOf(dossier)
  const state = procedure.states[dossier.state]!
  if (state.final) return []
  const may = WHO.flatMap((who) => allowed(procedure, dossier, PEOPLE[who], now, world))
  const moves = procedure.actions.filter(({ name, to }) => may.includes(name) && to !== 'same')
  const owed = state.waitsFor.some((role) => moves.some(({ by }) => by.includes(role)))
  return owed || procedure.timers(dossier, world).length > 0 ? [] : [`nobody can go on in ${dossier.state}`]
}

interface Run {
  wrong: string[]
  reached: Set<string>
  codes: Set<string>
}

function run(way: Way, seed: number, { wrong, reached, codes }: Run): void {
  const random = seeded(seed)
  let ids = 0
  const newId = (): string => `id-${++ids}`
  let dossier: CaseDossier = { ...NO_CASE, procedure: way.procedure }
  let facts: readonly Fact[] = []
  let now = at(RECEIVED)
  for (let step = 0; step < 85; step++) {
    const who = random.chance(0.3) ? 'system' : random.oneOf(random.chance(0.5) ? USUAL : WHO)
    const world: CaseWorld = { ...way.world(), newId, item: effectiveItem(way.item, dossier.procedure) }
    const procedure = procedureOf(dossier)
    const may = allowed(procedure, dossier, PEOPLE[who], now, world)
    // Leaving early is nearly always allowed and would end most cases at once.
    const ending = may.filter((name) => ENDS_IT.test(name))
    const leaves = ending.length > 0 && random.chance(0.02)
    const names = (leaves ? ending : may.filter((name) => !ENDS_IT.test(name))).filter(typed)
    now = later(now, random)
    // Somebody who was asked for papers may stay away altogether.
    if (dossier.state === 'supplementing' && random.chance(0.1)) now = startOfDay(addDays(legalDay(now), 30))
    if (names.length === 0) continue
    const onward = names.filter((name) => moves(procedure, name))
    // Chapters offer more ways to go on than the skeleton; taken evenly they would leave few cases to come to their end.
    const ordinary = onward.filter((name) => !CHAPTER_ACTS.has(name))
    const preferred = ordinary.length > 0 && random.chance(0.6) ? ordinary : onward
    // A revocation is told, served and heard first; by chance alone few would come to it.
    const heardFirst = dossier.state === 'check-failed' ? names.filter((name) => HEARD_FIRST.has(name)) : []
    const wanted = heardFirst.length > 0 ? heardFirst : preferred
    const action = random.oneOf(wanted.length > 0 && random.chance(0.7) ? wanted : names)
    const given = input(action, dossier, way, random)
    const verdict = decide(procedure, dossier, action, given, PEOPLE[who], now, world)
    if (isRefusal(verdict)) {
      codes.add(verdict.code)
      continue
    }
    dossier = verdict.dossier
    facts = [...facts, ...verdict.facts]
    reached.add(dossier.state)
    const after = { ...world, item: effectiveItem(way.item, dossier.procedure) }
    const folds = step % FOLDED_EVERY === 0 ? wrongFold(dossier, facts) : []
    const found = [
      ...[...wrongWith(dossier, facts), ...folds],
      ...[...wrongJobs(dossier, after), ...stuck(dossier, now, after)],
    ]
    wrong.push(...found.map((what) => `${way.name}, seed ${seed}, step ${step}, ${who} ${action}: ${what}`))
  }
  if (facts.length > 0)
    wrong.push(...wrongFold(dossier, facts).map((what) => `${way.name}, seed ${seed}, at its end: ${what}`))
}

test.each(WAYS)(
  '300 random cases $name, each act chosen from what is allowed: always owned, always timed, always its own record',
  (way) => {
    const all: Run = { wrong: [], reached: new Set(), codes: new Set() }
    for (let seed = 1; seed <= 300; seed++) run(way, seed, all)
    expect(all.wrong).toEqual([])
    // Nobody can choose the post where the guide does not offer it.
    const byPost = way.item.delivery.includes('post')
    const sentUp = way.item.process.forwardsTo !== undefined
    const states = Object.keys(PROCEDURES[way.procedure].states).filter(
      (state) => (byPost || state !== 'in-post') && (sentUp || state !== 'forwarded'),
    )
    expect(states.filter((state) => !all.reached.has(state))).toEqual([])
    for (const code of all.codes) expect(caseRefusals).toContain(code)
  },
  180_000,
)

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
    { lines: lines('plan'), before: lines('plan'), checklist: checklist({ plan: 'defective' }) },
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
