import type { Instant, LegalDay } from '#engine/day.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import type { Sealed, StepMark } from '../../model/step-mark.ts'
import type { Verdict } from '../joint/dossier.ts'

export const MEETING_KINDS = ['joint-review', 'coordination'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]
export const MEETING_NAMES: Readonly<Record<MeetingKind, string>> = {
  'joint-review': '联审会',
  coordination: '协调会',
}

export interface Participant {
  body: string
  name: string
}

/** A line of what a meeting resolved: what a body thinks, or what it does next. */
export type Resolution = Participant & { text: Sealed } & (
    | { kind: 'opinion'; verdict: Verdict }
    | { kind: 'task'; task: string }
  )

/** A meeting called from the case (即开联审会、即开协调会). */
export interface Meeting {
  id: string
  kind: MeetingKind
  day: LegalDay
  /** Wall time in China, 09:30. */
  time: string
  online: boolean
  where: string
  participants: readonly Participant[]
  /** What is to be reviewed, or the obstacle to be cleared. */
  question: Sealed
  by: StepMark
  resolutions: readonly Resolution[]
  held?: { came: readonly string[]; minutes: Sealed; by: StepMark }
  cancelled?: { reason: Sealed; by: StepMark }
}

/** What a meeting gave a body to do (交办事项). */
export interface Task extends Participant {
  id: string
  no: number
  meeting: string
  what: Sealed
  /** The decision waits for it. */
  blocking: boolean
  by: StepMark
  done?: { text: Sealed; by: StepMark }
  dropped?: { reason: Sealed; by: StepMark }
  overdueAt?: Instant
}

type With = Pick<CaseDossier, 'meetings' | 'tasks'>

export const meetingsOf = ({ meetings }: With): readonly Meeting[] => meetings ?? []
export const tasksOf = ({ tasks }: With): readonly Task[] => tasks ?? []

/** The meeting that is called and not over; there is one at a time. */
export function openMeeting(dossier: With): Meeting | undefined {
  return meetingsOf(dossier).find(({ held, cancelled }) => held === undefined && cancelled === undefined)
}

export function openTasks(dossier: With): Task[] {
  return tasksOf(dossier).filter(({ done, dropped }) => done === undefined && dropped === undefined)
}

export const MEETING_CLOCK = 'meeting'
export const clockOfTask = ({ no }: Pick<Task, 'no'>): string => `task-${no}`
