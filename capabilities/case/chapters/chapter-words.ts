import type { Fact } from '#engine/fact.ts'
import type { Sentences } from '#platform/http/problem.ts'
import type { AllowedAct } from '../contract.ts'
import type { ActField } from '../contract/act-field.ts'
import type { ListedDossier } from '../store/rows.ts'
import type { About } from './chapter-page.ts'

export type AskedPaper = NonNullable<AllowedAct['papers']>[number]

export type ActGroup = NonNullable<AllowedAct['group']>

export interface ActTitle {
  title: string
  tone: 'primary' | 'normal' | 'danger'
  /** Under which heading the button stands; left out, that of its chapter, and the way forward when it is the first step. */
  group?: ActGroup
  help?: string
  /** The clock that runs against whoever has to take it: its last day stands beside the button. */
  clock?: string
  /** What has to come first, as long as nothing that is filled in could make it lawful. */
  waits?: (about: About) => string | undefined
  /** Who takes the step after it, where that is to be said at once. */
  next?: (about: About) => string | undefined | Promise<string | undefined>
  /** Said under the form, before the act is done: the article it stands on. */
  lawful?: string
  /** What the act asks, field by field; left out, the act only wants to be confirmed. */
  fields?: readonly ActField[] | ((about: About) => readonly ActField[] | Promise<readonly ActField[]>)
  /** Papers handed in with it (`materials` of its input), drawn with counts and uploads. */
  papers?: (about: About) => readonly AskedPaper[]
}

/** What a reader may be told of a fact: opened texts only for those who may read them. */
export interface Teller {
  open(sealed: unknown): unknown
  material(id: string): string
  /** Title and name of a post a fact names. */
  post(id: unknown): string
  body(id: unknown): string
}

export interface Told {
  text: string
  details: string[]
}

/** A case as its applicant is told where it stands (`words/standing.ts`). */
export interface Standing {
  dossier: ListedDossier
  /** Names of the body that decides and of the place that took the application in. */
  body: string
  place: string
  /** The last day of a limit that runs and is told to applicants. */
  day(clock: string): string | undefined
  /** `，最晚2026年11月30日（星期一）` of the first of these limits that runs; nothing where none does. */
  until(...clocks: string[]): string
}

/** What a running clock asks of the applicant, if it asks anything in this case. */
export type Ask = (dossier: ListedDossier) => string | undefined

/** Everything a chapter says in Chinese, by code. */
export interface ChapterWords {
  acts?: Readonly<Record<string, ActTitle>>
  /** Where its acts stand among the buttons. */
  group?: ActGroup
  states?: Readonly<Record<string, string>>
  clocks?: Readonly<Record<string, string>>
  /** Clocks of the chapter that run against the applicant, with what they ask. */
  asks?: Readonly<Record<string, Ask>>
  /** What the chapter has going on, for the applicant: who acts, until when, what follows; nothing when it has nothing going on. */
  stands?: (standing: Standing) => string | undefined
  /** Whom the case waits for while the chapter has something going on, where its state says another; it agrees with `stands`. */
  waitsFor?: (dossier: ListedDossier) => string | undefined
  /** Whom a state of the chapter waits for. */
  roles?: Readonly<Record<string, string>>
  steps?: Readonly<Record<string, string>>
  refusals?: Sentences
  /** Kinds of facts that are the office's own: an applicant is not told whose desk the matter lies on. */
  ofTheOffice?: readonly string[]
  /** Each kind of its facts as a sentence with details. */
  told: Readonly<Record<string, (fact: Fact, teller: Teller) => Told>>
}
