import type { ListedDossier } from '../store/rows.ts'
import { asHead, GOVERNMENT_QUEUE, headQueue } from './extension/queue.ts'
import { toVerify } from './gaps/dossier.ts'
import { clockOf, openQuestions } from './joint/dossier.ts'
import { clockOfTask, MEETING_CLOCK, openMeeting, openTasks } from './meetings/dossier.ts'
import { COUNTERSIGN_CLOCK, openSigners } from './queue/dossier.ts'

/** Who reads a case: the posts they act for, and where these stand. */
export interface Officer {
  posts: readonly string[]
  roles: readonly string[]
  place: string
  body: string
}

/** What is asked of an officer beside the step the case is in, and the clock that says until when. */
export interface Owed {
  what: string
  clock: string
}

type OwedBy = (dossier: ListedDossier, officer: Officer) => Owed | undefined

const asksTheHead: OwedBy = (dossier, { roles, body }) => {
  const asked = asHead(dossier)
  const mine =
    (roles.includes('head') && asked.includes(headQueue(body))) ||
    (roles.includes('government-head') && asked.includes(GOVERNMENT_QUEUE))
  // A proposal has no limit of its own; past the law's limit there is nothing left to extend.
  return mine ? { what: '批准或不批准延长期限', clock: 'statutory' } : undefined
}

const asksForSignature: OwedBy = (dossier, { posts }) =>
  openSigners(dossier).some((post) => posts.includes(post))
    ? { what: '会签', clock: COUNTERSIGN_CLOCK }
    : undefined

const speaks = (roles: readonly string[]): boolean => roles.includes('reviewer') || roles.includes('approver')

const asksForOpinion: OwedBy = (dossier, { roles, body }) =>
  speaks(roles) && openQuestions(dossier).some((question) => question.body === body)
    ? { what: '代表本单位提出意见', clock: clockOf({ body }) }
    : undefined

const asksForTask: OwedBy = (dossier, { roles, body }) => {
  const task = speaks(roles) ? openTasks(dossier).find((each) => each.body === body) : undefined
  return task && { what: '办理会议交办的事项', clock: clockOfTask(task) }
}

const asksToMeet: OwedBy = (dossier, { roles, body }) => {
  const invited = openMeeting(dossier)?.participants.some((each) => each.body === body) === true
  return speaks(roles) && invited && body !== dossier.decidingBody
    ? { what: '参加会议', clock: MEETING_CLOCK }
    : undefined
}

const asksTheWindow: OwedBy = (dossier, { roles, place }) =>
  roles.includes('window-clerk') && place === dossier.acceptPlace && toVerify(dossier).length > 0
    ? { what: '核对补交的材料', clock: 'gap' }
    : undefined

const WAYS: readonly OwedBy[] = [
  ...[asksTheHead, asksForSignature, asksForOpinion, asksForTask, asksToMeet, asksTheWindow],
]

/** The first thing this officer owes the case; nothing when it waits for the step alone. */
export function owedBy(dossier: ListedDossier, officer: Officer): Owed | undefined {
  for (const way of WAYS) {
    const owed = way(dossier, officer)
    if (owed !== undefined) return owed
  }
  return undefined
}
