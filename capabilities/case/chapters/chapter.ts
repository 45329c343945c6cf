import type { Actor } from '#engine/actor.ts'
import type { NewFact } from '#engine/fact.ts'
import type { Timer } from '#engine/procedure/procedure.ts'
import type { Refusal } from '#engine/refusal.ts'
import type { CaseAct } from '../actions/case-action.ts'
import type { ProcedureName } from '../contract.ts'
import type { CaseDossier } from '../model/dossier.ts'
import type { Apply } from '../model/fold.ts'
import type { CaseActions, CaseStates, TimerWorld } from '../model/states.ts'

/** An act before anything is filled in: what `bars` may look at. */
export type Asking = Omit<CaseAct<unknown>, 'input'>

/** The act as its procedure knows it: what kind of step it is in the state the case is in. */
export interface Step {
  /** Roles that may take it. */
  by: readonly string[]
  /** It can lead to another state; to `precedes`, that it does. */
  moves: boolean
  /** Whom the state of the case waits for, the nearest first. */
  waitsFor: readonly string[]
}

/**
 * A chapter (专章) of the law of a case: one further lawful path (容缺受理, 特别程序, 联审联办 …), whole in its folder. Procedures
 * are composed of the skeleton, their own middle and every chapter; a chapter's acts name all the states they know, and a
 * procedure keeps those it has.
 */
export interface Chapter {
  name: string
  /** Procedures it belongs to; all of them when absent. */
  procedures?: readonly ProcedureName[]
  actions: CaseActions
  states?: CaseStates
  /** What each kind of its facts does to the dossier. */
  apply: Readonly<Record<string, Apply>>
  timers?(dossier: CaseDossier, world: TimerWorld): readonly Timer[]
  /** Roles an actor holds towards the case by this chapter alone (a department that was asked for its opinion). */
  rolesOf?(actor: Actor, dossier: CaseDossier): readonly string[]
  /** Why an act, of whichever chapter, may not be taken by this actor now: no button is drawn. */
  bars?(act: string, asking: Asking, step: Step): Refusal | undefined
  /** Why an act, of whichever chapter, may not be taken now as it was filled in. */
  refuses?(act: string, filled: CaseAct<unknown>, step: Step): Refusal | undefined
  /** Facts the chapter has to put on record before those of an act, of whichever chapter (代办, a 会签 that is void now). */
  precedes?(act: string, filled: CaseAct<unknown>, step: Step): readonly NewFact[]
  /** Bodies beside the deciding one that take part in the case, and so see it until it has ended. */
  partners?(dossier: CaseDossier): readonly string[]
  /** Bodies beside the deciding one that owe something on the case now: it stands in their queue. */
  asked?(dossier: CaseDossier): readonly string[]
  /** Acts that hand in files for materials, as supplying does. */
  handsIn?: readonly string[]
}
