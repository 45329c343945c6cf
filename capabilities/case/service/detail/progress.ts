import type { Fact } from '#engine/fact.ts'
import { withOffset } from '#platform/clock.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CaseDetail, StoryLine } from '../../contract.ts'
import { procedureOf, type CaseDossier } from '../../model.ts'
import { SPECIAL_NAMES } from '../../chapters/special/dossier.ts'
import { CHAPTER_WORDS } from '../../chapters/words.ts'
import { ROLE_TITLES, STEP_TITLES, tell } from '../../words.ts'
import { nameOf, type Open } from './materials.ts'

type Step = CaseDetail['steps'][number]

/** A step: its title, the facts that finish it, and those that undo it again. */
interface Stretch {
  title: string
  done: readonly string[]
  undone?: readonly string[]
  /** Which of those facts are about this step, where several steps share a kind. */
  about?: (fact: Fact) => boolean
}

/** The way of a case goes through the steps its process names; what was granted on a promise is checked afterwards. */
function wayOf({ process }: ItemVersion, dossier: CaseDossier): Stretch[] {
  const { procedure, decision, revocation } = dossier
  const has = (step: string) => process.steps.some((candidate) => candidate.step === step)
  const toCheck = procedure === 'commitment' && decision?.result !== 'denied'
  return [
    { title: STEP_TITLES.received, done: ['received'] },
    { title: STEP_TITLES.accepted, done: ['accepted'], undone: ['commitment-withdrawn'] },
    ...specialWay(dossier),
    ...(has('survey') ? [{ title: STEP_TITLES.surveyed, done: ['surveyed'] }] : []),
    ...(has('review')
      ? [{ title: STEP_TITLES.reviewed, done: ['reviewed'], undone: ['returned-to-review'] }]
      : []),
    ...beforeDecision(dossier),
    ...(process.forwardsTo === undefined
      ? DECIDED_HERE
      : [{ title: STEP_TITLES.forwarded, done: ['forwarded'] }]),
    ...(toCheck ? [{ title: STEP_TITLES.checked, done: ['closed', 'revocation-decided'] }] : []),
    ...(revocation ? [{ title: STEP_TITLES.revoked, done: ['revoked'] }] : []),
  ]
}

const DECIDED_HERE: readonly Stretch[] = [
  { title: STEP_TITLES.decided, done: ['granted', 'denied'] },
  { title: STEP_TITLES.issued, done: ['sealed'] },
  { title: STEP_TITLES.closed, done: ['delivered'] },
]

/** Special procedures by name: while one runs the case waits for it, whatever else may be done meanwhile. */
function specialWay({ special = [] }: CaseDossier): Stretch[] {
  return special.map(({ id, kind }) => ({
    ...{ title: SPECIAL_NAMES[kind], done: ['special-ended'], undone: ['special-started'] },
    about: ({ body }) => body['id'] === id || body['paper'] === id,
  }))
}

/** What only some cases go through right before their decision: a hearing, publicity. */
function beforeDecision({ hearing, publicity }: CaseDossier): Stretch[] {
  const heard = ['hearing-waived', 'hearing-lapsed', 'hearing-held']
  const over = () => hearing?.over !== undefined
  return [
    ...(hearing ? [{ title: STEP_TITLES.heard, done: heard, about: over }] : []),
    ...(publicity
      ? [{ title: STEP_TITLES.publicised, done: ['publicity-closed'], undone: ['publicity-opened'] }]
      : []),
  ]
}

const REFUSED_WAY: readonly Stretch[] = [
  { title: STEP_TITLES.received, done: ['received'] },
  { title: STEP_TITLES.refused, done: ['acceptance-refused'] },
  { title: STEP_TITLES.closed, done: ['closed'] },
]

export function steps(facts: readonly Fact[], dossier: CaseDossier, item: ItemVersion): Step[] {
  const way = dossier.decision?.result === 'refused' ? REFUSED_WAY : wayOf(item, dossier)
  const taken = way.map(({ done, undone = [], about = () => true }) => {
    const last = facts.findLast(
      (fact) => (done.includes(fact.kind) || undone.includes(fact.kind)) && about(fact),
    )
    return last && done.includes(last.kind) ? last : undefined
  })
  const ended = procedureOf(dossier).states[dossier.state]?.final === true
  const next = ended ? -1 : taken.indexOf(undefined)
  return way.flatMap(({ title }, index): Step[] => {
    const fact = taken[index]
    if (fact) return [{ title, state: 'done', at: withOffset(fact.at) }]
    return ended ? [] : [{ title, state: index === next ? 'current' : 'coming' }]
  })
}

/** Acceptance belongs to the window and a decision to the approver, whoever's post may do both. */
function roleOf({ kind, actor }: Fact): { as?: string } {
  const role = actor.kind === 'staff' ? ROLE_OF_STEP[kind] : undefined
  return role === undefined ? {} : { as: ROLE_TITLES[role]! }
}

const ROLE_OF_STEP: Readonly<Record<string, string>> = {
  accepted: 'window-clerk',
  reviewed: 'reviewer',
  granted: 'approver',
  denied: 'approver',
  'acceptance-refused': 'approver',
  sealed: 'issuer',
}

export interface Telling {
  item: ItemVersion
  open: Open
  /** Told to the applicant, who is 您 and not 申请人. */
  own: boolean
  /** Whose case it is; other citizens may have a say in it (公示异议). */
  party?: string
  posts: ReadonlyMap<string, string>
  places: ReadonlyMap<string, string>
  bodies: ReadonlyMap<string, string>
  /** Papers the reader may open; a step is linked to those it brought about. */
  papers: ReadonlySet<string>
}

const OF_THE_OFFICE = new Set([
  'document-rendered',
  ...CHAPTER_WORDS.flatMap(({ ofTheOffice = [] }) => ofTheOffice),
])

/** The trail as a story: who, where, when, and what happened, one line a fact. */
export function story(
  facts: readonly Fact[],
  { item, open, own, party, posts, places, bodies, papers }: Telling,
): StoryLine[] {
  const who = ({ actor }: Fact): string => {
    if (actor.kind === 'staff') return posts.get(actor.post) ?? '工作人员'
    // Somebody who objects online to a publicity is not named, to the office neither.
    if (actor.kind === 'citizen' && party !== undefined && actor.party !== party) return '提出异议的人'
    if (actor.kind === 'citizen') return own ? '您' : '申请人'
    return '系统'
  }
  const place = ({ actor }: Fact): { place?: string } => {
    const name = actor.kind === 'staff' ? places.get(actor.place) : undefined
    return name === undefined ? {} : { place: name }
  }
  // An applicant finds the papers in a list of their own; between the steps they would only be noise.
  const told = own ? facts.filter(({ kind }) => !OF_THE_OFFICE.has(kind)) : facts
  const made = papersByStep(told, papers)
  const post = (id: unknown): string => posts.get(String(id)) ?? '工作人员'
  const body = (id: unknown): string => bodies.get(String(id)) ?? String(id)
  return told.map((fact) => ({
    seq: fact.seq,
    at: withOffset(fact.at),
    who: who(fact),
    ...roleOf(fact),
    ...place(fact),
    ...tell(fact, { open, material: (id) => nameOf(item, id), post, body }),
    ...(fact.actor.kind === 'system' ? { system: true } : {}),
    ...(made.has(fact) ? { papers: made.get(fact)! } : {}),
  }))
}

/** Papers by the step that brought them about: the first fact that names one. Later ones only speak of it. */
function papersByStep(facts: readonly Fact[], known: ReadonlySet<string>): Map<Fact, string[]> {
  const left = new Set(known)
  return new Map(
    facts.flatMap((fact) => {
      const named = idsIn(fact.body).filter((id) => left.delete(id))
      return named.length === 0 ? [] : [[fact, named]]
    }),
  )
}

function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : []
}
