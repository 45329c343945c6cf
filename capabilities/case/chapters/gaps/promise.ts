import { Type as T, type Static } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { isPastNotice } from '../../actions/accept.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { unknownMaterials } from '../../model/materials.ts'
import { GAP_WAYS } from './dossier.ts'
import { gapDaysAtMost } from './limits.ts'
import { tolerable } from './offer.ts'

export const GapTerms = {
  /** Materials that will follow. */
  gaps: T.Array(T.String({ maxLength: 60 }), { minItems: 1, maxItems: 40, uniqueItems: true }),
  days: T.Integer({ minimum: 1, maximum: 90 }),
  how: T.Enum([...GAP_WAYS]),
}
const Promised = T.Object(
  {
    ...GapTerms,
    /** The applicant has read what follows when nothing comes, and signs it by this. */
    confirmed: T.Boolean(),
    /** Looked up by the service: an earlier promise of this applicant was not kept. */
    blocked: T.Optional(T.Boolean()),
  },
  { additionalProperties: false },
)

/** The applicant's own promise online; the window decides on the acceptance, and need not wait for one. */
export const promiseGap = caseAction({
  name: 'promise-gap',
  from: ['received'],
  to: 'same',
  by: ['applicant'],
  input: Promised,
  offered: (dossier, { item, parameters }) =>
    parameters.toleratedGapWorkingDays !== undefined && tolerable(item, dossier).length > 0,
  refuse: (act) => {
    if (isPastNotice(act.dossier, act.world, legalDay(act.now)))
      return refusal('notice-too-late', { facts: { receivedOn: act.dossier.receivedOn } })
    if (!act.input.confirmed) return refusal('gap-not-promised')
    return termsRefused(act, act.input)
  },
  facts: ({ input: { gaps, days, how } }) => [{ kind: 'gap-promised', body: { materials: gaps, days, how } }],
})

type Terms = Pick<Static<typeof Promised>, 'gaps' | 'days' | 'blocked'>

/** What may be promised, by whom and until when, whoever writes it down. */
export function termsRefused(
  { dossier, now, world }: Pick<CaseAct<unknown>, 'dossier' | 'now' | 'world'>,
  { gaps, days, blocked }: Terms,
): Refusal | undefined {
  const { item } = world
  const unknown = unknownMaterials(item, gaps)
  if (unknown.length > 0) return refusal('material-unknown', { facts: { materials: unknown } })
  const main = item.materials.filter(({ id, necessity }) => gaps.includes(id) && necessity !== 'tolerable')
  if (main.length > 0) return mainMissing(main.map(({ id }) => id))
  if (blocked === true) return refusal('gap-blocked', { basis: '容缺受理办法：失信未修复的不适用' })
  const most = gapDaysAtMost(dossier, { day: legalDay(now), world })
  return days > most ? refusal('gap-too-late', { facts: { most } }) : undefined
}

/** The main conditions are not met: that is what the one-time notice is for. */
export function mainMissing(materials: readonly string[]): Refusal {
  return refusal('gap-main-missing', { facts: { materials }, basis: '容缺受理以主件齐全为前提' })
}
