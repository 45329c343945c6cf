import { useState } from 'react'
import type { Around } from './around.ts'
import { OneField } from './one-field.tsx'
import type { ItemField } from './fields.ts'
import { editorWords as words } from './words.ts'

interface Props {
  fields: readonly ItemField[]
  around: Around
  /** Who set them is said above already. */
  told?: boolean
}

/** Fields one below the other; those few items need are folded away until something stands there. */
export function FieldList({ fields, around, told = false }: Props) {
  const usual = fields.filter(({ rare }) => rare !== true)
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
      {rare.length > 0 && (
        <Folded fields={rare} around={around}>
          {() => asked(rare)}
        </Folded>
      )}
    </>
  )
}

/** Says how much of it is filled in; what is wrong in it is never folded away. */
function Folded({ fields, around, children }: Omit<Props, 'told'> & { children: () => React.ReactNode }) {
  const { draft, findingsOf } = around
  const said = fields.filter(({ at }) => !isEmpty(draft.at(at))).length
  const [open, setOpen] = useState(false)
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
      <summary>{words.rare(fields.length, said)}</summary>
      {children()}
    </details>
  )
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === false || (Array.isArray(value) && value.length === 0)
