import { describe, expect, test } from 'vitest'
import { fold } from '#engine/procedure/decide.ts'
import type { Fact } from '#engine/fact.ts'
import { approval } from '../../model/approval.ts'
import { act, INTO, journey, outcome, type Step } from '../../testing/journey.ts'
import type { Who } from '../../testing/world.ts'
import { INTERESTED_MAX } from './rules.ts'

const WHO = { name: '李示例', interest: '相邻房屋的通行', phone: '19900001234', hearing: true }
const NAMED: Step = [5, 'reviewer', 'name-interested', WHO]
const HANDED = { mode: 'window', receiver: '李示例', relation: 'self', identified: '居民身份证' }

const named = (count: number): Step[] => [...INTO.reviewed, ...Array.from({ length: count }, () => NAMED)]

describe('利害关系人: who may say that somebody is concerned, and how many', () => {
  test.each<[from: keyof typeof INTO, who: Who, gives: string]>([
    ['accepted', 'reviewer', 'accepted'],
    ['reviewed', 'approver', 'reviewed'],
    ['reviewed', 'clerk', 'refused: not-your-step'],
    ['received', 'reviewer', 'refused: not-in-this-state'],
  ])('%s: %s names one and gives %s', (from, who, gives) => {
    expect(outcome(act(journey(INTO[from]).dossier, [5, who, 'name-interested', WHO]))).toBe(gives)
  })

  test('fifty at most: more are reached by publicity', () => {
    expect(outcome(act(journey(named(INTERESTED_MAX)).dossier, NAMED))).toBe('refused: interested-too-many')
  })

  test('nobody is served before their notice is made', () => {
    const { dossier } = journey(named(1))
    const { id } = dossier.interested![0]!
    const serving: Step = [6, 'clerk', 'serve-interested', { id, ...HANDED }]
    expect(outcome(act(dossier, serving))).toBe('refused: notice-not-ready')
  })

  test('its facts fold to the same dossier', () => {
    const { dossier, facts } = journey(named(2))
    expect(fold(approval, facts as readonly Fact[])).toEqual(dossier)
    expect(dossier.interested).toHaveLength(2)
  })
})
