import type { Instant } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Sealed, StepMark } from '../../model/step-mark.ts'

export const VERDICTS = ['agree', 'conditions', 'object'] as const
export type Verdict = (typeof VERDICTS)[number]
export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  agree: '同意',
  conditions: '有条件同意',
  object: '不同意',
}

export const BEFORE_DECISION = ['accepted', 'reviewed']
/** Who asks and answers for the department that decides. */
export const LEAD = ['reviewer', 'approver']

/**
 * 统一办理、联合办理 belong to licences that several departments grant (第二十六条第二款). Where one body decides alone, its asking is
 * modelled on that article and gives nobody its forty-five days.
 */
export function conferring({ itemType, process }: Pick<ItemVersion, 'itemType' | 'process'>): string {
  return `${itemType === '01' && process.together === true ? '' : '参照'}行政许可法第二十六条第二款`
}

/** What a department said (部门意见), in writing or at a meeting. */
export interface Opinion {
  verdict: Verdict
  text: Sealed
  by: StepMark
  /** The meeting it was given at. */
  meeting?: string
}

/** One department asked for its opinion (征求意见). */
export interface Question {
  id: string
  body: string
  /** What the body was called when it was asked. */
  name: string
  question: Sealed
  by: StepMark
  opinion?: Opinion
  /** The lead's answer to an objection. */
  reply?: { text: Sealed; by: StepMark }
  /** The last day went by without a word; it stays on record whatever comes later. */
  overdueAt?: Instant
  /** Taken back, or the lead goes on without it. */
  closed?: { how: 'withdrawn' | 'without'; reason: Sealed; by: StepMark }
}

type Asked = Pick<CaseDossier, 'joint'>

/** Every question ever asked, in order. */
export function questionsOf({ joint }: Asked): readonly Question[] {
  return joint ?? []
}

export function openQuestions(dossier: Asked): Question[] {
  return questionsOf(dossier).filter(({ opinion, closed }) => opinion === undefined && closed === undefined)
}

/** What the lead wrote down for a department at a meeting: it stands until the department says otherwise itself. */
export function spokenFor(dossier: Asked): Question[] {
  return standingQuestions(dossier).filter(({ opinion }) => opinion?.meeting !== undefined)
}

/** Questions that count in the result: what was taken back was never part of the matter. */
export function standingQuestions(dossier: Asked): Question[] {
  return questionsOf(dossier).filter(({ closed }) => closed?.how !== 'withdrawn')
}

/** Whether other departments take part in the matter by their opinions. */
export function isJoint(dossier: Asked): boolean {
  return standingQuestions(dossier).length > 0
}

/** Objections nobody has answered yet. */
export function unansweredObjections(dossier: Asked): Question[] {
  return standingQuestions(dossier).filter(
    ({ opinion, reply }) => opinion?.verdict === 'object' && reply === undefined,
  )
}

export const clockOf = ({ body }: Pick<Question, 'body'>): string => `opinion-${body}`
