import { Type as T } from 'typebox'
import { legalDay } from '#engine/day.ts'
import { endRunning } from '../../model/limits.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { caseAction } from '../../actions/case-action.ts'
import { GIVEN_UP } from './dossier.ts'

/** Before anything is decided. */
export const UNDECIDED = ['received', 'supplementing', 'refusal-proposed', 'accepted', 'reviewed']

/**
 * Returning an application (退件) that its applicant gives up, at the window. It is the applicant's word and no refusal: how it
 * was given is on record, and a notice tells the applicant what was recorded and what originals go back.
 */
export const returnApplication = caseAction({
  name: 'return-application',
  from: UNDECIDED.filter((state) => state !== 'refusal-proposed'),
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

/** Papers of which the office holds originals: they go back with the notice. */
export function originalsOf({ materials }: Pick<CaseDossier, 'materials'>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(materials).flatMap(([id, { paperOriginals }]) =>
      paperOriginals > 0 ? [[id, paperOriginals]] : [],
    ),
  )
}

export function endAll({ clocks }: Pick<CaseDossier, 'clocks'>, now: string) {
  return endRunning(clocks, Object.keys(clocks), { day: legalDay(now), at: now })
}
