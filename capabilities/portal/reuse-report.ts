import type { ReuseReport } from './contract/routes.ts'
import type { PortalMeans } from './means.ts'
import { reuseStore } from './store/reuse.ts'

/** How much nobody had to write again (CAS-17), from one legal day to another, both included. */
export async function reuseReport(
  { db, catalogue }: Pick<PortalMeans, 'db' | 'catalogue'>,
  area: string,
  from: string,
  to: string,
): Promise<ReuseReport> {
  const end = new Date(Date.parse(startOfDay(to)) + 86_400_000).toISOString()
  const lines = await reuseStore(db, area).report(startOfDay(from), end)
  const items = await Promise.all(
    lines.map(async (line) => {
      const known = await catalogue.itemInForce(area, line.item, to)
      return { ...line, itemName: known?.item.name ?? line.item }
    }),
  )
  const sum = (of: 'filings' | 'asked' | 'reused') => items.reduce((total, line) => total + line[of], 0)
  return { from, to, filings: sum('filings'), asked: sum('asked'), reused: sum('reused'), items }
}

function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00.000+08:00`).toISOString()
}
