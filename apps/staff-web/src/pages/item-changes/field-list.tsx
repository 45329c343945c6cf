import { useState } from 'react'
import type { Around } from './around.ts'
import { OneField } from './one-field.tsx'
import type { FieldGroup } from './field.ts'
import type { ItemField } from './fields.ts'
import { editorWords as words } from './words.ts'

interface Props {
  fields: readonly ItemField[]
  around: Around
  /** Who set them is said above already. */
  told?: boolean
}

/** Fields one below the other; those that belong together under their name, those few items need folded away. */
export function FieldList({ fields, around, told = false }: Props) {
  const usual = fields.filter(({ rare, group }) => rare !== true && group === undefined)
  const groups = Map.groupBy(
    fields.filter(({ group }) => group !== undefined),
    ({ group }) => group,
  )
  const rare = fields.filter((field) => field.rare === true)
  const asked = (some: readonly ItemField[]) => (
    <div className="fields">
      {some.map((field) => (
        <OneField key={field.at} field={field} around={around} told={told} />
      ))}
    </div>
  )
  return (
    <>
      {usual.length > 0 && asked(usual)}
      {[...groups].map(([group, some]) => (
        <Folded key={group?.title} group={group} fields={some} around={around}>
          {() => asked(some)}
        </Folded>
      ))}
      {rare.length > 0 && (
        <Folded fields={rare} around={around}>
          {() => asked(rare)}
        </Folded>
      )}
    </>
  )
}

interface FoldedProps extends Omit<Props, 'told'> {
  /** Of what every item needs; it stands open until all of it is there. */
  group?: FieldGroup | undefined
  children: () => React.ReactNode
}

/** Says how much of it is filled in; what is wrong in it is never folded away. */
function Folded({ group, fields, around, children }: FoldedProps) {
  const { draft, findingsOf } = around
  const said = fields.filter(({ at }) => !isEmpty(draft.at(at))).length
  const [open, setOpen] = useState(group !== undefined && said < fields.length)
  const wrong = fields.some(
    (field) =>
      draft.errors[field.at] !== undefined || findingsOf(field).some(({ severity }) => severity === 'block'),
  )
  return (
    <details
      className="item-rare"
      open={open || wrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {group === undefined
          ? words.rare(fields.length, said)
          : words.group(group.title, fields.length, said)}
      </summary>
      {group !== undefined && <p className="small muted">{group.note}</p>}
      {children()}
    </details>
  )
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === false || (Array.isArray(value) && value.length === 0)
