import { describe, expect, test } from 'vitest'
import type { NewPost, Post, Role } from './contract.ts'
import {
  actorOf,
  administratorProblem,
  appointmentProblem,
  directorsWithOtherPosts,
  onDuty,
} from './model.ts'

const post = (change: Partial<Post> = {}): Post => ({
  area: '370304',
  id: 'p1',
  person: 'zhang',
  title: '窗口',
  roles: ['window-clerk'],
  place: 'centre',
  body: 'town',
  window: null,
  validFrom: '2026-01-05',
  validTo: '2026-06-30',
  stream: 'post:2026:p1',
  version: 1,
  cover: null,
  absences: [],
  ...change,
})

describe('who acts from a post', () => {
  test.each([
    ['zhang', 'p1', '2026-01-04', 'post-not-begun'],
    ['zhang', 'p1', '2026-01-05', undefined],
    ['zhang', 'p1', '2026-06-30', undefined],
    ['zhang', 'p1', '2026-07-01', 'post-ended'],
    ['li', 'p1', '2026-03-01', 'post-not-yours'],
    ['zhang', 'p2', '2026-03-01', 'post-not-yours'],
  ])('%s from %s on %s: %s', (person, id, day, code) => {
    const answer = actorOf([post()], person, id, day)
    expect('refused' in answer ? answer.code : undefined).toBe(code)
  })

  test('the actor carries person, post, place, body and area', () => {
    expect(actorOf([post()], 'zhang', 'p1', '2026-03-01')).toEqual({
      kind: 'staff',
      person: 'zhang',
      post: 'p1',
      roles: ['window-clerk'],
      place: 'centre',
      body: 'town',
      area: '370304',
    })
  })

  test('a post without a last day goes on', () =>
    expect(onDuty(post({ validTo: null }), '2099-01-01')).toBe(true))
})

describe('three administrators are three people', () => {
  const held = (roles: Role[], validTo: string | null = null) => [post({ roles, validTo })]
  const coming = (roles: Role[], validFrom = '2026-03-01') => ({
    person: 'zhang',
    roles,
    validFrom,
    validTo: null,
  })
  test.each([
    ['the first administrator post', ['system-admin'], [], undefined],
    [
      'a second kind beside the first',
      ['audit-admin'],
      held(['system-admin']),
      'administrators-are-separate',
    ],
    ['two kinds in one post', ['system-admin', 'security-admin'], [], 'administrators-are-separate'],
    [
      'business beside an administrator',
      ['approver'],
      held(['audit-admin']),
      'administrator-does-no-business',
    ],
    [
      'an administrator beside business',
      ['audit-admin'],
      held(['approver']),
      'administrator-does-no-business',
    ],
    ['the same kind in two places', ['system-admin'], held(['system-admin']), undefined],
    ['after the other post has ended', ['audit-admin'], held(['system-admin'], '2026-02-28'), undefined],
    [
      'on the last day of the other post',
      ['audit-admin'],
      held(['system-admin'], '2026-03-01'),
      'administrators-are-separate',
    ],
    ['two business posts', ['reviewer'], held(['window-clerk']), undefined],
  ] as [string, Role[], Post[], string | undefined][])('%s', (_, roles, posts, code) => {
    expect(administratorProblem(coming(roles), posts)?.code).toBe(code)
  })
})

describe('an appointment fits the directory', () => {
  const known = {
    people: new Set(['zhang']),
    places: new Set(['centre']),
    bodies: new Set(['town']),
    windows: new Map([
      ['w1', 'centre'],
      ['w9', 'elsewhere'],
    ]),
  }
  const { area: _a, stream: _s, version: _v, ...plain } = post()
  test.each([
    ['all known', {}, undefined],
    ['with a window of the place', { window: 'w1' }, undefined],
    ['a window of another place', { window: 'w9' }, 'window-elsewhere'],
    ['an unknown window', { window: 'w0' }, 'window-elsewhere'],
    ['an unknown person', { person: 'li' }, 'person-unknown'],
    ['an unknown place', { place: 'nowhere' }, 'place-unknown'],
    ['an unknown body', { body: 'nobody' }, 'body-unknown'],
    ['days reversed', { validTo: '2026-01-04' }, 'post-days-reversed'],
  ] as [string, Partial<NewPost>, string | undefined][])('%s', (_, change, code) => {
    expect(appointmentProblem({ ...plain, ...change }, [], known)?.code).toBe(code)
  })
})

test('a director with a second post at the same time is flagged (BS-2.4-03)', () => {
  const posts = [
    post({ id: 'd', roles: ['director'], validTo: null }),
    post({ id: 'w' }),
    post({ id: 'x', person: 'li' }),
    post({ id: 'y', person: 'li' }),
  ]
  expect(directorsWithOtherPosts(posts, '2026-06-30')).toEqual([{ person: 'zhang', posts: ['d', 'w'] }])
  expect(directorsWithOtherPosts(posts, '2026-07-01')).toEqual([])
})
