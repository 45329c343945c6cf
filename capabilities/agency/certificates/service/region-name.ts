import type { Organisation } from '#capabilities/organisation/index.ts'

/** A certificate is the village’s: it names the village, not the room it was given in. */
export async function regionName(
  organisation: Pick<Organisation, 'placesByIds' | 'regionsByCodes'>,
  area: string,
  id: string,
): Promise<string> {
  const [place] = await organisation.placesByIds(area, [id])
  const [region] = await organisation.regionsByCodes(area, [place?.region ?? ''])
  return region?.name ?? place?.name ?? ''
}
