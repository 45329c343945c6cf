import { addDays, legalDay } from '#engine/day.ts'
import { isRefusal, type Refusal } from '#engine/refusal.ts'
import { CANCEL_GROUNDS, INTENT_GROUNDS } from '#capabilities/licence-seal/contract.ts'
import {
  licence,
  SERVING_ASKS,
  SERVING_MODES,
  type LicenceDossier,
} from '#capabilities/licence-seal/model.ts'
import { canonical, sm3 } from '#platform/ledger/canonical.ts'
import { carryOut, type Deed } from './deed.ts'
import type { Input } from './inputs.ts'
import { takenCases } from './errands/taken.ts'
import { planned, type LicencePlan } from './licence-plans.ts'
import { asCitizen, asOfficer, type Somebody } from './people.ts'
import type { Run } from './run.ts'
import { sampleOf } from './sample.ts'
import { servedBy } from './serving.ts'

export interface Held {
  number: string
  caseNo: string
  dossier: LicenceDossier
}

const NUMBERS = `SELECT number, state <> 'valid' OR dossier ? 'intent' AS busy FROM licence_seal.licence
  WHERE area_code = $1 AND state <> 'cancelled' AND NOT case_no = ANY($2) ORDER BY number`
const ROW = `SELECT number, case_no AS "caseNo", dossier FROM licence_seal.licence
  WHERE area_code = $1 AND number = $2`
const OF_CASES = `SELECT number, case_no AS "caseNo", dossier FROM licence_seal.licence
  WHERE area_code = $1 AND case_no = ANY($2) ORDER BY number LIMIT 1`

const RECENT = `SELECT number, case_no AS "caseNo", dossier FROM licence_seal.licence
  WHERE area_code = $1 AND state <> 'cancelled' AND NOT case_no = ANY($2) ORDER BY number DESC LIMIT 120`

/** Somebody proposes, hears, decides or serves something about a licence on the register, or tries to. */
export async function actOnLicence(run: Run): Promise<void> {
  const { random, town } = run
  if (!run.officeOpen) return
  if (random.chance(0.75) && (await goOnWith(run))) return
  const numbers = await town.truth.query<{ number: string; busy: boolean }>(NUMBERS, [
    town.area,
    [...takenCases(run)],
  ])
  if (numbers.length === 0) return
  // What has begun goes on; otherwise most of a county's licences would be about to be taken away.
  const busy = numbers.filter((one) => one.busy).slice(-12)
  const [held] = await town.truth.query<Held>(ROW, [
    town.area,
    random.oneOf(busy.length > 0 && random.chance(0.65) ? busy : numbers).number,
  ])
  if (held === undefined) return
  const who = somebodyAt(run, held.dossier)
  if (who === undefined) return
  const looking = { actor: who.actor, now: town.clock.now(), reliesOn: who.reliesOn }
  const detail = await town.house.cases.licences.detail(town.area, held.number, looking)
  // Chance takes nothing away that a plan does not: few licences are there for many ways.
  const offered = isRefusal(detail)
    ? []
    : detail.allowed.map(({ act }) => act).filter((act) => !BEGINS.has(act))
  const own = licence.actions.filter(({ by }) => !by.includes('system')).map(({ name }) => name)
  const wrong = random.chance(0.12) || offered.length === 0
  const act = wrong ? random.oneOf(own) : chosen(run, offered)
  const schema = licence.actions.find(({ name }) => name === act)!.input
  if (wrong && !isRefusal(detail) && detail.allowed.some((allowed) => allowed.act === act)) return
  const input = filled(run, act, held.dossier) ?? (sampleOf(schema) as Input)
  await press(run, who, held, { act, input })
}

/** Acts that only a plan begins with. */
const BEGINS = new Set(['intend', 'cancel', 'correct', 'record-forfeiture'])

/** The next step of a plan with some licence; whether there was one. */
export async function goOnWith(run: Run): Promise<boolean> {
  const { town, journal } = run
  const all = await town.truth.query<Held>(RECENT, [town.area, [...takenCases(run)]])
  const next = planned(run, all)
  if (next === undefined) return false
  const { plan, number } = next
  const held = all.find((one) => one.number === number)!
  const outcome = await pressOn(run, held, plan)
  if (outcome === 'nobody') return false
  // Its notice is asked for before the printer has it.
  if (plan.act === 'intend' && outcome === undefined && !journal.refused.has('licence-paper-not-ready'))
    await pressOn(run, held, {
      ...plan,
      act: 'serve-intent',
      fill: (_dossier, day) => servedBy('window', day),
    })
  return true
}

/** The licence that one of these cases has opened. */
export async function heldOf({ town }: Run, cases: readonly string[]): Promise<Held | undefined> {
  return (await town.truth.query<Held>(OF_CASES, [town.area, cases]))[0]
}

/** Somebody who may does what the plan says; what came of it. */
export async function pressOn(
  run: Run,
  held: Held,
  { act, role, fill }: LicencePlan,
): Promise<Refusal | 'nobody' | undefined> {
  const { random, town } = run
  const { by } = licence.actions.find(({ name }) => name === act)!
  const roles: readonly string[] = role === undefined ? by : [role]
  const people = town.posts
    .filter((post) => role === 'window-clerk' || !post.roles.includes('window-clerk'))
    .filter((post) => role !== 'reviewer' || !post.roles.includes('approver'))
    .map(asOfficer)
    .filter(({ actor }) => licence.rolesOf(actor, held.dossier).some((own) => roles.includes(own)))
    .concat(roles.includes('holder') ? holders(run, held.dossier) : [])
  if (people.length === 0) return 'nobody'
  const input = fill(held.dossier, legalDay(town.clock.now()))
  return press(run, random.oneOf(people), held, { act, input })
}

/** Whoever holds it, where they are one of the people of this run. */
function holders({ citizens }: Run, { party }: LicenceDossier): Somebody[] {
  return citizens.filter((citizen) => citizen.party === party).map(asCitizen)
}

/** What nobody has done yet a little sooner; a licence is rarely taken away. */
function chosen({ random, journal }: Run, offered: readonly string[]): string {
  const rare = offered.filter((act) => journal.times('licence', act) === 0)
  return random.oneOf(rare.length > 0 && random.chance(0.8) ? rare : offered)
}

function somebodyAt({ random, town }: Run, dossier: LicenceDossier): Somebody | undefined {
  const { waitsFor } = licence.states[dossier.state]!
  // A window only hands papers over; elsewhere it has nothing to say about a licence.
  const counter = dossier.state === 'ending' || dossier.intent !== undefined || random.chance(0.08)
  const roles = [...waitsFor, 'reviewer', ...(counter ? ['window-clerk'] : [])]
  const people = town.posts
    .map(asOfficer)
    .filter(({ actor }) => licence.rolesOf(actor, dossier).some((role) => roles.includes(role)))
  const near = people.filter(({ actor }) => actor.kind === 'staff' && actor.body === dossier.body)
  if (people.length === 0) return undefined
  return random.oneOf(near.length > 0 && dossier.state !== 'ending' ? near : people)
}

const said = '经核查情况属实，依法办理。'

function filled(run: Run, act: string, { intent, ...licence }: LicenceDossier): Input | undefined {
  const { random } = run
  switch (act) {
    case 'intend':
      return { ground: random.oneOf([...INTENT_GROUNDS]), reason: said, basis: '行政许可法第六十九条' }
    case 'hear':
      return answering(run)
    case 'revoke':
      return {
        publicInterest: random.chance(0.85) ? 'no-grave-harm' : 'grave-harm',
        conclusion: said,
        ...((intent?.ground === 'fraud') === random.chance(0.2) ? { compensation: '按实际损失补偿' } : {}),
      }
    case 'alter':
      return { what: ['面积：100平方米 → 80平方米'], conclusion: said, compensation: '按实际损失补偿' }
    case 'correct':
      return { found: 'office', wrong: '示列路', right: '示例路', shownBy: '申请表第3项' }
    case 'withdraw':
      return { conclusion: said, ...(random.chance(0.8) ? { compensation: '按实际损失补偿' } : {}) }
    case 'cancel':
      return cancelling(run, { ...licence, ...(intent ? { intent } : {}) })
    case 'record-forfeiture':
      return {
        ...{ organ: '示例行政执法机关', document: '演示罚决〔2026〕1号' },
        on: addDays(legalDay(run.town.clock.now()), random.chance(0.8) ? 0 : 30),
      }
    case 'serve':
    case 'serve-intent':
    case 'serve-amendment':
      return serving(run)
    default:
      return undefined
  }
}

function cancelling({ random }: Run, { state, person, intent }: LicenceDossier): Input {
  const meant = intent?.how === 'cancelled' ? intent.ground : undefined
  const ground = meant ?? groundFor(random.chance(0.75) ? state : '', person)
  return {
    ...{ ground: ground ?? random.oneOf([...CANCEL_GROUNDS]), befell: 'death', conclusion: said },
    ...(random.chance(0.8) ? { document: '《演示条例》第九条，演示证明〔2026〕1号' } : {}),
  }
}

/** What the holder says, now and then with nothing signed. */
function answering({ random, town }: Run): Input {
  const result = random.oneOf(['stated', 'waived'])
  if (random.chance(0.2)) return { result, form: 'oral', text: said }
  return {
    ...{ result, form: 'signed', record: random.oneOf(['written', 'read-back']), text: said },
    ...{ signer: '示例持证人', signedOn: legalDay(town.clock.now()), kept: '案卷第2页' },
  }
}

/** One of the ways in which a paper reaches its holder, now and then with a line or the day wrong. */
function serving({ random, town }: Run): Input {
  const today = legalDay(town.clock.now())
  const mode = random.oneOf([...SERVING_MODES])
  const on = addDays(today, random.chance(0.9) ? 0 : 3)
  const asks = SERVING_ASKS[mode].slice(random.chance(0.9) ? 0 : 1)
  return Object.fromEntries([
    ...[['mode', mode] as const],
    ...asks.map((field) => [field, field.endsWith('On') ? on : '示例内容'] as const),
  ])
}

function groundFor(state: string, person: boolean): string | undefined {
  if (state === 'expired') return 'not-renewed'
  if (state === 'revoked' || state === 'withdrawn' || state === 'forfeited') return 'taken-away'
  return state === 'valid' ? (person ? 'person-gone' : 'organisation-ended') : undefined
}

async function press(
  run: Run,
  who: Somebody,
  { number }: Pick<Held, 'number'>,
  asked: { act: string; input: Input },
): Promise<Refusal | undefined> {
  const { town, journal } = run
  const requestId = `licence-${run.serial()}`
  const once = (more = '') =>
    town.house.cases.licences.act({
      ...{ ...asked, area: town.area, number, actor: who.actor, reliesOn: who.reliesOn, requestId },
      now: town.clock.now(),
      requestHash: sm3(canonical({ ...asked, more })),
    })
  const deed: Deed = { who, act: asked.act, requestId, press: () => once(), pressOther: () => once('other') }
  const outcome = await carryOut(run, deed)
  journal.write(town.clock.now(), who.name, asked.act, number, isRefusal(outcome) ? outcome.code : 'done')
  if (isRefusal(outcome)) {
    journal.refuse(outcome.code)
    return outcome
  }
  journal.count('licence', asked.act)
  return undefined
}
