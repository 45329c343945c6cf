import type { Actor, StaffActor } from '#engine/actor.ts'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { startOfDay, type Instant, type LegalDay } from '#engine/day.ts'
import type { Grant, Power } from '#engine/power/grant.ts'
import { UP_TO_2026 } from '#engine/testing/published-years.ts'
import type { ApprovalParameters, CaseWorld, PostHere, SealInForce } from '../model/world.ts'
import { FELLING } from './item.ts'

export const calendar = compileCalendar(UP_TO_2026)

/** A Monday; Mid-Autumn and National Day follow, so that limits run across two holidays. */
export const RECEIVED: LegalDay = '2026-09-21'

/** A moment on a legal day, at the counter's hour unless said otherwise. */
export function at(day: LegalDay, hour = 10): Instant {
  return new Date(Date.parse(startOfDay(day)) + hour * 3_600_000).toISOString()
}

/** The n-th working day after the case came in. */
export function workday(count: number): Instant {
  return at(calendar.addWorkingDays(RECEIVED, count))
}

function staff(person: string, role: string, body: string, more: Partial<StaffActor> = {}): StaffActor {
  return {
    kind: 'staff',
    person,
    post: `post-${person}`,
    roles: [role],
    place: `${body}-place`,
    body,
    area: '370304',
    ...more,
  }
}

/** Everybody who ever touches a case in these tests, by the name the tables use. */
export const PEOPLE = {
  applicant: { kind: 'citizen', person: 'zhang', party: 'zhang' },
  'applicant’s agent': { kind: 'citizen', person: 'li', party: 'zhang' },
  'another citizen': { kind: 'citizen', person: 'wang', party: 'wang' },
  clerk: staff('clerk-1', 'window-clerk', 'hall'),
  'town clerk': staff('clerk-2', 'window-clerk', 'east-town'),
  'town reviewer': staff('town-reviewer', 'reviewer', 'east-town'),
  'town approver': staff('town-approver', 'approver', 'east-town'),
  'town issuer': staff('town-issuer', 'issuer', 'east-town'),
  'clerk of a town without power': staff('clerk-3', 'window-clerk', 'west-town'),
  'clerk whose power ended': staff('clerk-4', 'window-clerk', 'south-town'),
  'clerk whose power is to come': staff('clerk-5', 'window-clerk', 'north-town'),
  'clerk at another place': staff('clerk-6', 'window-clerk', 'hill-town'),
  'clerk of another area': staff('clerk-7', 'window-clerk', 'hall', { area: '371103' }),
  reviewer: staff('reviewer-1', 'reviewer', 'forestry-bureau'),
  'second reviewer': staff('reviewer-4', 'reviewer', 'forestry-bureau'),
  'reviewer of another body': staff('reviewer-2', 'reviewer', 'west-town'),
  approver: staff('approver-1', 'approver', 'forestry-bureau'),
  'approver of another body': staff('approver-2', 'approver', 'west-town'),
  'approver of a body with the same power': staff('approver-3', 'approver', 'parks-bureau'),
  'one person for everything': staff('reviewer-1', 'approver', 'forestry-bureau'),
  'accepting person as approver': staff('clerk-1', 'approver', 'forestry-bureau'),
  'window with an approver’s post': staff('both-1', 'window-clerk', 'forestry-bureau', {
    roles: ['window-clerk', 'approver'],
  }),
  head: staff('head-1', 'head', 'forestry-bureau'),
  'approver who is head as well': staff('approver-1', 'head', 'forestry-bureau'),
  'head of another body': staff('head-2', 'head', 'west-town'),
  'government head': staff('head-3', 'government-head', 'county-government'),
  supervisor: staff('supervisor-1', 'supervisor', 'supervision-office'),
  'director of the hall': staff('director-1', 'director', 'hall'),
  issuer: staff('issuer-1', 'issuer', 'forestry-bureau'),
  'issuer of another body': staff('issuer-2', 'issuer', 'west-town'),
  'cleaner with an unknown role': staff('cleaner-1', 'cleaner', 'forestry-bureau'),
  system: { kind: 'system', job: 'case.act' },
} satisfies Record<string, Actor>
export type Who = keyof typeof PEOPLE

function power(body: string, powers: Power[], more: Partial<Grant> = {}): Grant {
  return {
    id: `grant-${body}`,
    stream: `grant/${body}`,
    version: 2,
    item: FELLING.id,
    body,
    place: '*',
    kind: 'entrusted',
    powers,
    from: '2026-01-01',
    basis: '测试授权文件',
    ...more,
  }
}

export const GRANTS: readonly Grant[] = [
  power('forestry-bureau', ['accept', 'decide', 'seal'], { kind: 'own', basis: '森林法第五十七条' }),
  power('parks-bureau', ['decide', 'seal'], { kind: 'own' }),
  power('hall', ['accept']),
  power('east-town', ['accept']),
  power('south-town', ['accept'], { kind: 'delegated', to: '2026-09-20' }),
  power('north-town', ['accept'], { from: '2026-11-01' }),
  power('hill-town', ['accept'], { place: 'hill-market' }),
]

export const PARAMETERS: ApprovalParameters = {
  pack: 'boshan-2020@1',
  supplementWorkingDays: 15,
  deliveryWorkingDays: 10,
  toleratedGapWorkingDays: 10,
  reviewAndDecideDiffer: false,
  acceptAndDecideDiffer: false,
  windowsDecide: false,
  opinionWorkingDays: 5,
  silenceCountsAsNoObjection: false,
  crossTown: true,
  remote: true,
  seals: { policy: 'own-seal' },
}

/** A post as the register shows it on its day. */
function standing({ post, person, roles, place, body }: StaffActor): PostHere {
  const register = { stream: `post/${post}`, version: 1, personName: person, title: post, onDuty: true }
  return { ...register, post, person, roles, place, body }
}

/** A body's own seal for decisions, in use. */
export function registered(id: string, body: string, name: string): SealInForce {
  return {
    ...{ id, stream: id.replace('-', '/'), version: 1, kind: 'own', body, holder: body, name },
    ...{ inscription: name, purpose: 'decision', diameterMm: 42, state: 'in-use', from: '2020-01-01' },
  }
}

/** A world that seals by writing in the clear and counts its ids, so that facts can be compared as they are. */
export function caseWorld(more: Partial<CaseWorld> = {}): CaseWorld {
  let ids = 0
  return {
    calendar,
    grants: GRANTS.map((grant) => ({ ...grant, item: more.item?.id ?? FELLING.id })),
    reliesOn: [{ stream: 'item/tree-felling', version: 3 }],
    area: '370304',
    item: FELLING,
    published: more.item ?? FELLING,
    itemStream: 'item/tree-felling',
    parameters: PARAMETERS,
    posts: [PEOPLE.issuer, PEOPLE.reviewer, PEOPLE['second reviewer'], PEOPLE['town approver']].map(standing),
    bodies: new Map([
      ['forestry-bureau', '林业局'],
      ['west-town', '西镇政府'],
      ['parks-bureau', '园林局'],
      ['water-bureau', '水利局'],
    ]),
    towns: new Set(['east-town', 'west-town', 'south-town', 'north-town', 'hill-town']),
    seals: [
      registered('seal-other', 'west-town', '西镇人民政府'),
      { ...registered('seal-accept', 'forestry-bureau', '林业局受理专用章'), purpose: 'acceptance' },
      { ...registered('seal-1', 'forestry-bureau', '林业局'), version: 5 },
    ],
    seal: (value) => JSON.stringify(value),
    newId: () => `id-${++ids}`,
    ...more,
  }
}
