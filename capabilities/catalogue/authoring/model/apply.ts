import type { Fact } from '#engine/fact.ts'
import { legalDay } from '#engine/day.ts'
import type { ItemVersion } from '../../contract.ts'
import type { ChangeDossier, Mark } from './dossier.ts'
import { settledIn, type Settled } from './from-above.ts'

type Apply = (dossier: ChangeDossier, fact: Fact) => ChangeDossier

/** What each kind of fact does to the dossier; bodies are what `actions/` wrote. */
export const apply: Readonly<Record<string, Apply>> = {
  'change-opened': (none, fact) => {
    const opened = fact.body as unknown as Omit<ChangeDossier, 'state'>
    return { ...none, ...opened, state: 'draft', authors: personsOf([], fact) }
  },
  'change-edited': (dossier, fact) => ({
    ...dossier,
    body: fact.body['body'] as ItemVersion,
    authors: personsOf(dossier.authors, fact),
  }),
  'change-moved-on': (dossier, fact) => {
    const { body, fromFile } = fact.body as unknown as Required<Pick<ChangeDossier, 'body' | 'fromFile'>>
    return { ...dossier, body, fromFile }
  },
  'change-settled': (dossier, fact) => {
    const { body, ...choice } = fact.body as unknown as Settled & { body: ItemVersion }
    const { fromAbove } = dossier
    return {
      ...dossier,
      body,
      authors: personsOf(dossier.authors, fact),
      ...(fromAbove === undefined ? {} : { fromAbove: settledIn(fromAbove, choice) }),
    }
  },
  'change-commented': (dossier, fact) => {
    const { text, on } = fact.body as { text: string; on?: string }
    const comment = { text, ...(on === undefined ? {} : { on }), by: markOf(fact) }
    return { ...dossier, comments: [...dossier.comments, comment] }
  },
  'change-submitted': (dossier, fact) => ({
    ...dossier,
    state: 'submitted',
    declared: markOf(fact),
    authors: personsOf(dossier.authors, fact),
  }),
  'change-returned': (dossier) => ({ ...without(dossier, 'approved'), state: 'returned' }),
  'change-approved': (dossier, fact) => ({ ...dossier, state: 'approved', approved: markOf(fact) }),
  'change-scheduled': (dossier, fact) => {
    const effectiveFrom = String(fact.body['effectiveFrom'])
    return { ...dossier, state: 'scheduled', effectiveFrom, body: { ...dossier.body, effectiveFrom } }
  },
  'change-called-off': (dossier) => ({ ...without(dossier, 'effectiveFrom'), state: 'approved' }),
  'change-sent-back': (dossier) => ({
    ...without(without(dossier, 'effectiveFrom'), 'approved'),
    state: 'returned',
  }),
  'change-published': (dossier) => ({ ...dossier, state: 'published' }),
  'change-withdrawn': (dossier) => ({ ...dossier, state: 'withdrawn' }),
  'change-lapsed': (dossier) => ({ ...dossier, state: 'withdrawn' }),
  'change-overdue': (dossier, { body }) => ({
    ...dossier,
    noted: [...dossier.noted, ...(body['clocks'] as string[])],
  }),
}

function without(dossier: ChangeDossier, key: 'approved' | 'effectiveFrom'): ChangeDossier {
  const rest = { ...dossier }
  delete rest[key]
  return rest
}

function personsOf(before: readonly string[], { actor }: Fact): readonly string[] {
  return actor.kind === 'staff' && !before.includes(actor.person) ? [...before, actor.person] : before
}

function markOf({ actor, at }: Pick<Fact, 'actor' | 'at'>): Mark {
  const who = actor.kind === 'staff' ? { person: actor.person, post: actor.post } : {}
  return { ...who, at, day: legalDay(at) }
}
