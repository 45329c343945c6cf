import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import { legalDay, type LegalDay } from '#engine/day.ts'
import type { CaseDossier, Paper } from '../../model/dossier.ts'
import type { ApprovalParameters } from '../../model/world.ts'

/** Seven working days at least between the notice and the hearing (第四十八条第一款第一项、第八十二条). */
export const NOTICE_AHEAD = 7
/** To be held within twenty working days of the request (第四十七条第一款), C9. */
export const HOLD_WITHIN = 20

/**
 * C8: five days to ask for a hearing. [K] Article 82 speaks of the limits of the authority, this one is the applicant's; counted
 * in working days it is never shorter, so that is what holds until a pack says otherwise.
 */
export function requestLimit({ hearingRequest }: ApprovalParameters) {
  return hearingRequest ?? { amount: 5, unit: 'working-day' as const }
}

/** The right was told and is not used up: nothing may be decided. */
export const isOpen = ({ hearing }: CaseDossier): boolean =>
  hearing !== undefined && hearing.over === undefined

/**
 * Somebody else whose interests are touched has asked for it in answer to their own notice (利害关系人): it is held, whatever the
 * applicant says of the own right.
 */
export const askedByOther = ({ interested = [] }: CaseDossier): boolean =>
  interested.some(({ answer, dropped }) => dropped === undefined && answer?.result === 'hearing')

/**
 * The right has to be told on the case: others with grave interests are on it, and then the applicant has it too (应当告知申请人、
 * 利害关系人), or one of them asked after the applicant’s own was used up.
 */
export function hearingOwed(dossier: CaseDossier): boolean {
  const { hearing, interested = [] } = dossier
  const grave = interested.some((one) => one.dropped === undefined && one.hearing)
  return hearing === undefined
    ? grave || askedByOther(dossier)
    : askedByOther(dossier) && !isOpen(dossier) && hearing.held === undefined
}

/** May be asked for, or declined. */
export function mayAsk(dossier: CaseDossier): boolean {
  const { hearing } = dossier
  return (
    !askedByOther(dossier) &&
    hearing?.ground === 'interests' &&
    hearing.served !== undefined &&
    hearing.requested === undefined &&
    hearing.over === undefined
  )
}

/** A hearing is owed: somebody asked, or the law does not wait for anybody to ask. */
export function isOwed(dossier: CaseDossier): boolean {
  const { hearing } = dossier
  if (hearing?.served === undefined || hearing.over !== undefined) return false
  return hearing.ground === 'prescribed' || hearing.requested !== undefined || askedByOther(dossier)
}

/** Somebody asked that another preside, and nobody has answered. */
export const objectionOpen = ({ hearing }: CaseDossier): boolean =>
  hearing?.objected !== undefined && hearing.objected.kept === undefined

/** The notice that is next to be served: of the right, then of time and place. */
export function unserved({ hearing }: CaseDossier): 'right' | 'time' | undefined {
  if (hearing === undefined || hearing.over !== undefined) return undefined
  if (hearing.served === undefined) return 'right'
  return hearing.convened !== undefined && hearing.convened.served === undefined ? 'time' : undefined
}

/** Its paper, once it exists. */
export function unservedPaper(dossier: CaseDossier): Paper | undefined {
  const which = unserved(dossier)
  const id =
    which === 'right' ? dossier.hearing!.id : which === 'time' ? dossier.hearing!.convened!.id : undefined
  return dossier.papers.find((paper) => paper.id === id)
}

/** Whether a hearing on that day is still seven days away. */
export function farEnough(from: LegalDay, day: LegalDay, calendar: WorkingCalendar): boolean {
  return day > from && calendar.workingDaysAfter(from, day) >= NOTICE_AHEAD
}

/** Whether the notice that is next can still be served in time on the day of its paper. */
export function servable(dossier: CaseDossier, at: string, calendar: WorkingCalendar): boolean {
  return unserved(dossier) === 'right' || farEnough(legalDay(at), dossier.hearing!.convened!.day, calendar)
}

/** Posts that examined the case and so cannot preside over its hearing (第四十八条第一款第三项). */
export function examiners({ review, survey }: CaseDossier): { posts: string[]; people: string[] } {
  const marks = [review?.by, survey?.by]
  return {
    posts: marks.flatMap((mark) => mark?.post ?? []),
    people: marks.flatMap((mark) => mark?.person ?? []),
  }
}
