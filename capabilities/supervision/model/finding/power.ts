import type { LegalDay } from '#engine/day.ts'
import { findPower, type Grant, type Power } from '#engine/power/grant.ts'
import { isRefusal } from '#engine/refusal.ts'
import { dayTold } from '../imported/times.ts'
import { deedOf } from './deed.ts'
import type { Evidence, Finding, Judgement, UnjudgedCode } from './finding.ts'
import type { Done, HandledCase } from './handled-case.ts'

export interface PowerRegister {
  /** The item the case is about, if our catalogue had it in force on the day of acceptance. */
  item: { id: string } | { unknown: Extract<UnjudgedCode, 'item-unknown' | 'item-not-in-force'> }
  /** Powers over the item, ended ones too. */
  grants: readonly Grant[]
  /** The body whose item this is by its code, for results that name no body. */
  implementing?: string
  nameOf(body: string): string
}

/** 超权限: a body accepted or decided on a day on which it held no power for it (行政许可法第二十二条). */
export function beyondPower(handled: HandledCase, register: PowerRegister): Judgement {
  const { accepted } = handled
  const none = (code: UnjudgedCode): Judgement => ({
    findings: [],
    unjudged: [{ rule: 'beyond-power', code }],
  })
  if (accepted === undefined) return none('not-accepted')
  if ('unknown' in register.item) return none(register.item.unknown)
  const { id: item } = register.item
  const acts: [Power, Done][] = [['accept', accepted]]
  const decided = decisionOf(handled)
  if (decided !== undefined) acts.push(['decide', decided])
  const findings: Finding[] = []
  const unjudged: Judgement['unjudged'] = []
  for (const [power, act] of acts) {
    // A body that a line names and our register does not know is another question than one no line names.
    const body = act.body ?? (act.bodyName === undefined ? fallback(power, accepted, register) : undefined)
    if (body === undefined) unjudged.push({ rule: 'beyond-power', code: 'body-unknown' })
    else findings.push(...withoutPower({ power, act, body, item }, register))
  }
  return { findings, unjudged: unjudged.slice(0, 1) }
}

/** The last decision that was made, or the end of the case where it is one. */
export function decisionOf({ steps, result }: HandledCase): Done | undefined {
  return steps.findLast(({ step }) => step === 'decide') ?? (result?.decides ? result : undefined)
}

/** Where within its area a body acted is not reported, so powers bound to a place count everywhere. */
export const everywhere = (grants: readonly Grant[]): Grant[] =>
  grants.map((grant) => ({ ...grant, place: '*' }))

/** Who decided where the line names nobody: the body whose item it is, otherwise whoever accepted. */
function fallback(power: Power, accepted: Done, { implementing }: PowerRegister): string | undefined {
  return power === 'decide' ? (implementing ?? accepted.body) : undefined
}

interface Asked {
  power: Power
  act: Done
  body: string
  item: string
}

function withoutPower({ power, act, body, item }: Asked, register: PowerRegister): Finding[] {
  const day = dayTold(act.at)
  const grants = everywhere(register.grants)
  const found = findPower({ power, item, body, place: '*', day }, grants)
  if (!isRefusal(found)) return []
  const { lastDay, from, on } = (found.facts ?? {}) as Partial<Record<'lastDay' | 'from' | 'on', LegalDay>>
  return [
    {
      rule: 'beyond-power',
      code: power === 'accept' ? 'accept-without-power' : 'decide-without-power',
      day,
      facts: {
        ...{ body, bodyName: register.nameOf(body), why: found.code },
        ...(lastDay === undefined ? {} : { lastDay }),
        ...(from === undefined ? {} : { from }),
        ...(on === undefined ? {} : { on }),
        deeds: [deedOf(power === 'accept' ? 'accept' : 'decide', act)],
      },
      evidence: [act.evidence, ...registered(power, body, grants, register)],
    },
  ]
}

/** What the register of powers says: the body's own powers that do not reach, or else who holds the power. */
function registered(
  power: Power,
  body: string,
  grants: readonly Grant[],
  { nameOf }: PowerRegister,
): Evidence[] {
  const own = grants.filter((grant) => grant.body === body && grant.powers.includes(power))
  // Windows that accept for somebody else would only hide whose item it is.
  const deciders = grants.filter(({ powers }) => powers.includes('decide'))
  return (own.length > 0 ? own : deciders).slice(0, 5).map((grant) => grantEvidence(grant, nameOf))
}

export function grantEvidence(
  { id, body, basis, from, to }: Grant,
  nameOf: (body: string) => string,
): Evidence {
  return { from: 'grant', grant: id, body: nameOf(body), basis, valid: `${from}～${to ?? ''}` }
}
