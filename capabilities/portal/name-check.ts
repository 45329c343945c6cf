import type { StaffActor } from '#engine/actor.ts'
import { charge, isBlocked, type AttemptLimit } from '#platform/auth/attempts.ts'
import { refuse, type Refusal } from '#platform/refusal.ts'
import type { NameTyped } from './contract/routes.ts'
import type { PortalMeans } from './means.ts'

/** A clerk mistypes now and then; a post that goes on trying names for a number gets no more answers for a while. */
const BY_POST: AttemptLimit = { failuresMax: 30, blockedMinutes: 30, windowMinutes: 60 }

/**
 * Whether the name before the clerk is another than the one that came with this number before (个人信息保护法第六条: no more than the
 * check needs). Which one it is stays untold, and so does whether a number is known at all: unknown ones do not differ.
 */
export async function nameDiffers(
  { db, clock, parties }: Pick<PortalMeans, 'db' | 'clock' | 'parties'>,
  { post }: StaffActor,
  { idKind, idNumber, name }: NameTyped,
): Promise<{ differs: boolean } | Refusal> {
  const [who, now] = [`name-check:${post}`, clock.now()]
  if (await isBlocked(db, who, now)) return refuse('name-check-too-often')
  const party = await parties.find(idKind, idNumber)
  const known = party === undefined ? undefined : await parties.details(party)
  const differs = known !== undefined && written(known.name) !== written(name)
  if (differs) await charge(db, who, BY_POST, now)
  return { differs }
}

/** Blanks and full-width signs are the keyboard's, not the name's. */
const written = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')
