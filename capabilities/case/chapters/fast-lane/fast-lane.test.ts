import { describe, expect, test } from 'vitest'
import type { StaffActor } from '#engine/actor.ts'
import { allowed, decide } from '#engine/procedure/decide.ts'
import { isRefusal } from '#engine/refusal.ts'
import { procedureOf } from '../../model/procedures.ts'
import { act, INTO, journey, outcome, type Step } from '../../testing/journey.ts'
import { caseWorld, PEOPLE, workday, type Who } from '../../testing/world.ts'
import { openLane, phoneOf } from './dossier.ts'

const contact = { post: 'post-reviewer-1', phone: '0533-0000003', contactName: '测试甲（审查岗）' }
const open = { project: '2026-370304-48-03-012345', name: '示例新材料产业园', ...contact }
const OPENED: Step[] = [...INTO.received, [1, 'approver', 'open-fast-lane', open]]
const record = (service: string, more: object = {}) => ({ service, text: '当面讲清了要办的三件事', ...more })
const FINISHED: Step[] = [...OPENED, [1, 'reviewer', 'record-service', record('consult', { finished: true })]]
const STAGES = {
  received: INTO.received,
  issued: INTO.issued,
  opened: OPENED,
  'consulted to the end': FINISHED,
  closed: [...OPENED, [2, 'approver', 'close-fast-lane', { reason: '项目已经终止' }]],
} satisfies Record<string, Step[]>
type Stage = keyof typeof STAGES
const at = (stage: Stage) => journey(STAGES[stage]).dossier

test.each<[Stage, Who, string, object, string]>([
  ['received', 'approver', 'open-fast-lane', open, 'received'],
  ['issued', 'approver', 'open-fast-lane', open, 'issued'],
  ['received', 'reviewer', 'open-fast-lane', open, 'refused: not-your-step'],
  ['received', 'approver of another body', 'open-fast-lane', open, 'refused: not-your-step'],
  ['opened', 'approver', 'open-fast-lane', open, 'refused: not-for-this-dossier'],
  ['closed', 'approver', 'open-fast-lane', open, 'received'],
  ['received', 'reviewer', 'record-service', record('guide'), 'refused: not-for-this-dossier'],
  ['opened', 'clerk', 'record-service', record('guide'), 'received'],
  ['opened', 'reviewer of another body', 'record-service', record('guide'), 'refused: not-your-step'],
  ['consulted to the end', 'reviewer', 'record-service', record('consult'), 'refused: service-finished'],
  ['consulted to the end', 'reviewer', 'record-service', record('handle'), 'received'],
  ['opened', 'approver', 'change-contact', contact, 'received'],
  ['opened', 'clerk', 'change-contact', contact, 'refused: not-your-step'],
  ['closed', 'approver', 'close-fast-lane', { reason: '项目已经终止' }, 'refused: not-for-this-dossier'],
])('%s | %s | %s %j → %s', (stage, who, action, input, expected) => {
  expect(outcome(act(at(stage), [3, who, action, { ...input }]))).toBe(expected)
})

describe('CAS-12 a flagged project', () => {
  test('has one contact and an open record for each of the three services', () => {
    expect(openLane(at('opened'))).toMatchObject({
      project: open.project,
      contact: { post: contact.post, phone: JSON.stringify(contact.phone), name: contact.contactName },
      services: { consult: { entries: [] }, guide: { entries: [] }, handle: { entries: [] } },
    })
  })

  test('its number stands in no fact in the clear, and facts of before that carry it so are read', () => {
    const { facts } = journey(
      [...OPENED, [2, 'approver', 'change-contact', contact]],
      caseWorld({ seal: () => 'sealed' }),
    )
    expect(JSON.stringify(facts.map(({ body }) => body))).not.toContain(contact.phone)
    const before = { post: contact.post, name: contact.contactName, phone: contact.phone }
    expect(phoneOf(before, () => undefined)).toBe(contact.phone)
    const sealed = { ...before, phone: `sm4gcm:${'0'.repeat(8)}:${'A'.repeat(44)}` }
    expect([phoneOf(sealed, () => contact.phone), phoneOf(sealed, () => undefined)]).toEqual([
      contact.phone,
      '',
    ])
  })

  test('keeps each service apart: entries, and its end', () => {
    const { dossier } = journey([...FINISHED, [2, 'reviewer', 'record-service', record('guide')]])
    const { services } = openLane(dossier)!
    expect(services.consult.finished).toMatchObject({ person: 'reviewer-1' })
    expect([services.consult, services.guide, services.handle].map(({ entries }) => entries.length)).toEqual([
      1, 1, 0,
    ])
    expect(services.guide.finished).toBeUndefined()
  })

  test('is flagged by the director of the place or body, and by no other director', () => {
    const director = (place: string, body: string): StaffActor => ({
      ...(PEOPLE.approver as StaffActor),
      ...{ person: 'd-1', post: 'post-d-1', roles: ['director'], place, body },
    })
    const dossier = at('received')
    const may = (actor: StaffActor) =>
      allowed(procedureOf(dossier), dossier, actor, workday(1), caseWorld()).includes('open-fast-lane')
    expect(may(director('hall-place', 'approval-bureau'))).toBe(true)
    expect(may(director('elsewhere', 'forestry-bureau'))).toBe(true)
    expect(may(director('elsewhere', 'west-town'))).toBe(false)
  })

  test('lets its contact record what was done, whatever roles the contact has', () => {
    const dossier = at('opened')
    const actor: StaffActor = { ...PEOPLE.issuer, post: contact.post }
    const done = decide(
      procedureOf(dossier),
      dossier,
      'record-service',
      record('guide'),
      actor,
      workday(2),
      caseWorld(),
    )
    expect(isRefusal(done)).toBe(false)
  })
})
