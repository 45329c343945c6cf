import { isRefusal } from '#engine/refusal.ts'
import { STARS, type RatingInput } from '#capabilities/evaluation/contract.ts'
import { RATING_OPTIONS } from '#capabilities/evaluation/index.ts'
import { poorRating } from '#capabilities/evaluation/model/poor-rating.ts'
import type { StaffActor } from '#engine/actor.ts'
import { canonical, sm3 } from '#platform/ledger/canonical.ts'
import { carryOut, type Deed } from './deed.ts'
import type { Input } from './inputs.ts'
import type { Known } from './journal.ts'
import { asCitizen, asOfficer, type Somebody } from './people.ts'
import { plannedRating, type Rated } from './rating-plans.ts'
import type { Run } from './run.ts'
import { sampleOf } from './sample.ts'

/** An applicant says how it went, often badly, so that somebody has to follow it up. */
export async function rateSomething(run: Run): Promise<void> {
  const { random, town, journal, citizens } = run
  const closed = random.chance(0.9)
  const over = journal.cases.filter(
    ({ state, citizen, rated }) =>
      citizen !== undefined && (closed ? state === 'closed' && !rated : RATED.includes(state)),
  )
  if (over.length === 0) return
  // What somebody took in who would also judge what is said of it comes first, until that has been refused.
  const own = journal.refused.has('rated-yourself') ? [] : over.filter((one) => servedByDirector(run, one))
  const known = random.oneOf(own.length > 0 ? own : over.slice(-40))
  const rater = random.chance(0.05) ? random.oneOf(citizens) : citizens[known.citizen!]!
  const stars =
    own.length > 0 || random.chance(0.6) ? random.oneOf([1, 2] as const) : random.oneOf([...STARS])
  const option = random.oneOf([...RATING_OPTIONS[stars]])
  const input: RatingInput = {
    ...{ stars, anonymous: random.chance(0.5), options: [random.chance(0.95) ? option.code : '999'] },
    ...(random.chance(0.3) ? { comment: random.chance(0.9) ? '等了很久。' : '久'.repeat(3000) } : {}),
  }
  const outcome = await town.house.ratings.rate({
    ...{ no: known.no, actor: asCitizen(rater).actor, input, now: town.clock.now() },
    requestId: `rate-${run.serial()}`,
  })
  journal.write(town.clock.now(), 'rating', known.no, isRefusal(outcome) ? outcome.code : stars)
  if (isRefusal(outcome)) return journal.refuse(outcome.code)
  known.rated = true
  journal.ratings += 1
}

const servedByDirector = ({ town }: Run, { acknowledged: [filed] }: Known): boolean =>
  town.posts.some(
    ({ id, person, roles }) => roles.includes('director') && filed?.actorKey === `post:${id}:${person}`,
  )

const RATED = ['closed', 'under-check', 'received', 'accepted']

const OPEN = `SELECT id, no, handling_place AS place, state, dossier FROM evaluation.rectification
  WHERE area_code = $1 AND open ORDER BY no`

/** How many colleagues look at a poor rating before everybody goes on with something else. */
const LOOKS = 3

/** A director or the supervisor goes on with a poor rating. */
export async function followUp(run: Run): Promise<void> {
  const { random, town, journal } = run
  const rows = await town.truth.query<Rated & { place: string; state: string }>(OPEN, [town.area])
  if (rows.length === 0 || !run.officeOpen) return
  const next = random.chance(0.6) ? plannedRating(run, rows) : undefined
  if (next !== undefined) {
    const { plan, post, rated } = next
    return press(run, asOfficer(post), rated, { act: plan.act, input: plan.fill(rated.dossier) })
  }
  const { id, no, place, state } = random.oneOf(rows)
  const [turn] = poorRating.states[state]?.waitsFor ?? []
  const posts = town.posts.filter(({ roles }) =>
    roles.some((role) => role === 'director' || role === 'supervisor'),
  )
  const near = posts.filter(
    (post) =>
      post.roles.some((role) => role === turn || role === 'supervisor') &&
      (post.place === place || post.roles.includes('supervisor')),
  )
  if (random.chance(0.06)) return wrongDesk(run, { id, no }, posts.map(asOfficer))
  const looks = []
  for (let look = 0; look < LOOKS && look < near.length; look++) {
    const who = asOfficer(random.oneOf(near))
    looks.push({ who, detail: await looked(run, id, who) })
  }
  const able = looks.filter(({ detail }) => !isRefusal(detail) && detail.allowed.length > 0)
  if (able.length === 0) return
  const { who, detail } = random.oneOf(able)
  const offered = isRefusal(detail) ? [] : detail.allowed
  const rare = offered.filter(({ act: name }) => journal.times('poor-rating', name) === 0)
  const choice = rare.length > 0 ? rare : offered
  const allowed = choice.length > 0 ? random.oneOf(choice) : undefined
  const act = random.chance(0.08)
    ? random.oneOf(['verify', 'answer', 'uphold-appeal', 'record-revisit'])
    : (allowed?.act ?? 'verify')
  const places = run.places.map(({ place }) => place)
  const sample = (allowed?.act === act ? sampleOf(allowed.input, random) : {}) as Input
  const input =
    'place' in sample
      ? { ...sample, place: random.oneOf(random.chance(0.75) ? places : ['nowhere']) }
      : sample
  await press(run, who, { id, no }, { act, input })
}

/** Whoever served there judges it, somebody else's citizen asks for it, or the wrong desk goes on with it. */
async function wrongDesk(
  run: Run,
  rated: { id: string; no: string },
  posts: readonly Somebody[],
): Promise<void> {
  const { random, citizens } = run
  const who = random.chance(0.3) ? asCitizen(random.oneOf(citizens)) : random.oneOf([...posts])
  const act = random.oneOf([
    'verify',
    'answer',
    'uphold-appeal',
    'reject-appeal',
    'record-revisit',
    'hand-over',
  ])
  const schema = poorRating.actions.find(({ name }) => name === act)!.input
  await press(run, who, rated, { act, input: sampleOf(schema, random) as Input })
}

const looked = ({ town }: Run, id: string, { actor, reliesOn }: Somebody) =>
  town.house.rectifications.detail(id, { actor: actor as StaffActor, now: town.clock.now(), reliesOn })

async function press(
  run: Run,
  who: Somebody,
  { id, no }: { id: string; no: string },
  asked: { act: string; input: Input },
): Promise<void> {
  const { town, journal } = run
  const requestId = `rectify-${run.serial()}`
  const once = (more = '') =>
    town.house.rectifications.act({
      ...{ ...asked, id, actor: who.actor, reliesOn: who.reliesOn, now: town.clock.now(), requestId },
      requestHash: sm3(canonical({ ...asked, more })),
    })
  const deed: Deed = { who, act: asked.act, requestId, press: () => once(), pressOther: () => once('other') }
  const outcome = await carryOut(run, deed)
  journal.write(
    town.clock.now(),
    who.name,
    asked.act,
    'rating of',
    no,
    isRefusal(outcome) ? outcome.code : 'done',
  )
  if (isRefusal(outcome)) return journal.refuse(outcome.code)
  journal.count('poor-rating', asked.act)
}
