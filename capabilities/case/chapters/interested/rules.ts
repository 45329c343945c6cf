import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { LegalDay } from '#engine/day.ts'
import { LICENCE_DAYS } from '#capabilities/licence-seal/model.ts'
import type { CaseDossier, Paper } from '../../model/dossier.ts'
import { lastDayOf } from '../../model/served.ts'
import type { ApprovalParameters } from '../../model/world.ts'
import { requestLimit } from '../hearing/rules.ts'
import type { Interested } from './dossier.ts'

export const INTERESTED_MAX = 50

/** Everybody named who has not turned out to be named by mistake. */
export const concerned = ({ interested = [] }: CaseDossier): readonly Interested[] =>
  interested.filter(({ dropped }) => dropped === undefined)

export const unserved = (dossier: CaseDossier): readonly Interested[] =>
  concerned(dossier).filter(({ served, answer }) => served === undefined && answer === undefined)

export const unanswered = (dossier: CaseDossier): readonly Interested[] =>
  concerned(dossier).filter(({ answer }) => answer === undefined)

/** Whether they stated anything. */
export const hasSpoken = ({ stated, answer }: Interested): boolean =>
  stated !== undefined || answer?.result === 'stated'

/** Heard, and nobody has said yet what was made of it. */
export const unweighed = (dossier: CaseDossier): readonly Interested[] =>
  concerned(dossier).filter((one) => hasSpoken(one) && one.weighed === undefined)

export function oneOf(dossier: CaseDossier, id: string): Interested | undefined {
  return concerned(dossier).find((one) => one.id === id)
}

export const noticeOf = ({ papers }: CaseDossier, { id }: Interested): Paper | undefined =>
  papers.find((paper) => paper.id === id)

/** One clock a person: each has their own days. */
export const clockOf = (dossier: CaseDossier, { id }: Pick<Interested, 'id'>): string =>
  `interested-${(dossier.interested ?? []).findIndex((one) => one.id === id) + 1}`

/** The days to answer: those to ask for a hearing where that right is told, else those the pack gives to be heard [K]. */
export function answerLimit(parameters: ApprovalParameters, hearing: boolean): Interested['within'] {
  const { statementWorkingDays } = parameters.licences ?? LICENCE_DAYS
  return hearing ? requestLimit(parameters) : { amount: statementWorkingDays, unit: 'working-day' }
}

/** Whoever was told, has not answered and has until this day. */
export function waiting(
  dossier: CaseDossier,
  calendar: WorkingCalendar,
): { one: Interested; last: LegalDay }[] {
  return unanswered(dossier).flatMap((one) => {
    const last = one.served && lastDayOf(dossier, clockOf(dossier, one), calendar)
    return last === undefined ? [] : [{ one, last }]
  })
}

/** The right to a hearing is still to be told on the case (第四十七条). */
export { hearingOwed } from '../hearing/rules.ts'
