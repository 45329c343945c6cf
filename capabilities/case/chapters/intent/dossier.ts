import type { LegalDay } from '#engine/day.ts'
import type { AnswerForm, Answering, Serving } from '#capabilities/licence-seal/model.ts'
import type { Sealed, StepMark } from '../../model/step-mark.ts'
import type { TerminationGround } from '../endings/dossier.ts'

/** What is meant against somebody's wish: taking back what a promise brought (拟撤销), ending what is undecided (拟终止). */
export type Meant = 'revoke' | 'terminate'

export interface Intent {
  /** Its notice (拟撤销告知书, 拟终止办理告知书). */
  id: string
  how: Meant
  /** Of an ending; what is decided afterwards rests on the same. */
  ground?: TerminationGround
  /** Facts, reasons and basis. */
  text: Sealed
  within: { amount: number; unit: 'working-day' }
  by: StepMark
  served?: ServedNotice
  /** What the party said in defence (陈述、申辩), last. */
  answer?: { result: Answering['result']; form: AnswerForm; text: Sealed; on: LegalDay; by: StepMark }
  /** The day with which the days to answer ended in silence, or after what was only said. */
  lapsedOn?: LegalDay
}

export interface ServedNotice {
  on: LegalDay
  mode: Serving['mode'] | 'electronic'
}

/** A notice that no other way would bring to the party, made public until it counts as served (公告送达). */
export interface AnnouncedNotice {
  on: LegalDay
  until: LegalDay
  record: Sealed
}
