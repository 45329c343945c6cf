import { legalDay } from '#engine/day.ts'
import type { Action, State, Timer } from '#engine/procedure/procedure.ts'
import type { Power } from '#engine/power/grant.ts'
import { openQuestions } from '../chapters/joint/dossier.ts'
import { openTasks } from '../chapters/meetings/dossier.ts'
import { procedureOf, type CaseDossier } from '../model.ts'
import { tookAStep } from '../actions/decide.ts'
import { barredByTelling } from '../chapters/intent/rules.ts'
import { decisionSeals, powerKind } from '../model/powers.ts'
import type { CaseMeans } from './means.ts'
import type { Worlds } from './worlds.ts'

/** An open case as the checker of stuck cases looks at it: whom it waits for, and what whoever that is will need. */
export interface WatchedCase {
  stream: string
  dossier: CaseDossier
  /** The last fact of any kind. */
  changedAt: string
  /** Nothing where the procedure does not know the state. */
  state: State | undefined
  /** Due acts; `taken` where the procedure has such an act for the system in this state. */
  timers: readonly (Timer & { taken: boolean })[]
  /** Powers that acts out of this state ask for, by the role that may take them. */
  powers: Readonly<Record<string, readonly Power[]>>
  /** Seals that the decision may carry, where it is to be sealed next. */
  sealsReady?: number
  /** Departments past their day, by name: with an opinion that was asked, with a task a meeting gave. */
  overdue: { opinions: readonly string[]; tasks: readonly string[] }
  /** People who took an earlier step and may not decide as well. */
  barred: readonly string[]
}

/** Those of these cases that are open, with what the procedure says of their state. */
export async function watchedCases(
  { means, worlds }: { means: CaseMeans; worlds: Worlds },
  area: string,
  streams: readonly string[],
): Promise<WatchedCase[]> {
  const rows = await means.db.query<Pick<WatchedCase, 'stream' | 'dossier' | 'changedAt'>>(OPEN, [
    area,
    streams,
  ])
  const calendar = await worlds.calendar(area)
  const parameters = await worlds.parameters(area)
  return Promise.all(
    rows.map(async (row): Promise<WatchedCase> => {
      const { dossier } = row
      const procedure = procedureOf(dossier)
      const out = procedure.actions.filter(
        ({ from, to }) =>
          from.includes(dossier.state) && to !== 'same' && to.some((state) => state !== dossier.state),
      )
      const ready = out.some(({ name }) => name === 'seal')
        ? await sealsReady(means, worlds, area, dossier)
        : undefined
      return {
        ...row,
        state: procedure.states[dossier.state],
        timers: procedure.timers(dossier, { calendar }).map((timer) => ({
          ...timer,
          taken: procedure.actions.some(
            ({ name, by, from }) =>
              name === timer.action && by.includes('system') && from.includes(dossier.state),
          ),
        })),
        powers: powersByRole(out),
        overdue: overdueOf(dossier),
        barred: [...tookAStep(dossier, parameters), ...barredByTelling(dossier, parameters)],
        ...(ready === undefined ? {} : { sealsReady: ready }),
      }
    }),
  )
}

function overdueOf(dossier: CaseDossier): WatchedCase['overdue'] {
  const late = (owed: readonly { name: string; overdueAt?: string }[]) => [
    ...new Set(owed.flatMap(({ name, overdueAt }) => (overdueAt === undefined ? [] : [name]))),
  ]
  return { opinions: late(openQuestions(dossier)), tasks: late(openTasks(dossier)) }
}

function powersByRole(
  out: readonly Pick<Action<CaseDossier, never, never>, 'by' | 'power'>[],
): WatchedCase['powers'] {
  const powers: Record<string, Power[]> = {}
  for (const { by, power } of out)
    if (power !== undefined) for (const role of by) (powers[role] ??= []).push(power)
  return powers
}

async function sealsReady(
  means: CaseMeans,
  worlds: Worlds,
  area: string,
  dossier: CaseDossier,
): Promise<number> {
  const item = await means.catalogue.pinned(area, dossier.item.id, dossier.item.version)
  const nobody = { actor: { kind: 'system', job: 'watch' }, reliesOn: [] } as const
  const world = await worlds.of(area, item, dossier, nobody, false)
  return decisionSeals(dossier, world, powerKind(dossier, world, legalDay(means.clock.now()))).length
}

const OPEN = {
  name: 'cases.watched',
  text: `SELECT v.stream, v.dossier, v.changed_at AS "changedAt" FROM cases.case_view v
    WHERE v.area_code = $1 AND v.stream = ANY($2) AND v.open`,
}
