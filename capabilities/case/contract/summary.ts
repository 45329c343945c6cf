import { Type as T, type Static } from 'typebox'
import { Pause } from './clock-view.ts'
import { LimitName, OverdueLimit } from './limit-view.ts'
import { CaseState, ProcedureName } from './procedure.ts'

/** A line of a work list or of “my matters”. Names are masked for everybody here. */
export const CaseSummary = T.Object({
  no: T.String(),
  state: CaseState,
  stateText: T.String(),
  itemId: T.String(),
  itemName: T.String(),
  applicant: T.String(),
  channel: T.Enum(['online', 'window']),
  acceptPlace: T.String(),
  decidingBody: T.String(),
  receivedAt: T.String(),
  /** The nearest running due day. */
  dueDay: T.Optional(T.String()),
  standing: T.Enum(['in-time', 'soon', 'late', 'none']),
  /** Which limit that day is the last day of; told to officers only. */
  limit: T.Optional(LimitName),
  /** Every limit that has passed, those of the whole case first; told to officers only. */
  overdue: T.Optional(T.Array(OverdueLimit)),
  /** The limit of the law (法定期限) once its last day is near, whichever day comes first; told to officers only. */
  lawNear: T.Optional(T.Object({ day: T.String(), workingDays: T.Integer() })),
  /** Working days from today to the due day by the calendar of the case; negative once it has passed. */
  workingDaysLeft: T.Optional(T.Integer()),
  /** Who must act now, in Chinese: 窗口人员, 申请人 … */
  waitsFor: T.String(),
  /** Where they sit, when it is an office that acts: the place of the window, the body of everybody else. */
  waitsAt: T.Optional(T.String()),
  /** What is asked of the applicant, and until when; told to the applicant. */
  asked: T.Optional(T.Object({ what: T.String(), day: T.Optional(T.String()) })),
  /** The papers an open notice asks for; told to the applicant in their own list. */
  papersAsked: T.Optional(T.Array(T.String())),
  /** Those of them that were handed in and found wanting: to be put right, not to be found. */
  papersAgain: T.Optional(T.Array(T.String())),
  /** Papers the application came without, while nobody has looked at it; told to the applicant in their own list. */
  papersLacking: T.Optional(T.Array(T.String())),
  /** Who acts now, until when and what follows, in one sentence; told to the applicant. */
  stands: T.Optional(T.String()),
  /** Why the limit the applicant waits for stands still; told to the applicant. */
  paused: T.Optional(T.Array(Pause)),
  /** What is asked of this officer beside the step the case is in, with the limit that runs for it. */
  owed: T.Optional(
    T.Object({
      what: T.String(),
      clock: T.String(),
      /** Which limit that is, where it runs. */
      limit: T.Optional(LimitName),
      dueDay: T.Optional(T.String()),
      workingDaysLeft: T.Optional(T.Integer()),
      standing: T.Enum(['in-time', 'soon', 'late', 'none']),
      /** Somebody urges it (催办): it comes first. */
      urged: T.Optional(T.Boolean()),
    }),
  ),
  /**
   * How often somebody urged (催办) what is not done yet, and whether all of them got a word for an answer; told to officers only.
   */
  urges: T.Optional(T.Object({ times: T.Integer(), answered: T.Boolean() })),
  procedure: ProcedureName,
  /** An on-the-spot matter stayed open after its visit and nobody has said why (CAS-10); nothing goes on before. */
  reasonOwed: T.Optional(T.Boolean()),
  /** Nobody holds it, and it waits for a role that this post has here. */
  claimable: T.Optional(T.Boolean()),
  /** Who claimed it or was given it; told to officers only. */
  holder: T.Optional(
    T.Object({
      name: T.String(),
      /** It is mine to do: my own claim, or that of a colleague away for whom I stand in. */
      mine: T.Boolean(),
      away: T.Optional(T.Boolean()),
    }),
  ),
  /** How many papers the applicant handed in of their own accord that no clerk has looked at; told to officers only. */
  freshPapers: T.Optional(T.Integer()),
  /** A notice was answered and no clerk has gone on since (已补正，待复核); told to officers only. */
  answered: T.Optional(T.Boolean()),
  /** Name of the major project it belongs to (直通车). */
  project: T.Optional(T.String()),
  version: T.Integer(),
})
export type CaseSummary = Static<typeof CaseSummary>
