import type { VNode } from 'preact'
import { villageBox } from '../../form/decode.ts'
import type { RegionOption } from '../../form/region.ts'
import { ChoiceField, SelectField } from './choice-field.tsx'
import type { FieldFrame } from './field-shell.tsx'

type RegionFieldProps = FieldFrame & {
  name: string
  chosen: string
  regions: readonly RegionOption[]
  whole?: boolean
}

/** A phone shows this many lines of a list without much turning of the wheel. */
const ONE_LIST_AT_MOST = 30

/** Town and village, complete without a script. `whole` also offers the town itself. */
export function RegionField(props: RegionFieldProps): VNode {
  const places = props.regions.reduce((count, { children }) => count + 1 + children.length, 0)
  return places > ONE_LIST_AT_MOST ? <TownThenVillage {...props} /> : <OneList {...props} />
}

/** The town under the thumb, its villages right below it: two short choices instead of a wheel of hundreds. */
function TownThenVillage({ chosen, regions, whole = false, ...frame }: RegionFieldProps): VNode {
  const town = regions.find(
    ({ code, children }) => chosen.replace('.', '') === code || children.some((one) => one.code === chosen),
  )
  return (
    <ChoiceField
      {...frame}
      chosen={town === undefined ? [] : [town.code]}
      choices={regions.map(({ code, name, children }) => ({
        value: code,
        label: name,
        ...(children.length === 0
          ? {}
          : {
              conditional: (
                <SelectField
                  id={`${frame.id}-${code}`}
                  name={villageBox(frame.name, code)}
                  label={`${name}的哪个村（社区）`}
                  required={frame.required}
                  chosen={chosen}
                  options={[
                    ...children.map((village) => ({ value: village.code, label: village.name })),
                    ...(whole ? [{ value: code, label: `整个${name}，或者说不清` }] : []),
                  ]}
                />
              ),
            }),
      }))}
    />
  )
}

/** Grouped by town; a phone shows it as its own picker. */
function OneList(props: RegionFieldProps): VNode {
  const groups = props.regions.map((town) => ({
    label: town.name,
    options: [
      ...(props.whole || town.children.length === 0 ? [{ value: town.code, label: town.name }] : []),
      ...town.children.map((village) => ({ value: village.code, label: `${town.name} ${village.name}` })),
    ],
  }))
  return <SelectField {...props} options={[]} groups={groups} />
}
