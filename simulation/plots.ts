import { addDays, legalDay } from '#engine/day.ts'
import { procedureOf, type CaseDossier } from '#capabilities/case/model.ts'
import type { Asked, Input } from './inputs.ts'
import { itemOf } from './item-of.ts'
import type { Known } from './journal.ts'
import { isStaffed } from './people.ts'
import { PLOTS, type Plot, type PlotStep, type Scene } from './plot-list.ts'
import type { Run } from './run.ts'
import { moment } from './town.ts'

/** After so many days on which the next act was not to be had, somebody gives it up. */
const DAYS = 8
/** So many days it waits for what is asked for in vain before it. */
const WAITED = 5
/** So many times somebody is told no before they give it up. */
const REFUSALS = 4

/** Plots that go on at a time, as a share of the open cases within bounds, and cases in which the same one does. */
const AT_ONCE = { share: 0.75, least: 30, most: 120, same: 3 } as const

/** How often somebody means something in a case that is no longer new to anybody. */
const AGAIN = 0.06

export const isMeant = ({ open, plot }: Known): boolean => open && plot !== undefined && !plot.over

export function sceneOf(run: Run, dossier: CaseDossier): Scene | undefined {
  const item = itemOf(run, dossier.item.id)
  return item && { run, item, today: legalDay(run.town.clock.now()) }
}

/** Cases in which somebody means something that the state allows and that nobody has looked for today. */
export function isNext(run: Run, known: Known): boolean {
  return isMeant(known) && known.dossier !== undefined && stepsNow(run, known, known.dossier).length > 0
}

/** A step somebody means to take: the act, who may, and what they write in particular. */
export interface Meant {
  act: string
  by: readonly string[]
  fill?: (asked: Asked) => Input
}

/** The next act that somebody means to do in this case, and who may do it. */
export function meantNext(run: Run, known: Known, dossier: CaseDossier): Meant | undefined {
  if (known.plot === undefined) begin(run, known, dossier)
  if (!isMeant(known)) return undefined
  const today = legalDay(run.town.clock.now())
  if (known.plot!.day !== today)
    known.plot = { ...known.plot!, day: today, looked: [], days: known.plot!.days + 1 }
  if (known.plot!.days > DAYS) known.plot = { ...known.plot!, over: true }
  const [next] = stepsNow(run, known, dossier)
  const scene = sceneOf(run, dossier)
  if (next === undefined || scene === undefined) return undefined
  const { act, fill } = PLOTS[known.plot!.of]!.steps[next]!
  known.plot = { ...known.plot!, looked: [...known.plot!.looked, next] }
  if ((known.tried?.get(act) ?? 0) > REFUSALS) known.plot = { ...known.plot, over: true }
  const action = procedureOf(dossier).actions.find(({ name }) => name === act)!
  const by = action.by.filter((role) => role !== 'system')
  return { act, by, ...(fill ? { fill: (asked: Asked) => fill(asked, scene) } : {}) }
}

/** Steps that may be to be had now, the furthest first: somebody else may have done what comes before. */
function stepsNow(run: Run, known: Known, dossier: CaseDossier): number[] {
  const { of, done, day, looked } = known.plot!
  const scene = sceneOf(run, dossier)
  if (scene === undefined) return []
  const { steps } = PLOTS[of]!
  return steps
    .map((step, index) => ({ step, index }))
    .filter(({ step: { act }, index }) => {
      const before = steps.slice(0, index).filter((other) => other.act === act).length
      return (done[act] ?? 0) <= before && !(day === scene.today && looked.includes(index))
    })
    .filter(
      ({ step: { after = [] } }) =>
        known.plot!.days > WAITED || after.every((code) => run.journal.refused.has(code)),
    )
    .filter(({ step }) => possible(scene, known, dossier, step))
    .map(({ index }) => index)
    .toReversed()
}

function possible(scene: Scene, known: Known, dossier: CaseDossier, { act, when }: PlotStep): boolean {
  const action = procedureOf(dossier).actions.find(({ name }) => name === act)
  if (action?.from.includes(dossier.state) !== true || when?.(dossier, scene) === false) return false
  if (!mayBeOffered(action, dossier, scene)) return false
  return action.by.some((role) =>
    role === 'applicant' ? known.citizen !== undefined : isStaffed(scene.run, dossier, role),
  )
}

/** What an act asks of the case and its item; what it also asks of the plan of the county is seen by whoever opens the case. */
function mayBeOffered(
  { offered }: ReturnType<typeof procedureOf>['actions'][number],
  dossier: CaseDossier,
  { item }: Scene,
): boolean {
  const world = { item, parameters: {} } as Parameters<NonNullable<typeof offered>>[1]
  try {
    return offered?.(dossier, world) !== false
  } catch {
    return true
  }
}

const plotsAtOnce = (open: number): number =>
  Math.min(AT_ONCE.most, Math.max(AT_ONCE.least, open * AT_ONCE.share))

/** One of the ways in which something has never been done; later on any of them, now and then. */
function begin(run: Run, known: Known, dossier: CaseDossier): void {
  const { random, journal } = run
  const going = journal.cases.filter(isMeant)
  const open = journal.cases.filter((other) => other.open).length
  const scene = sceneOf(run, dossier)
  // A renewal that nobody decides is granted by law; it is left alone until that has been seen.
  const left =
    dossier.about?.kind === 'renew' &&
    dossier.about.inTime &&
    !journal.met.has(`${dossier.procedure} deem-renewed`)
  if (left || scene === undefined || going.length >= plotsAtOnce(open)) return
  const { procedure } = dossier
  const fitting = PLOTS.map((plot, of) => ({ plot, of })).filter(({ plot, of }) => {
    const same = going.filter((other) => other.plot?.of === of && other.procedure === procedure)
    return (
      same.length < AT_ONCE.same &&
      plot.procedures.includes(procedure) &&
      plot.when?.(dossier, scene) !== false &&
      mayBegin(scene, known, dossier, plot)
    )
  })
  const fresh = fitting.filter(({ plot }) => isFresh(run, plot, procedure))
  const choice = fresh.length > 0 ? fresh : fitting
  if (choice.length === 0 || !random.chance(fresh.length > 0 ? 0.9 : AGAIN)) return
  const { of } = random.oneOf(choice)
  known.plot = { of, done: {}, over: false, days: 0, day: '', looked: [] }
  journal.mishap('plot-begun')
}

/** Whether its first act under the procedure of this case may be to be had. */
function mayBegin(scene: Scene, known: Known, dossier: CaseDossier, { steps }: Plot): boolean {
  const { actions } = procedureOf(dossier)
  const first = steps.find(({ act }) => actions.some(({ name }) => name === act))
  return first !== undefined && possible(scene, known, dossier, first)
}

/** Whether it leads to something nobody has done or heard. */
function isFresh({ journal }: Run, { steps, then, codes = [] }: Plot, procedure: string): boolean {
  return (
    steps.some(({ act }) => !journal.met.has(`${procedure} ${act}`)) ||
    (then?.acts ?? []).some((act) => !journal.met.has(`${procedure} ${act}`)) ||
    codes.some((code) => !journal.refused.has(code) && !journal.met.has(code))
  )
}

/** What was meant has been done, by whomever. */
export function metAct(run: Run, known: Known, act: string): void {
  const { plot } = known
  if (plot === undefined || plot.over) return
  const { steps, then } = PLOTS[plot.of]!
  const index = steps.findLastIndex((step) => step.act === act)
  if (index < 0) return
  const over = index === steps.length - 1
  known.plot = { ...plot, done: { ...plot.done, [act]: (plot.done[act] ?? 0) + 1 }, days: 0, over }
  if (over && then !== undefined)
    known.forgottenUntil = moment(addDays(legalDay(run.town.clock.now()), then.days), 0)
}
