import { addDays } from '#engine/day.ts'
import { agreementsOf, type GrantRow } from '#capabilities/catalogue/index.ts'
import type { Place } from '#capabilities/organisation/contract.ts'
import type { CaseMeans } from '../../service/means.ts'
import type { Entrusted } from './dossier.ts'

/**
 * The agreement a matter comes in under at a hall on a day: the one that holds, or the last one that did where nothing else lets the hall's
 * window accept, for then the department has to (DW-3.2.4-05).
 */
export async function entrustedAt(
  { db, catalogue }: Pick<CaseMeans, 'db' | 'catalogue'>,
  area: string,
  { item, department, place, day }: { item: string; department: string; place: Place; day: string },
): Promise<Entrusted | undefined> {
  if (place.kind !== 'hall' || place.owner === department) return undefined
  const agreements = (await agreementsOf(db, area, { item, department, centre: place.id }))
    .filter(({ from }) => from <= day)
    .toSorted((one, other) => (one.to < other.to ? 1 : -1))
  const [last] = agreements
  if (last === undefined) return undefined
  if (last.to < day) {
    const grants = await catalogue.grantsInMemory(area, false)
    if (grants.some((grant) => lets(grant, { item, body: place.owner, day }))) return undefined
  }
  const { id, title, documentNo, scope, from, to, afterwards } = last
  return { agreement: id, title, documentNo, scope, from, to: to < from ? addDays(from, -1) : to, afterwards }
}

const lets = (
  { item, body, powers, from, to }: GrantRow,
  asked: { item: string; body: string; day: string },
): boolean =>
  item === asked.item &&
  body === asked.body &&
  powers.includes('accept') &&
  from <= asked.day &&
  (to === undefined || to >= asked.day)
