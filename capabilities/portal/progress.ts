import { BY_ADDRESS, charge, forgive, isBlocked, type AttemptLimit } from '#platform/auth/attempts.ts'
import { refuse } from '#platform/refusal.ts'
import type { CitizenServices } from './contract.ts'
import type { PortalMeans } from './means.ts'
import { said } from './words.ts'

/** Six digits are few: a number closes to an address after five wrong codes, whether or not it is somebody's. */
const BY_NUMBER_AND_ADDRESS: AttemptLimit = { failuresMax: 5, blockedMinutes: 30, windowMinutes: 24 * 60 }
/** To everybody it closes only after many: numbers stand on walls, and nobody shall lock others out of theirs at leisure. */
const BY_NUMBER: AttemptLimit = { failuresMax: 50, blockedMinutes: 30, windowMinutes: 24 * 60 }

/** Progress without an account, by the number and the query code on the receipt (POR-06). */
export function progress(means: PortalMeans): Pick<CitizenServices, 'progress'> {
  const { cases, clock, db } = means
  return {
    async progress(no, code, ip) {
      const now = clock.now()
      const [address, number, both] = [`query:${ip}`, `query-no:${no}`, `query-no:${no}:${ip}`]
      if (await isBlocked(db, address, now)) return said(refuse('too-many-attempts'))
      if (!/^\d{24}[0-9A-Z]$/.test(no) || !/^\d{6}$/.test(code)) return said(refuse('query-not-matched'))
      // Counted before it is looked up, so that a hundred guesses at once are five.
      const free = await charge(db, both, BY_NUMBER_AND_ADDRESS, now)
      if (free === null || (await charge(db, number, BY_NUMBER, now)) === null)
        return said(refuse('query-locked'))
      const found = await cases.progressByCode(no, code, now)
      if (found === undefined) {
        await charge(db, address, BY_ADDRESS, now)
        return said(refuse('query-not-matched'))
      }
      await forgive(db, both)
      await forgive(db, number)
      return found
    },
  }
}
