import { legalDay } from '#engine/day.ts'
import { isOnline } from '#capabilities/guide/model.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import type { FilingOptions, PageRefusal } from '../contract.ts'
import { afterFiling, filingOf, heldPapers, requestOf } from '../filing.ts'
import type { PortalMeans } from '../means.ts'
import { refusedPapers } from '../model.ts'
import type { OpenDraft } from '../open-draft.ts'
import { draftStore, type WholeDraft } from '../store.ts'
import { said } from '../words.ts'
import type { Together } from './view.ts'

type Filed = { no: string; itemName: string }

/**
 * All of them become cases, or none does: whoever opens a shop has no use for half of it. The request of each is its draft's own, so
 * that a double click and a lost answer hear the same numbers.
 */
export async function fileTogether(
  means: PortalMeans,
  { party, open, filed }: Together,
  { keep = false, again }: FilingOptions,
): Promise<{ filed: readonly Filed[] } | PageRefusal> {
  const { area, clock } = means
  const before = filed.map(({ no = '', itemName }) => ({ no, itemName }))
  if (open.length === 0) return { filed: before }
  const store = draftStore(means.db, area)
  const requests = []
  for (const { draft } of open) {
    if (!isOnline(draft.item)) return named(said(refuse('not-online')), draft)
    const filing = filingOf(draft, legalDay(clock.now()))
    if (isRefused(filing)) return named(said(filing), draft)
    requests.push(requestOf(means, party, draft, filing, again))
  }
  const claimed: string[] = []
  const unclaim = () => Promise.all(claimed.map((id) => store.unclaim(party, id)))
  for (const { draft } of open) {
    if (!(await store.claim(party, draft.row.id, 'online', clock.now()))) {
      await unclaim()
      return named(said(refuse('draft-at-counter')), draft)
    }
    claimed.push(draft.row.id)
  }
  const outcome = await means.cases.fileTogether(requests)
  if ('refusal' in outcome) {
    await unclaim()
    const { draft } = open[outcome.at]!
    const { refusal } = outcome
    return named(refusedPapers(said(refusal), refusal.facts, heldPapers(draft)), draft)
  }
  const now = []
  for (const [at, { draft }] of open.entries()) {
    const { no } = outcome.done[at]!.answer as { no: string }
    await afterFiling(means, draft, requests[at]!.filing.form, no, keep)
    await store.filed(party, draft.row.id, no)
    now.push({ no, itemName: draft.item.name })
  }
  return { filed: [...now, ...before] }
}

/** Nothing is filed that is not as it was last shown. */
export function changedUnseen({ open }: Together): PageRefusal | undefined {
  const changed = open.find(({ draft: { row, item } }) => row.shownVersion !== item.version)
  return changed && named(said(refuse('item-changed')), changed.draft)
}

/** Of several, the one that stands in the way is named first. */
function named(refusal: PageRefusal, { item }: OpenDraft<WholeDraft>): PageRefusal {
  const sentence = `《${item.name}》：${refusal.sentence}几件事都还没有提交。`
  return { ...refusal, sentence }
}
