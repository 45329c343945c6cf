import { isRefusal } from '#engine/refusal.ts'
import type { Deed, Outcome } from './deed.ts'
import { whileAtTheDoor } from './door.ts'
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
