import { legalDay } from '#engine/day.ts'
import type { RectificationDossier } from '#capabilities/evaluation/model/dossier.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import type { Input } from './inputs.ts'
import type { Run } from './run.ts'

/** What somebody wants of a poor rating that stands so, and who. */
export interface RatingPlan {
  act: string
  when(dossier: RectificationDossier, today: string): boolean
  who(post: Post, dossier: RectificationDossier): boolean
  fill(dossier: RectificationDossier): Input
}

const text = '已经核实有关情况。'

const directs = ({ roles, place }: Post, { handlingPlace }: RectificationDossier): boolean =>
  roles.includes('director') && place === handlingPlace
/** Whoever stood at the window does not handle what was said of them. */
const handles = (post: Post, dossier: RectificationDossier): boolean =>
  directs(post, dossier) && !dossier.served.includes(post.person)
const supervises = ({ roles }: Post): boolean => roles.includes('supervisor')
const both = (post: Post, dossier: RectificationDossier): boolean =>
  handles(post, dossier) && supervises(post)
const another = (post: Post, { verified, served }: RectificationDossier): boolean =>
  supervises(post) && post.person !== verified?.by.person && !served.includes(post.person)

const isNew = ({ state }: RectificationDossier): boolean => state === 'to-verify'

const found = ({ anonymous }: RectificationDossier, finding: 'true' | 'not-true'): Input => ({
  ...{ finding, text },
  ...(anonymous ? {} : { contact: 'by-phone' }),
})

/** What somebody asks for and will not get, by the code they hear. */
export const REFUSED: Readonly<Record<string, RatingPlan>> = {
  'contact-missing': {
    ...{ act: 'verify', who: handles, when: (dossier) => isNew(dossier) && !dossier.anonymous },
    fill: () => ({ finding: 'true', text }),
  },
  'rater-anonymous': {
    ...{ act: 'verify', who: handles, when: (dossier) => isNew(dossier) && dossier.anonymous },
    fill: () => ({ finding: 'true', contact: 'by-phone', text }),
  },
  'rectification-moved-on': {
    ...{ act: 'record-revisit', who: handles, when: isNew },
    fill: () => ({ result: 'satisfied', text }),
  },
  'rectification-not-your-step': {
    ...{ act: 'verify', when: isNew },
    who: (post) => supervises(post) && !post.roles.includes('director'),
    fill: (dossier) => found(dossier, 'true'),
  },
  'rectification-place-same': {
    ...{ act: 'hand-over', when: isNew, who: supervises },
    fill: ({ handlingPlace }) => ({ place: handlingPlace, reason: text }),
  },
  'revisited-today': {
    ...{ act: 'record-revisit', who: handles },
    when: ({ state, notReachedOn }, today) => state === 'revisit' && notReachedOn.includes(today),
    fill: () => ({ result: 'not-reached', text }),
  },
  'rated-yourself': {
    ...{ act: 'verify', when: isNew },
    who: (post, dossier) => directs(post, dossier) && dossier.served.includes(post.person),
    fill: (dossier) => found(dossier, 'true'),
  },
  'own-finding': {
    ...{ act: 'uphold-appeal', when: ({ state }) => state === 'appeal-review' },
    who: (post, { verified }) => supervises(post) && post.person === verified?.by.person,
    fill: () => ({ text }),
  },
}

/** What leads there. */
export const LEADING: readonly (RatingPlan & { unless(run: Run): boolean })[] = [
  {
    ...{ act: 'verify', when: isNew, who: both, fill: (dossier) => found(dossier, 'not-true') },
    unless: ({ journal }) => journal.refused.has('own-finding'),
  },
  {
    ...{ act: 'verify', when: isNew, who: handles, fill: (dossier) => found(dossier, 'not-true') },
    unless: ({ journal }) =>
      journal.met.has('poor-rating reject-appeal') && journal.met.has('poor-rating uphold-appeal'),
  },
  {
    ...{ act: 'reject-appeal', when: ({ state }) => state === 'appeal-review', who: another },
    ...{ fill: () => ({ text }), unless: ({ journal }) => journal.met.has('poor-rating reject-appeal') },
  },
  {
    ...{ act: 'record-revisit', who: handles },
    when: ({ state, notReachedOn }, today) => state === 'revisit' && !notReachedOn.includes(today),
    fill: () => ({ result: 'not-reached', text }),
    unless: ({ journal }) => journal.refused.has('revisited-today'),
  },
]

/** A poor rating as it lies. */
export interface Rated {
  id: string
  no: string
  dossier: RectificationDossier
}

/** The next that is wanted of some poor rating: a no that nobody has heard, or what leads to one. */
export function plannedRating(
  run: Run,
  all: readonly Rated[],
): { rated: Rated; plan: RatingPlan; post: Post } | undefined {
  const today = legalDay(run.town.clock.now())
  const of = (plan: RatingPlan) =>
    all
      .filter(({ dossier }) => plan.when(dossier, today))
      .flatMap((rated) => {
        const post = run.town.posts.find((each) => plan.who(each, rated.dossier))
        return post === undefined ? [] : [{ rated, plan, post }]
      })
  const unheard = Object.entries(REFUSED).filter(([code]) => !run.journal.refused.has(code))
  const no = unheard.flatMap(([, plan]) => of(plan).slice(0, 1))
  if (no.length > 0) return run.random.oneOf(no)
  const leading = LEADING.filter((plan) => !plan.unless(run)).flatMap((plan) => of(plan).slice(0, 1))
  return leading.length > 0 ? run.random.oneOf(leading) : undefined
}
