/** The places offered by `region` fields: towns and streets, each with its villages and communities. */
export interface RegionOption {
  readonly code: string
  readonly name: string
  readonly children: readonly { readonly code: string; readonly name: string }[]
}

/** `示例镇 示例村` for a code, or nothing when the place is not offered. A town may be chosen as a whole. */
export function regionName(regions: readonly RegionOption[], code: string): string | undefined {
  for (const town of regions) {
    if (town.code === code) return town.name
    const village = town.children.find((candidate) => candidate.code === code)
    if (village) return `${town.name} ${village.name}`
  }
  return undefined
}
