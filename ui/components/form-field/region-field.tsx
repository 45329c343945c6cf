import type { VNode } from 'preact'
import type { RegionOption } from '../../form/region.ts'
import { SelectField } from './choice-field.tsx'
import type { FieldFrame } from './field-shell.tsx'

/**
 * Town and village in one list grouped by town: works without a script, and a phone shows it as its own picker.
 * `whole` also offers the town itself.
 */
export function RegionField(
  props: FieldFrame & { name: string; chosen: string; regions: readonly RegionOption[]; whole?: boolean },
): VNode {
  const groups = props.regions.map((town) => ({
    label: town.name,
    options: [
      ...(props.whole || town.children.length === 0 ? [{ value: town.code, label: town.name }] : []),
      ...town.children.map((village) => ({ value: village.code, label: `${town.name} ${village.name}` })),
    ],
  }))
  return <SelectField {...props} options={[]} groups={groups} />
}
