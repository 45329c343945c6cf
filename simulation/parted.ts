import { procedureOf, type CaseDossier } from '#capabilities/case/model.ts'
import { viewRow } from './checks/truth.ts'
import type { Known } from './journal.ts'
import { officersFor, type Somebody } from './people.ts'
import type { Run } from './run.ts'

interface Standing {
  stream: string
  dossier: CaseDossier
}

/**
 * Where the plan parts the steps, one person cannot take the last one too; the office then appoints another (岗位分设). Two may
 * both be kept from it: one checked through a second post, the other told the party what is meant.
 */
export async function wantDeputy(run: Run, standing: Standing, { actor }: Somebody): Promise<void> {
  if (actor.kind !== 'staff') return
  const others = deciders(run, standing.dossier)
  // Beside whoever decides: another reviewer could not take the step either.
  const beside = actor.roles.includes('approver') ? actor.post : (others[0]?.post ?? actor.post)
  const persons = new Set(others.map(({ person }) => person))
  if (persons.size < 2 || (await allBarred(run, standing, others))) run.deputiesWanted.add(beside)
}

/** What an office reads each morning on supervision's list: whoever is left to decide has taken a step before. */
export async function wantOthers(run: Run, left: readonly Known[]): Promise<void> {
  for (const { no, dossier } of left) {
    if (dossier === undefined || !procedureOf(dossier).states[dossier.state]!.waitsFor.includes('approver'))
      continue
    const row = await viewRow(run.town.truth, run.town.area, no)
    const others = row === undefined ? [] : deciders(run, row.dossier)
    if (row && others[0] && (await allBarred(run, row, others))) run.deputiesWanted.add(others[0].post)
  }
}

async function allBarred({ town }: Run, { stream }: Standing, others: readonly Decider[]): Promise<boolean> {
  const [watched] = await town.house.cases.watched(town.area, [stream])
  return watched !== undefined && others.every(({ person }) => watched.barred.includes(person))
}

interface Decider {
  post: string
  person: string
}

/** Whoever also sits at a window may not decide, where the plan keeps windows from it. */
function deciders(run: Run, dossier: CaseDossier): Decider[] {
  return officersFor(run, dossier, 'approver').flatMap(({ actor }) =>
    actor.kind === 'staff' && !actor.roles.includes('window-clerk')
      ? [{ post: actor.post, person: actor.person }]
      : [],
  )
}
