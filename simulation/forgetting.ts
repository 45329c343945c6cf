import { addDays, legalDay } from '#engine/day.ts'
import type { Known } from './journal.ts'
import type { Run } from './run.ts'
import { moment } from './town.ts'

/** How often a case is put aside in a state where the law acts by itself, and for how many days. */
const ASIDE: Readonly<Record<string, readonly [share: number, days: number]>> = {
  received: [0.1, 14],
  supplementing: [0.3, 36],
  rectifying: [0.6, 25],
}

/** Cases lie in drawers: the first of each procedure in such a state, later ones by chance, any case now and then. */
export function forget({ random, journal, town }: Run, known: Known): void {
  const [share, days] = ASIDE[known.state] ?? [0.04, random.whole(6, 20)]
  const first = known.state in ASIDE && journal.putAside(`${known.procedure} ${known.state}`)
  if (!first && !random.chance(share)) return
  known.forgottenUntil = moment(addDays(legalDay(town.clock.now()), days), 0)
}
