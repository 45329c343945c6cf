import { isRefusal } from '#engine/refusal.ts'
import type { Known } from './journal.ts'
import { asCitizen, asOfficer } from './people.ts'
import type { Run } from './run.ts'

/** What the office could still do about a case nobody ends: each act, how many may take it, and what it waits for. */
export async function leftOver(run: Run, { no, state, citizen }: Known): Promise<string> {
  const applicant = citizen === undefined ? [] : [asCitizen(run.citizens[citizen]!)]
  const offers = new Map<string, number>()
  for (const who of [...applicant, ...run.town.posts.map(asOfficer)]) {
    const detail = await run.town.house.cases.detail(no, { ...who, now: run.town.clock.now() })
    if (isRefusal(detail)) continue
    for (const { act, waits } of detail.allowed) {
      const offer = waits === undefined ? act : `${act} (waits: ${JSON.stringify(waits)})`
      offers.set(offer, (offers.get(offer) ?? 0) + 1)
    }
  }
  const told = [...offers].map(([offer, people]) => `${offer} × ${people}`)
  return `${no} ${state}: ${told.join(', ') || 'nobody may do anything'}`
}
