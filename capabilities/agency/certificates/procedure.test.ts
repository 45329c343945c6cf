import { describe, expect, test } from 'vitest'
import { compileCalendar } from '#engine/calendar/calendar.ts'
import { UP_TO_2026 } from '#engine/testing/published-years.ts'
import type { Actor } from '#engine/actor.ts'
import { decide } from '#engine/procedure/decide.ts'
import { walk } from '#engine/procedure/walk.ts'
import { isRefusal } from '#engine/refusal.ts'
import { keysFrom } from '#platform/crypto/keys.ts'
import { NO_CERTIFICATE, type Certificate, type CertificateWorld } from './model/dossier.ts'
import { certificateProcedure } from './model/procedure.ts'
import { certificateCode, certificateCodeIn } from './service/code.ts'

const world: CertificateWorld = {
  calendar: compileCalendar(UP_TO_2026),
  ...{ grants: [], reliesOn: [], today: '2026-11-25', askedAlready: false },
  listed: { name: '指定监护人证明', basis: '《中华人民共和国民法典》第三十一条', states: '', online: false },
  at: { kind: 'station', region: '370304004207', parent: 'centre-1' },
  ...{ seal: (text) => `sealed(${text})`, unprintable: () => '', codeOf: (id, copy) => `${id}/${copy}` },
  next: { no: '证〔2026〕1', year: 2026, serial: 1 },
}
const staff = (role: string, place: string): Actor => ({
  ...{ kind: 'staff', person: 'p', post: 'post-1', roles: [role], place, body: 'b', area: '370304' },
})
const AGENT = staff('village-agent', 'station-1')
const OTHER = staff('village-agent', 'station-2')
const GUIDE = staff('director', 'centre-1')
const CLOCK: Actor = { kind: 'system', job: 'agency.certificate' }
const HOLDER: Actor = { kind: 'citizen', person: 'party-1', party: 'party-1' }

const known = { ...NO_CERTIFICATE, id: 'c1', area: '370304', place: 'station-1', guiding: 'centre-1' }
const at = (state: Certificate['state'], more: Partial<Certificate> = {}): Certificate => ({
  ...{ ...known, party: 'party-1', version: 3, state, codes: ['c1/1'], ...more },
})
const lostAlready = (times: number) =>
  at('issued', { codes: Array.from({ length: times + 1 }, (_, copy) => `c1/${copy + 1}`) })
const INPUTS: Record<string, Record<string, unknown>> = {
  ask: { id: 'c1', area: '370304', place: 'station-1', party: 'party-1' },
  check: { how: 'visit', found: '看过' },
  issue: { content: '属实' },
  decline: { ground: 'not-so', reason: '不符' },
  'report-lost': { how: '丢了' },
  void: { ground: 'wrong', reason: '写错' },
}
const outcome = (dossier: Certificate, act: string, actor: Actor, given: Partial<CertificateWorld> = {}) => {
  const made = decide(certificateProcedure, dossier, act, INPUTS[act] ?? {}, actor, '2026-11-25T01:00:00Z', {
    ...world,
    ...given,
  })
  if (isRefusal(made)) return made.code
  const { state, voided, codes } = made.dossier
  return voided ? 'void' : codes.length > 1 ? 'copied' : state
}

test('the procedure is sound', () => {
  expect(walk(certificateProcedure)).toEqual([])
})

describe('申请 → 核实 → 开具 or 不予开具', () => {
  test.each<[string, Certificate, string, Actor, Partial<CertificateWorld>, string]>([
    ['asked at a station', NO_CERTIFICATE, 'ask', AGENT, {}, 'asked'],
    ['not on the list', NO_CERTIFICATE, 'ask', AGENT, { listed: 'not-listed' }, 'certificate-not-listed'],
    [
      'struck off by the State',
      NO_CERTIFICATE,
      'ask',
      HOLDER,
      { listed: { struck: '健在证明', instead: '社保', basis: '民发' } },
      'certificate-struck-off',
    ],
    [
      'in the hall',
      NO_CERTIFICATE,
      'ask',
      AGENT,
      { at: { kind: 'hall', region: '', parent: null } },
      'certificate-not-here',
    ],
    ['from home, where it is not offered', NO_CERTIFICATE, 'ask', HOLDER, {}, 'certificate-not-online'],
    ['asked already', NO_CERTIFICATE, 'ask', AGENT, { askedAlready: true }, 'certificate-asked-already'],
    ['issued unchecked', at('asked'), 'issue', AGENT, {}, 'not-in-this-state'],
    ['checked', at('asked'), 'check', AGENT, {}, 'checked'],
    ['checked elsewhere', at('asked'), 'check', OTHER, {}, 'not-your-step'],
    ['issued', at('checked'), 'issue', AGENT, {}, 'issued'],
    [
      'taken off the list meanwhile',
      at('checked'),
      'issue',
      AGENT,
      { listed: 'not-listed' },
      'certificate-not-listed',
    ],
    ['declined', at('asked'), 'decline', AGENT, {}, 'declined'],
    ['declined by the director', at('asked'), 'decline', GUIDE, {}, 'not-your-step'],
    ['taken back', at('asked'), 'withdraw', HOLDER, {}, 'withdrawn'],
    ['taken back too late', at('issued'), 'withdraw', HOLDER, {}, 'not-in-this-state'],
    ['lost', at('issued'), 'report-lost', AGENT, {}, 'copied'],
    ['lost for the eighth time', lostAlready(7), 'report-lost', AGENT, {}, 'copied'],
    ['lost for the ninth time', lostAlready(8), 'report-lost', AGENT, {}, 'not-for-this-dossier'],
    ['late', at('asked'), 'mark-overdue', CLOCK, {}, 'asked'],
    [
      'late, as is on record',
      at('asked', { overdue: true }),
      'mark-overdue',
      CLOCK,
      {},
      'not-for-this-dossier',
    ],
    [
      'lost and void',
      at('issued', { voided: { on: '2026-11-24' } }),
      'report-lost',
      AGENT,
      {},
      'not-for-this-dossier',
    ],
    ['void by the director', at('issued'), 'void', GUIDE, {}, 'void'],
    ['void by another station', at('issued'), 'void', OTHER, {}, 'not-your-step'],
  ])('%s', (_title, dossier, act, actor, given, expected) => {
    expect(outcome(dossier, act, actor, given)).toBe(expected)
  })
})

describe('the code of a copy', () => {
  const keys = keysFrom('00112233445566778899aabbccddeeff102132435465768798a9babbdcedfe0f')
  const code = certificateCode(keys, '370304', 'c1', 1)
  test('is the same again and another for the next copy', () => {
    expect(certificateCode(keys, '370304', 'c1', 1)).toBe(code)
    expect(certificateCode(keys, '370304', 'c1', 2)).not.toBe(code)
  })
  test.each([
    ['as printed', code],
    ['small, without strokes', code.toLowerCase().replaceAll('-', '')],
    ['with blanks and full width', code.replaceAll('-', ' ').replaceAll('3', '３')],
  ])('is understood %s', (_how, typed) => {
    expect(certificateCodeIn(typed)).toEqual({ area: '370304', code })
  })
  test.each(['', '370304', `${code}X`, code.replace(/.$/, 'O'), '../../etc', `370304${'_'.repeat(12)}`])(
    'is not in %s',
    (typed) => expect(certificateCodeIn(typed)).toBeUndefined(),
  )
})
