import type { StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { allowed } from '#engine/procedure/decide.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { withOffset } from '#platform/clock.ts'
import { maskName } from '#platform/crypto/mask.ts'
import type { RectificationDetail, RectificationStoryLine } from '../contract/rectification.ts'
import type { RectificationDossier } from '../model/dossier.ts'
import { poorRating, RECTIFICATION_ACTIONS } from '../model/poor-rating.ts'
import { sightOfRectifications } from '../sight.ts'
import { rectificationReader } from '../store/rectifications.ts'
import { RATING_OPTIONS } from '../words.ts'
import { ACT_TITLES, CONTACT_TITLES, FINDING_TITLES, REVISIT_TITLES } from '../words/rectification.ts'
import { tellRectification } from '../words/rectification-story.ts'
import type { Parts } from './act.ts'
import { namesFor } from './names.ts'
import { openTexts } from './texts.ts'
import { clockView, summary, type Names } from './views.ts'
import { directedPlaces } from './worlds.ts'

export interface Looking {
  actor: StaffActor
  now: Instant
  reliesOn: readonly ReliedOn[]
}

/** One poor rating as director and supervisor read it. */
export async function detail(
  { means, worlds }: Parts,
  id: string,
  { actor, now, reliesOn }: Looking,
): Promise<RectificationDetail | Refusal> {
  const { area } = actor
  const row = await rectificationReader(means.db).find(area, id, sightOfRectifications(actor))
  if (row === undefined) return refusal('rectification-not-found')
  const { dossier } = row
  const today = legalDay(now)
  const [facts, world, places] = await Promise.all([
    means.ledger.facts(area, row.stream).then((stored) => stored.map(readFact)),
    worlds.of(area, dossier.party, now, reliesOn),
    directedPlaces(means.organisation, area, now),
  ])
  const staff = facts.flatMap(({ actor: who }) => (who.kind === 'staff' ? [who] : []))
  const handed = facts.flatMap(({ body }) => (typeof body['to'] === 'string' ? [body['to']] : []))
  const [open, names, posts, rater] = await Promise.all([
    openTexts(means.sealing, dossier.party, [dossier, facts.map(({ body }) => body)]),
    namesFor(means, area, [dossier], [...staff.map(({ place }) => place), ...handed]),
    means.posts.namesOf(area, [...new Set(staff.map(({ post }) => post))]),
    raterOf(means, dossier),
  ])
  const may = allowed(poorRating, dossier, actor, now, world)
  return {
    summary: summary(row, names, world.calendar, today),
    reasons: dossier.options.map((code) => reasonText(dossier, code)),
    ...(dossier.comment === undefined ? {} : { comment: open(dossier.comment) }),
    ...(rater === undefined ? {} : { rater }),
    ...(dossier.verified ? { finding: FINDING_TITLES[dossier.verified.finding] } : {}),
    ...(dossier.answer ? { answer: open(dossier.answer.text) } : {}),
    ...(dossier.revisit ? { revisit: REVISIT_TITLES[dossier.revisit.result] } : {}),
    clocks: Object.values(dossier.clocks).map((clock) => clockView(clock, world.calendar, today)),
    story: facts.map((fact) => storyLine(fact, open, names, posts)),
    allowed: may.flatMap((name) => allowedAct(name, dossier, places)),
  }
}

/** Who gave an anonymous rating is looked up for nobody; a named one is masked. */
async function raterOf(
  { parties }: Parts['means'],
  { anonymous, party, no }: RectificationDossier,
): Promise<{ name: string; no: string } | undefined> {
  if (anonymous) return undefined
  const details = await parties.details(party)
  return { name: details === undefined ? '（已删除）' : maskName(details.name), no }
}

function reasonText({ stars }: RectificationDossier, code: string): string {
  return RATING_OPTIONS[stars].find((option) => option.code === code)?.text ?? code
}

function storyLine(
  fact: Fact,
  open: (sealed: unknown) => string,
  names: Names,
  posts: ReadonlyMap<string, string>,
): RectificationStoryLine {
  const { seq, actor, at, body } = fact
  // Nobody learns at which minute somebody pressed the star.
  const opened = fact.kind === 'rectification-opened'
  return {
    seq,
    ...(opened ? { day: String(body['ratedOn']) } : { day: legalDay(at), at: withOffset(at) }),
    who: actor.kind === 'staff' ? (posts.get(actor.post) ?? '工作人员') : '系统',
    ...(actor.kind === 'staff' ? { place: names.place(actor.place) } : {}),
    ...tellRectification(fact, { open, place: (id) => names.place(id) }),
  }
}

/** The act with its codes in Chinese; an anonymous rating offers neither contact nor mistake. */
function allowedAct(
  name: string,
  { anonymous, handlingPlace }: RectificationDossier,
  places: readonly { id: string; name: string }[],
): AllowedAct[] {
  const words = ACT_TITLES[name]
  const action = RECTIFICATION_ACTIONS.get(name)
  if (words === undefined || action === undefined) return []
  const { contact: _asksWho, ...findings } = VERIFYING
  const choices: Record<string, NonNullable<AllowedAct['choices']>> = {
    verify: anonymous ? { finding: findings.finding.filter(({ value }) => value !== 'mistaken') } : VERIFYING,
    'record-revisit': { result: coded(REVISIT_TITLES) },
    'hand-over': {
      place: places
        .filter(({ id }) => id !== handlingPlace)
        .map((place) => ({ value: place.id, label: place.name })),
    },
  }
  const asked = choices[name]
  const input = name === 'verify' ? verifyInput(action.input, anonymous) : action.input
  return [{ act: name, ...words, input, ...(asked ? { choices: asked } : {}) }]
}

const coded = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([value, label]) => ({ value, label }))

const VERIFYING = { contact: coded(CONTACT_TITLES), finding: coded(FINDING_TITLES) }

/** Forms come from here: a named rating must say how its giver was reached, an anonymous one must not. */
function verifyInput(input: object, anonymous: boolean): object {
  const { properties = {}, required = [] } = input as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  if (!anonymous) return { ...input, required: ['contact', ...required] }
  const { contact: _forbidden, ...rest } = properties
  return { ...input, properties: rest }
}
