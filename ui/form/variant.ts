import type { ItemVersion } from '#capabilities/catalogue/contract.ts'

/** 变更, 延续, 注销. */
type VariantKind = keyof NonNullable<ItemVersion['lifecycle']>

/** The item as somebody asks for it who holds its licence; the way of a promise and the situations belong to the first application alone. */
export function variantOf(item: ItemVersion, kind: VariantKind | undefined): ItemVersion {
  const variant = kind && item.lifecycle?.[kind]
  if (variant === undefined) return item
  const { commitment: _first, ...process } = item.process
  const { situations: _ofTheFirst, ...rest } = item
  const { name, added = [], steps, promisedLimit, statutoryLimit } = variant
  return {
    ...{ ...rest, name, promisedLimit },
    ...(statutoryLimit === undefined ? {} : { statutoryLimit }),
    materials: [...item.materials.filter(({ id }) => variant.materials.includes(id)), ...added],
    process: { ...process, steps },
  }
}
