import { addDays, legalDay } from '#engine/day.ts'
import type { Known } from './journal.ts'
import { isMeant } from './plots.ts'
import type { Run } from './run.ts'
import { moment } from './town.ts'

/** How often a case is put aside in a state where the law acts by itself, and for how many days. */
const ASIDE: Readonly<Record<string, readonly [share: number, days: number]>> = {
  received: [0.1, 14],
  supplementing: [0.3, 36],
  rectifying: [0.6, 25],
}

/** After which acts nobody looks any more, so that what the law does by itself comes about. */
const AFTER: Readonly<Record<string, readonly [share: number, days: number]>> = {
  ...{ 'start-special': [0.4, 16], 'serve-special': [0.3, 16], 'notify-hearing-right': [0.3, 14] },
  ...{ 'serve-hearing-notice': [0.4, 9], 'ask-opinions': [0.35, 12], 'record-resolution': [0.3, 12] },
  ...{ 'accept-with-gaps': [0.4, 18], 'open-publicity': [0.4, 8] },
}

/** A renewal that nobody decides is granted by law when the licence runs out. */
const RENEWAL = [0.5, 45] as const

/** What somebody has just begun is left lying: the first of each procedure, later ones by chance. */
export function forgetAfter(
  { random, journal, town }: Run,
  known: Known,
  act: string,
  renews: boolean,
): void {
  const [share, days] = renews && act === 'accept' ? RENEWAL : (AFTER[act] ?? [0, 0])
  if (share === 0 || isMeant(known)) return
  const first = journal.putAside(`${known.procedure} ${renews ? 'renew' : act}`)
  if (first || random.chance(share))
    known.forgottenUntil = moment(addDays(legalDay(town.clock.now()), days), 0)
}

/** Cases lie in drawers: the first of each procedure in such a state, later ones by chance, any case now and then. */
export function forget({ random, journal, town }: Run, known: Known): void {
  if (isMeant(known)) return
  const [share, days] = ASIDE[known.state] ?? [0.04, random.whole(6, 20)]
  const first = known.state in ASIDE && journal.putAside(`${known.procedure} ${known.state}`)
  if (!first && !random.chance(share)) return
  known.forgottenUntil = moment(addDays(legalDay(town.clock.now()), days), 0)
}
