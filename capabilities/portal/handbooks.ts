import { legalDay } from '#engine/day.ts'
import { isRefusal } from '#engine/refusal.ts'
import { refuse } from '#platform/refusal.ts'
import type { CitizenServices } from './contract.ts'
import type { PortalMeans } from './means.ts'
import { said } from './words.ts'

/** 清单与受理手册公告: what was compiled for everybody; a version that was not announced is named and not given away. */
export function publicHandbooks(means: PortalMeans): Pick<CitizenServices, 'handbooks' | 'handbookFile'> {
  const { area, clock, handbooks } = means
  const all = async () => (handbooks === undefined ? [] : handbooks.list(area, legalDay(clock.now())))
  return {
    async handbooks() {
      const newest = new Map<string, string>()
      const views = await all()
      for (const { kind, number } of views) if (!newest.has(kind)) newest.set(kind, `${kind}@${number}`)
      // Of earlier versions those that were announced stay on record.
      return views
        .filter(
          ({ kind, number, published }) => newest.get(kind) === `${kind}@${number}` || published !== false,
        )
        .map(({ kind, number, title, madeOn, items, published = true, notices }) => ({
          ...{ title, number, madeOn, items, published, notices },
          ...(published ? { href: `/handbooks/${kind}/${number}.pdf` } : {}),
        }))
    },
    async handbookFile(kind, number) {
      const view = (await all()).find((each) => each.kind === kind && each.number === number)
      if (view === undefined || view.published === false || handbooks === undefined)
        return said(refuse('handbook-not-found'))
      const found = await handbooks.file(area, view.kind, number)
      return isRefusal(found) ? said(found) : found
    },
  }
}
