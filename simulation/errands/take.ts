import { isRefusal } from '#engine/refusal.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import { lawful, type Asked, type Input } from '../inputs.ts'
import type { Known } from '../journal.ts'
import type { Scene } from '../plot-list.ts'
import { sceneOf } from '../plots.ts'
import { deedOn, record } from '../pressing.ts'
import type { Run } from '../run.ts'
import { aroundOf, peopleFor } from '../unheard/attempt.ts'
import type { Somebody } from '../people.ts'

/** What somebody writes in particular, and what has to stand so first. */
export interface Doing {
  fill?: (asked: Asked, scene: Scene) => Input
  when?: (dossier: CaseDossier, scene: Scene) => boolean
}

/** So many of those who may take a step are asked, and so many of them may hear no. */
const ASKED = 12
const NO = 2

/** The first who is offered the act does it. */
export async function take(
  run: Run,
  known: Known,
  dossier: CaseDossier,
  { act, fill }: Doing & { act: string },
): Promise<'done' | 'refused' | 'nobody'> {
  const { town, random } = run
  const around = aroundOf(run, known)
  const scene = sceneOf(run, dossier)
  if (around === undefined || scene === undefined) return 'nobody'
  let refused = 0
  for (const who of shuffled(run, peopleFor(around, dossier, act)).slice(0, ASKED)) {
    if (who.citizen === undefined && !run.officeOpen) continue
    const now = town.clock.now()
    const detail = await town.house.cases.detail(known.no, { ...who, now })
    if (isRefusal(detail)) continue
    const allowed = detail.allowed.find((one) => one.act === act)
    if (allowed === undefined || allowed.waits !== undefined) continue
    const asked = { act, detail, dossier, random, now }
    const input = fill?.(asked, scene) ?? lawful(asked)
    const open = { known, dossier, who, detail }
    const deed = deedOn(run, open, act, input, detail.summary.version)
    const outcome = await deed.press()
    await record(run, open, deed, outcome)
    if (!isRefusal(outcome)) return 'done'
    refused += 1
    if (refused >= NO) break
  }
  return refused > 0 ? 'refused' : 'nobody'
}

function shuffled({ random }: Run, people: readonly Somebody[]): Somebody[] {
  const left = [...people]
  return people.map(() => left.splice(random.whole(0, left.length - 1), 1)[0]!)
}
