import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Labelled } from '../../form/labelled.tsx'
import { KeepDialog } from '../../lists/keep-dialog.tsx'
import type { WorkListSearch } from './search.ts'
import type { Saved } from './use-saved-lists.ts'
import { workListWords } from './words.ts'

const words = workListWords.saved
const NAME_MAX = 20

interface Props {
  saved: Saved
  search: WorkListSearch
  close: () => void
}

/** Gives the filters on the screen a name. */
export default function SaveDialog({ saved: { save }, search, close }: Props) {
  const [name, setName] = useState('')
  const [first, setFirst] = useState(false)
  const [tried, setTried] = useState(false)
  const missing = tried && name.trim() === '' ? words.nameMissing : undefined
  const send = () => {
    setTried(true)
    if (name.trim() !== '')
      save.mutate({ name: name.trim(), search: { ...search }, first }, { onSuccess: close })
  }
  return (
    <KeepDialog title={words.save} keeping={save} keep={send} close={close}>
      <Labelled id="saved-name" label={words.name} required hint={words.nameHint} error={missing}>
        <Input
          id="saved-name"
          autoFocus
          maxLength={NAME_MAX}
          aria-invalid={missing !== undefined}
          aria-describedby="saved-name-hint saved-name-error"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Labelled>
      <Checkbox checked={first} onChange={({ target }) => setFirst(target.checked)}>
        {words.first}
      </Checkbox>
    </KeepDialog>
  )
}
