import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { FormField, Material } from '#capabilities/catalogue/contract.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { announce } from '../../shell/notice.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { pickWords as words } from './dialog-words.ts'
import { freshKey } from './field.ts'
import { useFormElements, useMaterialsInUse } from './use-item-changes.ts'

type What = 'materials' | 'elements'

interface Offer {
  key: string
  name: string
  said: string
  taken: boolean
  line: unknown
}

interface Props {
  what: What
  lines: readonly unknown[]
  pick: (line: unknown) => void
}

/** Lines others have written already: the same name is the same thing, said and asked in the same way. */
export function PickLine({ what, lines, pick }: Props) {
  const [open, setOpen] = useState(false)
  const { button, title, text } = words[what]
  return (
    <>
      <Button onClick={() => setOpen(true)}>{button}</Button>
      <Modal
        open={open}
        title={title}
        footer={null}
        closable={{ 'aria-label': words.close }}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <p className="muted">{text}</p>
        <Offers
          what={what}
          lines={lines}
          pick={({ line, name }) => {
            setOpen(false)
            pick(line)
            announce(words.picked(name))
          }}
        />
      </Modal>
    </>
  )
}

function Offers({ what, lines, pick }: Omit<Props, 'pick'> & { pick: (offer: Offer) => void }) {
  const [typed, setTyped] = useState('')
  const found = useOffers(what, typed, lines)
  const said = words[what]
  return (
    <div className="stack">
      <Input
        autoFocus
        aria-label={said.search}
        placeholder={said.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.isPending && <Waiting />}
      {found.isError && <FailureNote error={found.error} />}
      {found.offers?.length === 0 && <p>{said.none}</p>}
      <ul className="plain-list item-offers">
        {found.offers?.map((offer) => (
          <li key={offer.key} className="row">
            <span className="item-offer">
              <strong>{offer.name}</strong>
              <span className="small muted">{offer.said}</span>
            </span>
            {offer.taken ? (
              <span className="small muted">{said.taken}</span>
            ) : (
              <Button size="small" aria-label={words.pickOf(offer.name)} onClick={() => pick(offer)}>
                {words.pick}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function useOffers(what: What, typed: string, lines: readonly unknown[]) {
  const materials = useMaterialsInUse(what === 'materials' ? typed : '')
  const elements = useFormElements()
  if (what === 'materials') {
    const papers = lines as readonly Material[]
    const offers = materials.data?.materials.map(({ name, material, items }) => ({
      ...{ key: name, name, taken: papers.some((paper) => paper.name === name) },
      said: words.materials.used(
        items.slice(0, 2).map((item) => item.name),
        items.length,
      ),
      line: {
        ...material,
        id: papers.some(({ id }) => id === material.id) ? freshKey('paper-') : material.id,
      },
    }))
    return { ...materials, offers }
  }
  const asked = lines as readonly FormField[]
  const offers = elements.data?.elements
    .filter(({ name }) => name.includes(typed.trim()))
    .map(({ id, name, definition, type, maxLength, options }) => ({
      ...{ key: id, name, said: definition, taken: asked.some(({ element }) => element === id) },
      line: {
        ...{ name: freshKey('q'), label: name, type, element: id, required: true },
        ...(maxLength === undefined ? {} : { maxLength }),
        ...(options === undefined ? {} : { options }),
      },
    }))
  return { ...elements, offers }
}
