import type { Fact } from '#engine/fact.ts'
import { withOffset } from '#platform/clock.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CaseDetail, StoryLine } from '../../contract.ts'
import { approval, type CaseDossier } from '../../model.ts'
import { STEP_TITLES, tell } from '../../words.ts'
import { nameOf, type Open } from './materials.ts'

type Step = CaseDetail['steps'][number]

/** Steps in order with the facts that take them; a case that is not accepted has a shorter way. */
const GRANTED_WAY: readonly (readonly [title: string, facts: readonly string[]])[] = [
  [STEP_TITLES.received, ['received']],
  [STEP_TITLES.accepted, ['accepted']],
  [STEP_TITLES.reviewed, ['reviewed']],
  [STEP_TITLES.decided, ['granted', 'denied']],
  [STEP_TITLES.issued, ['sealed']],
  [STEP_TITLES.closed, ['closed']],
]
const REFUSED_WAY: typeof GRANTED_WAY = [
  [STEP_TITLES.received, ['received']],
  [STEP_TITLES.refused, ['acceptance-refused']],
  [STEP_TITLES.closed, ['closed']],
]

export function steps(facts: readonly Fact[], dossier: CaseDossier): Step[] {
  const way = dossier.decision?.result === 'refused' ? REFUSED_WAY : GRANTED_WAY
  const taken = way.map(([, kinds]) => facts.findLast((fact) => kinds.includes(fact.kind)))
  const ended = approval.states[dossier.state]?.final === true
  const next = ended ? -1 : taken.indexOf(undefined)
  return way.flatMap(([title], index): Step[] => {
    const fact = taken[index]
    if (fact) return [{ title, state: 'done', at: withOffset(fact.at) }]
    return ended ? [] : [{ title, state: index === next ? 'current' : 'coming' }]
  })
}

export interface Telling {
  item: ItemVersion
  open: Open
  /** Told to the applicant, who is 您 and not 申请人. */
  own: boolean
  posts: ReadonlyMap<string, string>
  places: ReadonlyMap<string, string>
}

/** The trail as a story: who, where, when, and what happened, one line a fact. */
export function story(facts: readonly Fact[], { item, open, own, posts, places }: Telling): StoryLine[] {
  const who = ({ actor }: Fact): string => {
    if (actor.kind === 'staff') return posts.get(actor.post) ?? '工作人员'
    if (actor.kind === 'citizen') return own ? '您' : '申请人'
    return '系统'
  }
  const place = ({ actor }: Fact): { place?: string } => {
    const name = actor.kind === 'staff' ? places.get(actor.place) : undefined
    return name === undefined ? {} : { place: name }
  }
  // An applicant finds the papers in a list of their own; between the steps they would only be noise.
  const told = own ? facts.filter(({ kind }) => kind !== 'document-rendered') : facts
  return told.map((fact) => ({
    seq: fact.seq,
    at: withOffset(fact.at),
    who: who(fact),
    ...place(fact),
    ...tell(fact, { open, material: (id) => nameOf(item, id) }),
  }))
}
