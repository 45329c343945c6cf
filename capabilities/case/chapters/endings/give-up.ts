import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { endRunning, licensing } from '../../model/limits.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { caseAction, type CaseAct } from '../../actions/case-action.ts'
import { GIVEN_UP } from './dossier.ts'

/** Before anything is decided. */
export const UNDECIDED = ['received', 'supplementing', 'refusal-proposed', 'accepted', 'reviewed']

/**
 * Returning an application (退件) that its applicant gives up, at the window, as long as it is not accepted. It is the applicant's
 * word and no refusal: how it was given is on record, and a notice tells the applicant what was recorded and what originals
 * go back. What is accepted has a right to a decision (行政许可法第三十七条), so it ends by one, by a withdrawal in writing (撤回), or
 * with nothing left to decide (终止).
 */
export const returnApplication = caseAction({
  name: 'return-application',
  from: ['received', 'supplementing'],
  to: ['returned'],
  by: ['window-clerk'],
  input: T.Object(
    { how: T.Enum([...GIVEN_UP]), reason: T.String({ minLength: 4, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  facts: ({ dossier, input: { how, reason }, now, world }) => [
    {
      kind: 'returned',
      body: { how, reason: world.seal(reason), paper: world.newId(), originals: originalsOf(dossier) },
      clock: endAll(dossier, now),
    },
  ],
})

/**
 * A window may record a withdrawal of what has been accepted, and of a promise at any time, where the applicant has it in
 * writing or signs at the counter: a word by telephone ends nothing that somebody has a right to have decided, and takes back
 * nothing that was signed.
 */
export function unsigned(
  act: string,
  { dossier, actor, input, world }: CaseAct<unknown>,
): Refusal | undefined {
  const wanted = act === 'withdraw-commitment' || (act === 'withdraw' && dossier.acceptance !== undefined)
  if (!wanted || actor.kind !== 'staff' || (input as { signed?: boolean }).signed === true) return undefined
  const basis = act === 'withdraw' ? licensing(world.item, '第三十七条') : '国办发〔2020〕42号'
  return refusal('withdrawal-unsigned', { basis })
}

/** Papers of which the office holds originals, replaced ones among them: they go back with the notice. */
export function originalsOf({ materials }: Pick<CaseDossier, 'materials'>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(materials).flatMap(([id, { paperOriginals, superseded = [] }]) => {
      const all = superseded.reduce((sum, before) => sum + before.paperOriginals, paperOriginals)
      return all > 0 ? [[id, all]] : []
    }),
  )
}

export function endAll({ clocks }: Pick<CaseDossier, 'clocks'>, now: string) {
  return endRunning(clocks, Object.keys(clocks), { day: legalDay(now), at: now })
}
