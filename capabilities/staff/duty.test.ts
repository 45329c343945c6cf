import { describe, expect, test } from 'vitest'
import type { Actor } from '#engine/actor.ts'
import type { Post, Role } from './contract.ts'
import { absenceProblem, awayOn, coverProblem, maySetDuty } from './duty.ts'

const TODAY = '2026-03-02'
const post = (id: string, change: Partial<Post> = {}): Post => ({
  ...{ area: '370304', id, person: `person-${id}`, title: '岗', roles: ['window-clerk'] as Role[] },
  ...{ place: 'centre', body: 'town', window: null, validFrom: '2020-01-01', validTo: null },
  ...{ stream: `post:2020:${id}`, version: 1, cover: null, absences: [] },
  ...change,
})
const absent = (from: string, to: string) => ({ id: `${from}-${to}`, from, to, kind: 'leave' as const })

describe('who may stand in for a post', () => {
  test.each<[string, Partial<Post>, Partial<Post>, string | undefined]>([
    ['a colleague of the same window', {}, {}, undefined],
    ['of the same body elsewhere', {}, { place: 'hall' }, undefined],
    ['of the same place, another body: a counter', {}, { body: 'bureau' }, undefined],
    [
      'of the same place, another body: a decision',
      { roles: ['approver'] },
      { roles: ['approver'], body: 'bureau' },
      'cover-elsewhere',
    ],
    ['of nowhere near', {}, { place: 'hall', body: 'bureau' }, 'cover-elsewhere'],
    ['without a role of it', { roles: ['window-clerk', 'issuer'] }, {}, 'cover-lacks-roles'],
    ['with more roles', {}, { roles: ['window-clerk', 'issuer'] }, undefined],
    ['the same person in another post', {}, { person: 'person-a' }, 'cover-is-oneself'],
    ['who has left', {}, { validTo: '2026-03-01' }, 'cover-not-on-duty'],
  ])('%s', (_title, mine, other, expected) => {
    expect(coverProblem(post('a', mine), post('b', other), TODAY)?.code).toBe(expected)
  })
})

describe('an absence', () => {
  const held = post('a', { absences: [absent('2026-03-10', '2026-03-12')] })
  test.each<[string, string, string | undefined]>([
    ['2026-03-02', '2026-03-02', undefined],
    ['2026-03-01', '2026-03-05', 'absence-in-the-past'],
    ['2026-03-05', '2026-03-04', 'absence-days-reversed'],
    ['2026-03-12', '2026-03-20', 'absence-overlaps'],
    ['2026-03-05', '2026-03-10', 'absence-overlaps'],
    ['2026-03-13', '2026-03-20', undefined],
    ['2026-03-13', '2027-03-13', undefined],
    ['2026-03-13', '2027-03-14', 'absence-too-long'],
  ])('%s to %s', (from, to, expected) => {
    expect(absenceProblem(held, { from, to }, TODAY)?.code).toBe(expected)
  })

  test.each([
    ['2026-03-09', false],
    ['2026-03-10', true],
    ['2026-03-12', true],
    ['2026-03-13', false],
  ])('both its days count: %s', (day, away) => {
    expect(awayOn(held, day) !== undefined).toBe(away)
  })
})

describe('who sets it', () => {
  const staff = (change: Partial<Extract<Actor, { kind: 'staff' }>>): Actor => ({
    ...{
      kind: 'staff',
      person: 'x',
      post: 'x',
      roles: ['director'],
      place: 'hall',
      body: 'bureau',
      area: '370304',
    },
    ...change,
  })
  test.each<[string, Actor, boolean]>([
    ['the person', staff({ person: 'person-a', roles: ['window-clerk'] }), true],
    ['the director of the place', staff({ place: 'centre' }), true],
    ['the director of the body', staff({ body: 'town' }), true],
    ['another director', staff({}), false],
    ['a colleague', staff({ roles: ['window-clerk'], place: 'centre', body: 'town' }), false],
    ['somebody of another area', staff({ person: 'person-a', area: '371103' }), false],
    ['a citizen', { kind: 'citizen', person: 'person-a', party: 'p' }, false],
  ])('%s', (_title, actor, expected) => {
    expect(maySetDuty(actor, post('a'))).toBe(expected)
  })
})
