import { expect, test } from 'vitest'
import { addDays, legalDay, startOfDay, type Instant } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { allowed, decide, fold } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import { seeded, type Seeded } from '#engine/testing/seeded.ts'
import { CONTACTS, FINDINGS, rectificationRefusals, REVISIT_RESULTS } from '../contract/rectification.ts'
import { INPUTS, PEOPLE, workday, WORLD, type Who } from '../testing/poor-rating.ts'
import { NO_RECTIFICATION, type RectificationDossier } from './dossier.ts'
import { poorRating } from './poor-rating.ts'

const WHO = Object.keys(PEOPLE) as Who[]

/** What somebody might type, lawful or not. */
function input(action: string, random: Seeded): Readonly<Record<string, unknown>> {
  switch (action) {
    case 'open':
      return { ...INPUTS[action], anonymous: random.chance(0.4) }
    case 'verify': {
      const contact = random.oneOf([...CONTACTS, undefined, undefined])
      return { ...INPUTS[action], finding: random.oneOf(FINDINGS), contact }
    }
    case 'record-revisit':
      return { ...INPUTS[action], result: random.oneOf(REVISIT_RESULTS) }
    case 'hand-over':
      return { ...INPUTS[action], place: random.oneOf(['centre', 'hall', 'nowhere']) }
    default:
      return INPUTS[action] ?? {}
  }
}

function later(now: Instant, random: Seeded): Instant {
  const day = addDays(legalDay(now), random.oneOf([0, 0, 1, 1, 2, 6]))
  const next = new Date(Date.parse(startOfDay(day)) + random.whole(0, 86_399_999)).toISOString()
  return next > now ? next : now
}

/** What must hold of every poor rating at every moment, whatever people did to it. */
function wrongWith(dossier: RectificationDossier, facts: readonly Fact[], now: Instant): string[] {
  const state = poorRating.states[dossier.state]!
  const running = Object.values(dossier.clocks).filter(({ ended }) => ended === undefined)
  const stored = JSON.parse(JSON.stringify(facts)) as Fact[]
  const movers = WHO.flatMap((who) => allowed(poorRating, dossier, PEOPLE[who], now, WORLD)).filter(
    (name) => poorRating.actions.find((action) => action.name === name)!.to !== 'same',
  )
  return [
    ...(state.final && running.length > 0 ? [`${dossier.state} still runs ${running[0]!.name}`] : []),
    ...(!state.final && !running.some(({ name }) => state.clocks.includes(name))
      ? [`no clock runs in ${dossier.state}`]
      : []),
    ...(state.final || movers.length > 0 ? [] : [`nobody can go on in ${dossier.state}`]),
    ...(state.final === (dossier.settledOn !== undefined) || !state.final ? [] : ['ended without a day']),
    ...(JSON.stringify(fold(poorRating, stored)) === JSON.stringify(dossier)
      ? []
      : ['fold and dossier part']),
    ...poorRating.timers(dossier, WORLD).flatMap(({ action, at }) => {
      const before = new Date(Date.parse(at) - 1).toISOString()
      const early = decide(poorRating, dossier, action, {}, PEOPLE.system, before, WORLD)
      const inTime = decide(poorRating, dossier, action, {}, PEOPLE.system, at, WORLD)
      return [
        ...(isRefusal(inTime) ? [`${action} is refused when due: ${inTime.code}`] : []),
        ...(isRefusal(early) ? [] : [`${action} may run early`]),
      ]
    }),
  ]
}

test('400 random poor ratings, each act chosen from what is allowed: always owned, always timed, always their own record', () => {
  const wrong: string[] = []
  const reached = new Set<string>()
  const codes = new Set<string>()
  for (let seed = 1; seed <= 400; seed++) {
    const random = seeded(seed)
    let dossier = NO_RECTIFICATION
    let facts: readonly Fact[] = []
    let now = workday(0)
    for (let step = 0; step < 60; step++) {
      const who = dossier.version === 0 || random.chance(0.2) ? 'system' : random.oneOf(WHO)
      now = dossier.version === 0 ? now : later(now, random)
      const may = allowed(poorRating, dossier, PEOPLE[who], now, WORLD)
      if (may.length === 0) continue
      const action = random.oneOf(may)
      const done = decide(poorRating, dossier, action, input(action, random), PEOPLE[who], now, WORLD)
      if (isRefusal(done)) {
        codes.add(done.code)
        continue
      }
      dossier = done.dossier
      facts = [...facts, ...done.facts]
      reached.add(dossier.state)
      wrong.push(
        ...wrongWith(dossier, facts, now).map(
          (what) => `seed ${seed}, step ${step}, ${who} ${action}: ${what}`,
        ),
      )
    }
  }
  expect(wrong).toEqual([])
  expect(Object.keys(poorRating.states).filter((state) => !reached.has(state))).toEqual([])
  for (const code of codes) expect([...rectificationRefusals, 'not-overdue']).toContain(code)
})
