import { describe, expect, test } from 'vitest'
import { fold } from '#engine/procedure/decide.ts'
import type { Fact } from '#engine/fact.ts'
import { approval } from '../../model/approval.ts'
import { act, INPUTS, INTO, journey, outcome, rendered, type Step } from '../../testing/journey.ts'
import { workday, type Who } from '../../testing/world.ts'
import { INTERESTED_MAX } from './rules.ts'

const WHO = { name: '李示例', interest: '相邻房屋的通行', phone: '19900001234', hearing: true }
const NAMED: Step = [5, 'reviewer', 'name-interested', WHO]
const HANDED = { mode: 'window', receiver: '李示例', relation: 'self', identified: '居民身份证' }

const day = (count: number): string => workday(count).slice(0, 10)
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

describe('C8 the right to a hearing is each person’s own (第四十七条)', () => {
  const told: Step = [
    6,
    'approver',
    'notify-hearing-right',
    { ...INPUTS['notify-hearing-right'], others: [] },
  ]
  /** The right told on the case, in the hands of the applicant, who needs no hearing. */
  const served = (steps: readonly Step[]): Step[] => {
    const { id } = journey([...steps, told]).dossier.hearing!
    const made: Step = [6, 'system', 'record-paper', { ...rendered('hearing-right', 80 + steps.length), id }]
    return [...steps, told, made, [6, 'clerk', 'serve-hearing-notice']]
  }
  const DECLINED: Step[] = [...served(INTO.reviewed), [6, 'applicant', 'waive-hearing', {}]]
  /** A neighbour was named and told, and asks. */
  const asked = (steps: readonly Step[]): Step[] => {
    const named: Step[] = [...steps, [6, 'reviewer', 'name-interested', WHO]]
    const { id } = journey(named).dossier.interested![0]!
    return [
      ...named,
      [6, 'system', 'record-paper', { ...rendered('interested-notice', 70 + steps.length), id }],
      [6, 'clerk', 'serve-interested', { id, ...HANDED }],
      [6, 'clerk', 'hear-interested', { id, result: 'hearing', text: '要求公开听证' }],
    ]
  }

  test.each<[string, Step[]]>([
    ['the applicant declined before they asked', served(asked(DECLINED))],
    ['they asked before the right was told on the case', served(asked(INTO.reviewed))],
    ['they asked while the applicant still may', asked(served(INTO.reviewed))],
  ])('%s: the applicant cannot decline for them, and nothing is decided without it', (_, steps) => {
    const { dossier } = journey(steps)
    const gives = (on: number, who: Who, name: string, input?: Step[3]) =>
      outcome(act(dossier, [on, who, name, input]))
    expect(gives(6, 'applicant', 'waive-hearing', {})).toBe('refused: not-for-this-dossier')
    expect(gives(20, 'system', 'lapse-hearing-right')).toBe('refused: not-for-this-dossier')
    for (const name of ['grant', 'deny'])
      expect(gives(20, 'approver', name)).toBe('refused: hearing-not-held')
    expect(dossier.clocks['hearing']).toMatchObject({ unit: 'working-day', amount: 20 })
    expect(dossier.clocks['hearing']!.ended).toBeUndefined()
    expect(gives(7, 'approver', 'convene-hearing', { ...INPUTS['convene-hearing'], day: day(16) })).toBe(
      'reviewed',
    )
  })

  test('whoever is told of it because grave interests are touched, the applicant is told too', () => {
    const silent = (who: object): Step[] => {
      const steps: Step[] = [...INTO.reviewed, [6, 'reviewer', 'name-interested', { ...WHO, ...who }]]
      const { id } = journey(steps).dossier.interested![0]!
      return [
        ...steps,
        [6, 'system', 'record-paper', { ...rendered('interested-notice', 79), id }],
        [6, 'clerk', 'serve-interested', { id, ...HANDED }],
        [12, 'system', 'lapse-interested', {}],
      ]
    }
    const grave = journey(silent({})).dossier
    for (const name of ['grant', 'deny'])
      expect(outcome(act(grave, [12, 'approver', name]))).toBe('refused: interested-hearing-owed')
    expect(outcome(act(grave, [12, 'approver', 'notify-hearing-right']))).toBe('reviewed')
    expect(outcome(act(journey(silent({ hearing: false })).dossier, [12, 'approver', 'grant']))).toBe(
      'decided',
    )
  })

  describe('a statement uses up nothing of it', () => {
    const waived = { record: 'written', signer: '李示例', signedOn: day(7), kept: '案卷第12页' }
    const stated = (hearing: boolean): Step[] => {
      const steps: Step[] = [...INTO.reviewed, [6, 'reviewer', 'name-interested', { ...WHO, hearing }]]
      const { id } = journey(steps).dossier.interested![0]!
      return [
        ...steps,
        [6, 'system', 'record-paper', { ...rendered('interested-notice', 78), id }],
        [6, 'clerk', 'serve-interested', { id, ...HANDED }],
        [7, 'clerk', 'hear-interested', { id, result: 'stated', text: '请留出通道' }],
      ]
    }
    const { dossier } = journey(stated(true))
    const { id } = dossier.interested![0]!
    const gives = (step: Step, steps: readonly Step[] = []) =>
      outcome(act(journey([...stated(true), ...steps]).dossier, step))
    const said = (on: number, result: string, more: object = {}): Step => [
      on,
      'clerk',
      'hear-interested',
      { id, result, text: '写在材料里', ...more },
    ]

    test.each<[string, Step, string]>([
      ['asks for a hearing on the last day', said(11, 'hearing'), 'reviewed'],
      ['asks a day later', said(12, 'hearing'), 'refused: hearing-request-late'],
      ['says more', said(9, 'stated'), 'reviewed'],
      ['is said to decline, and nobody signed', said(8, 'waived'), 'refused: waiver-unsigned'],
      [
        'is said to decline, and nobody knows where it lies',
        said(8, 'waived', { ...waived, kept: '' }),
        'refused: answer-record-incomplete',
      ],
      [
        'declined before the notice came',
        said(8, 'waived', { ...waived, signedOn: day(5) }),
        'refused: answer-day-other',
      ],
      ['declines in writing', said(8, 'waived', waived), 'reviewed'],
    ])('whoever stated their views %s', (_what, step, expected) => expect(gives(step)).toBe(expected))

    test('nothing is decided before the days are over, were asked away or were signed away', () => {
      expect(gives([8, 'approver', 'grant'])).toBe('refused: interested-days-running')
      expect(gives([11, 'approver', 'deny'])).toBe('refused: interested-days-running')
      const over: Step[] = [[12, 'system', 'lapse-interested', {}]]
      expect(gives([12, 'approver', 'grant'], over)).toBe('refused: interested-hearing-owed')
      expect(gives(said(12, 'stated'), over)).toBe('refused: not-for-this-dossier')
      expect(journey([...stated(true), ...over]).facts.at(-1)!.body).toMatchObject({ stated: true })
      expect(gives([8, 'approver', 'grant'], [said(8, 'waived', waived)])).toBe(
        'refused: interested-hearing-owed',
      )
    })

    test('what is stated after it was weighed is weighed again, and who spoke is not “named by mistake”', () => {
      const weighing: Step = [8, 'reviewer', 'weigh-interested', { id, text: '采纳，留出通道' }]
      expect(gives(weighing)).toBe('reviewed')
      expect(gives(weighing, [weighing])).toBe('refused: not-for-this-dossier')
      expect(gives(weighing, [weighing, said(9, 'stated')])).toBe('reviewed')
      expect(gives([8, 'approver', 'drop-interested', { id, reason: '不相邻' }])).toBe(
        'refused: not-for-this-dossier',
      )
    })

    test('a statement made before the notice came does not do without the notice', () => {
      const early: Step[] = [...INTO.reviewed, NAMED]
      const one = journey(early).dossier.interested![0]!.id
      const heard: Step = [5, 'clerk', 'hear-interested', { id: one, result: 'stated', text: '已经听说' }]
      expect(outcome(act(journey([...early, heard]).dossier, [6, 'approver', 'grant']))).toBe(
        'refused: interested-unserved',
      )
    })

    test('where no right to a hearing was told, a statement is the answer', () => {
      const plain = journey(stated(false)).dossier
      expect(plain.interested![0]!.answer).toMatchObject({ result: 'stated' })
      expect(plain.clocks['interested-1']!.ended).toBeDefined()
    })

    test('statements of before, which closed the days, stay closed', () => {
      const { facts } = journey(stated(true))
      const old = facts.map((fact) => {
        const { open: _open, ...body } = fact.body
        return { ...fact, body }
      })
      expect(fold(approval, old).interested![0]!.answer).toMatchObject({ result: 'stated' })
    })
  })

  test('a right used up before they asked is told once more', () => {
    const { dossier } = journey(asked(DECLINED))
    expect(outcome(act(dossier, [7, 'approver', 'grant']))).toBe('refused: interested-hearing-owed')
    expect(outcome(act(dossier, told))).toBe('reviewed')
  })
})
