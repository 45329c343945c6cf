import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Licences } from '#capabilities/licence-seal/index.ts'
import { barredBy } from '../endings/barred.ts'
import type { Barred } from '../endings/dossier.ts'

interface Applying {
  area: string
  item: ItemVersion
  parties: readonly string[]
  day: string
}

/** Whose licence of this item was revoked for fraud by the register stays away three years, as after a revoked promise (第七十九条). */
export async function barredForFraud(
  licences: Licences,
  { area, item, parties, day }: Applying,
): Promise<Barred | undefined> {
  const on = await licences.read.fraudOn(area, item.id, parties)
  const { barred } = on === undefined ? {} : barredBy('79', item, on)
  return barred !== undefined && barred.until >= day ? barred : undefined
}
