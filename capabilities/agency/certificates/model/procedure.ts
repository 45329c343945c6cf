import type { Actor } from '#engine/actor.ts'
import { addDays, legalDay, startOfDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import type { Procedure, State } from '#engine/procedure/procedure.ts'
import { CERTIFICATE_ACTIONS } from './acts.ts'
import { NO_CERTIFICATE, type Certificate, type CertificateWorld } from './dossier.ts'

const waits: State = { waitsFor: ['issuer'], clocks: ['answer'] }
const final: State = { final: true, waitsFor: [], clocks: [] }

/** 申请 → 核实 → 开具 or 不予开具 (LC-3.4-08). What was issued stays issued: it may get lost, or void. */
export const certificateProcedure: Procedure<Certificate, CertificateWorld> = {
  ...{ name: 'certificate', version: 1, initial: NO_CERTIFICATE },
  states: { asked: waits, checked: waits, issued: final, declined: final, withdrawn: final },
  actions: CERTIFICATE_ACTIONS,
  rolesOf,
  // No act of it needs a power over an item; the question is the engine's to ask and never comes.
  powerQuestion: ({ dossier, power, now }) => ({
    ...{ power, item: '', body: '', place: dossier.place, day: legalDay(now) },
  }),
  timers: ({ state, due, overdue }) =>
    waiting(state) && due !== undefined && overdue !== true
      ? [{ action: 'mark-overdue', at: startOfDay(addDays(due, 1)) }]
      : [],
  apply: {
    'certificate-asked': (none, { body }: Fact<Partial<Certificate>>) => ({
      ...none,
      ...body,
      state: 'asked',
    }),
    'certificate-checked': (one, fact) => ({ ...byPost(one, fact), state: 'checked' }),
    'certificate-issued': issued,
    'certificate-declined': (one, fact) => ({ ...byPost(one, fact), state: 'declined' }),
    'certificate-withdrawn': (one, fact) => ({ ...byPost(one, fact), state: 'withdrawn' }),
    'certificate-lost': (one, { body }: Fact<{ code: string }>) => ({
      ...one,
      codes: [...one.codes, body.code],
    }),
    'certificate-voided': (one, { body }: Fact<{ on: string }>) => ({ ...one, voided: { on: body.on } }),
    'certificate-overdue': (one) => ({ ...one, overdue: true }),
  },
}

export const waiting = (state: Certificate['state']): boolean =>
  certificateProcedure.states[state]?.final !== true

/** Those of the place give it, whoever guides the place watches over it, who asked may take it back. */
function rolesOf(actor: Actor, { area, place, guiding, party, version }: Certificate): readonly string[] {
  if (actor.kind === 'system') return ['system']
  if (actor.kind === 'citizen') return version === 0 || actor.party === party ? ['applicant'] : []
  const gives = actor.roles.includes('village-agent') || actor.roles.includes('window-clerk')
  if (version === 0) return gives ? ['issuer'] : []
  if (actor.area !== area) return []
  const guides = actor.roles.includes('director') && (actor.place === place || actor.place === guiding)
  return [...(gives && actor.place === place ? ['issuer'] : []), ...(guides ? ['guide'] : [])]
}

/** Until certificates had a life of their own, one was written whole on the day it was issued, and carried no code. */
function issued(one: Certificate, fact: Fact<Partial<Certificate> & { code?: string }>): Certificate {
  const { code, ...body } = fact.body
  const before = one.version === 0 ? { states: '', askedOn: body.issuedOn ?? '' } : {}
  const codes = code === undefined ? [] : [code]
  return { ...byPost(one, fact), ...before, ...body, codes, state: 'issued' }
}

const byPost = (one: Certificate, { actor }: Pick<Fact, 'actor'>): Certificate =>
  actor.kind === 'staff' ? { ...one, post: actor.post } : one
