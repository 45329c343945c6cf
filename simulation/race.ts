import { isRefusal } from '#engine/refusal.ts'
import { SAVE, type Deed, type Outcome } from './deed.ts'
import { viewRow } from './checks/truth.ts'
import { Broken } from './journal.ts'
import type { Open } from './pressing.ts'
import type { Run } from './run.ts'

/**
 * Two people act on one case at the same moment, both from the page they read. The second has read and decided before
 * the first commits and is held at the door of its own commit, so that the race is the same in every replay.
 */
export async function race(
  run: Run,
  { known, dossier }: Pick<Open, 'known' | 'dossier'>,
  winner: Deed,
  loser: Deed,
): Promise<[first: Outcome, second: Outcome]> {
  const { town, journal } = run
  journal.mishap('race')
  let turned = false
  const [late, first] = await whileAtTheDoor(run, loser, async () => {
    const outcome = await winner.press()
    const row = await viewRow(town.truth, town.area, known.no)
    turned = row?.dossier.last.seq !== dossier.last.seq
    return outcome
  })
  // What only says whose work a case is (认领, 指派 …) leaves the page of everybody else as it was.
  if (turned && !isRefusal(first) && !isRefusal(late)) {
    throw new Broken([
      `${winner.act} by ${winner.who.name} and ${loser.act} by ${loser.who.name} both went through`,
    ])
  }
  return [first, late]
}

/** What happens between the moment at which somebody has decided and the one at which it is written down. */
export async function whileAtTheDoor<T>(
  { town }: Run,
  deed: Deed,
  meanwhile: () => Promise<T>,
): Promise<[Outcome, T]> {
  let open = (): void => {}
  let arrived = (): void => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const atGate = new Promise<void>((resolve) => (arrived = resolve))
  let held = false
  const before = async (name: string): Promise<void> => {
    if (held || (name !== SAVE && name !== 'BEGIN')) return
    held = true
    arrived()
    await gate
  }
  const outcome = town.faulty.during({ before }, () => deed.press())
  await Promise.race([atGate, outcome])
  const happened = await meanwhile().finally(open)
  return [await outcome, happened]
}
