import type { Fact } from '#engine/fact.ts'
import { withOffset } from '#platform/clock.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { PaperView } from '../../contract.ts'
import type { CaseDossier } from '../../model.ts'
import { paperKind } from '../../papers/kinds.ts'
import { paperTitle } from '../../papers/title.ts'

/** Rendering takes a second; what is not there after an hour is a fault, and a page that waits for it would hide that. */
const AWAITED_MS = 3_600_000

/** Papers a job is making now: whoever caused one waits at the printer. */
export function papersBeingMade(
  facts: readonly Fact[],
  dossier: CaseDossier,
  item: ItemVersion,
  now: string,
): PaperView[] {
  const made = new Set(dossier.papers.map(({ seq }) => seq))
  return facts.flatMap((fact) => {
    const kind = paperKind(fact, dossier)
    if (kind === undefined || made.has(fact.seq)) return []
    if (Date.parse(now) - Date.parse(fact.at) > AWAITED_MS) return []
    const id = String(fact.body['paper'] ?? fact.seq)
    return [{ id, kind, title: paperTitle(kind, item.itemType, dossier), at: withOffset(fact.at) }]
  })
}
