import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import type { Application } from '../applications.ts'
import { viewRow } from '../checks/truth.ts'
import { takeToCounter } from '../counter.ts'
import { Broken, seen, type Known } from '../journal.ts'
import type { LicencePlan } from '../licence-plans.ts'
import type { Scene } from '../plot-list.ts'
import { sceneOf } from '../plots.ts'
import { heldOf, pressOn } from '../register-desk.ts'
import type { Run } from '../run.ts'
import { ATTEMPTS, fits, tryOn } from '../unheard/index.ts'
import { takeOn, type Going, type Step } from './errand.ts'
import { before, mainLine, onwards } from './main-line.ts'
import { take, type Doing } from './take.ts'

interface Before {
  known: Known
  dossier: CaseDossier
  scene: Scene
}

/** The case as it lies now. */
async function caseOf(run: Run, { known }: Going): Promise<Before> {
  const row = await viewRow(run.town.truth, run.town.area, known!.no)
  if (row === undefined) throw new Broken([`${known!.no} was acknowledged and is lost`])
  seen(known!, { row })
  return { known: known!, dossier: row.dossier, scene: sceneOf(run, row.dossier)! }
}

/** An act on the case; what has to come before it on the way there is done first. */
export const does = (act: string, how: Doing = {}): Step => ({
  ...(how.when ? { patient: true } : {}),
  async go(run, going) {
    const { known, dossier, scene } = await caseOf(run, going)
    const first = mainLine(act, dossier) ?? before(act, dossier, scene)
    if (first === 'never') return 'never'
    if (first === 'later') return 'nothing'
    const doing = first === undefined ? { act, ...how } : first
    if (first === undefined && how.when?.(dossier, scene) === false) return 'nothing'
    const taken = await take(run, known, dossier, doing)
    if (taken === 'refused') going.refused += 1
    if (taken !== 'done') return 'nothing'
    return first === undefined ? 'done' : 'moved'
  },
})

/** The same act again and again, some of it at a time. */
export const many = (act: string, how: Doing, enough: (dossier: CaseDossier) => boolean): Step => {
  const once = does(act, how)
  return {
    async go(run, going) {
      for (let times = 0; times < AT_A_TIME; times++) {
        if (enough((await caseOf(run, going)).dossier)) return 'done'
        const came = await once.go(run, going)
        if (came === 'nothing' || came === 'never') return came
      }
      return 'moved'
    },
  }
}

const AT_A_TIME = 12

/** On by the shortest way until the case lies so. */
export const reaches = (state: string): Step => ({
  async go(run, going) {
    const { known, dossier } = await caseOf(run, going)
    if (dossier.state === state) return 'done'
    const next = onwards(dossier)
    if (next === undefined) return 'nothing'
    return (await take(run, known, dossier, next)) === 'done' ? 'moved' : 'nothing'
  },
})

/** So often somebody asks in vain before it is left at that. */
const IN_VAIN = 4

/** Somebody asks for what they will not get, as long as it can be asked for. */
export const hears = (code: string, unless?: (dossier: CaseDossier) => boolean): Step => ({
  atOnce: true,
  ...(unless ? { patient: true } : {}),
  async go(run, going) {
    const { dossier } = await caseOf(run, going)
    if (unless?.(dossier)) return 'done'
    for (const attempt of ATTEMPTS.filter((one) => one.code === code)) {
      if (run.journal.refused.has(code)) break
      if (fits(run, going.known!, attempt) && (await tryOn(run, going.known!, attempt))) going.refused += 1
    }
    const over = run.journal.refused.has(code) || (going.known!.asked?.get(code) ?? 0) >= IN_VAIN
    return over ? 'done' : 'nothing'
  },
})

/** What the system does in time, or somebody else. */
export const until = (stands: (dossier: CaseDossier, scene: Scene) => boolean): Step => ({
  patient: true,
  async go(run, going) {
    const { dossier, scene } = await caseOf(run, going)
    return stands(dossier, scene) ? 'done' : 'nothing'
  },
})

/** Another application by the same person; with a code, one that is not taken in. */
export const files = (
  make: (run: Run, going: Going) => Promise<Application | undefined>,
  code?: string,
): Step => ({
  patient: true,
  async go(run, going) {
    const asked = await make(run, going)
    if (asked === undefined) return 'nothing'
    const outcome = await takeToCounter(run, asked)
    if (isRefusal(outcome)) {
      if (outcome.code === code) return 'done'
      going.refused += 1
      return 'nothing'
    }
    takeOn(going, outcome)
    return 'done'
  },
})

/** Something done to the licence that the case has opened. */
export const onLicence = (plan: LicencePlan, code?: string): Step => ({
  async go(run, going) {
    const held = await heldOf(run, going.cases)
    if (held === undefined || !plan.when(held.dossier, sceneDay(run))) return 'nothing'
    const outcome = await pressOn(run, held, plan)
    if (outcome === 'nobody') return 'nothing'
    if (outcome?.code === code) return 'done'
    going.refused += 1
    return 'nothing'
  },
})

export const untilLicence = (stands: LicencePlan['when']): Step => ({
  patient: true,
  async go(run, going) {
    const held = await heldOf(run, going.cases)
    return held !== undefined && stands(held.dossier, sceneDay(run)) ? 'done' : 'nothing'
  },
})

/** Something around the case: a power that is given or taken. */
export const happens = (what: (run: Run, going: Going, dossier: CaseDossier) => Promise<boolean>): Step => ({
  async go(run, going) {
    const { dossier } = await caseOf(run, going)
    return (await what(run, going, dossier)) ? 'done' : 'nothing'
  },
})

const sceneDay = ({ town }: Run): string => legalDay(town.clock.now())
