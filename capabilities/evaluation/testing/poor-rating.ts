import type { Actor, StaffActor } from '#engine/actor.ts'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { startOfDay, type Instant } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { decide, type Decision } from '#engine/procedure/decide.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { UP_TO_2026 } from '#engine/testing/published-years.ts'
import { NO_RECTIFICATION, type RectificationDossier } from '../model/dossier.ts'
import { USUAL_LIMITS } from '../model/limits.ts'
import { poorRating } from '../model/poor-rating.ts'
import type { RectificationWorld } from '../model/world.ts'

export const calendar = compileCalendar(UP_TO_2026)

/** A Monday without a holiday near it. */
export const RATED = '2026-11-02'

/** A moment on the n-th working day after the rating. */
export function workday(count: number, hour = 10): Instant {
  const day = calendar.addWorkingDays(RATED, count)
  return new Date(Date.parse(startOfDay(day)) + hour * 3_600_000).toISOString()
}

function staff(person: string, roles: string[], place: string, area = '370304'): StaffActor {
  return { kind: 'staff', person, post: `post-${person}`, roles, place, body: `${place}-body`, area }
}

export const PEOPLE = {
  director: staff('director-1', ['director'], 'centre'),
  'director who served': staff('clerk-1', ['director'], 'centre'),
  'director of another place': staff('director-2', ['director'], 'hall'),
  clerk: staff('clerk-1', ['window-clerk'], 'centre'),
  'clerk nobody rated': staff('clerk-2', ['window-clerk'], 'centre'),
  supervisor: staff('supervisor-1', ['supervisor'], 'bureau'),
  'supervisor who verified': staff('director-1', ['supervisor'], 'bureau'),
  'supervisor elsewhere': staff('supervisor-2', ['supervisor'], 'bureau', '371103'),
  rater: { kind: 'citizen', person: 'zhang', party: 'zhang' },
  system: { kind: 'system', job: 'rectification.act' },
} satisfies Record<string, Actor>
export type Who = keyof typeof PEOPLE

/** Seals by writing in the clear, so that facts can be compared as they are. */
export const WORLD: RectificationWorld = {
  ...{ calendar, limits: USUAL_LIMITS, grants: [], reliesOn: [] },
  places: new Set(['centre', 'hall']),
  seal: (text) => text,
}

export const RATING = {
  ...{ id: 'r-1', area: '370304', rating: 'rating:2026:c-1', no: '3703040001', party: 'zhang' },
  ...{ item: 'elderly-allowance', itemVersion: 1, stars: 2, options: ['213'], anonymous: false },
  ...{ place: 'centre', served: ['clerk-1'], ratedOn: RATED, ratedAt: workday(0, 9) },
}

type Input = Readonly<Record<string, unknown>>

export const INPUTS: Readonly<Record<string, Input>> = {
  open: RATING,
  verify: { contact: 'by-phone', finding: 'true', text: '窗口没有一次说清材料' },
  'uphold-appeal': { text: '监控显示并无此事' },
  'reject-appeal': { text: '记录表明确有此事' },
  answer: { measures: '重新培训窗口人员', text: '对不起，已经重新培训' },
  'record-revisit': { result: 'satisfied', text: '这次满意了' },
  'hand-over': { place: 'hall', reason: '负责人当天在窗口' },
  'mark-overdue': {},
  'recompute-clocks': {},
}

/** One line: on which working day, who, does what. */
export type Step = [day: number, who: Who, action: string, input?: Input]

export function act(
  dossier: RectificationDossier,
  [day, who, action, input = {}]: Step,
): Decision<RectificationDossier> | Refusal {
  const given = { ...INPUTS[action], ...input }
  return decide(poorRating, dossier, action, given, PEOPLE[who], workday(day), WORLD)
}

export interface Journey {
  dossier: RectificationDossier
  facts: readonly Fact[]
}

/** Takes the steps one by one; a step that is refused is a mistake in the test. */
export function journey(steps: readonly Step[]): Journey {
  return steps.reduce<Journey>(
    ({ dossier, facts }, step) => {
      const done = act(dossier, step)
      if (isRefusal(done)) throw new Error(`${step.slice(0, 3).join(' ')}: refused: ${done.code}`)
      return { dossier: done.dossier, facts: [...facts, ...done.facts] }
    },
    { dossier: NO_RECTIFICATION, facts: [] },
  )
}

export const OPENED: Step[] = [[0, 'system', 'open']]
export const ANONYMOUS: Step[] = [[0, 'system', 'open', { anonymous: true }]]
export const VERIFIED: Step[] = [...OPENED, [1, 'director', 'verify']]
export const APPEALED: Step[] = [...OPENED, [1, 'director', 'verify', { finding: 'not-true' }]]
export const ANSWERED: Step[] = [...VERIFIED, [4, 'director', 'answer']]
