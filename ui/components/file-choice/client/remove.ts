import { uploadWords as words } from '../words.ts'
import { act } from './line.ts'

interface Removal {
  name: string
  /** Where it is told; a file that only stands in this form is simply left out of it. */
  form: HTMLFormElement | undefined
  putBack(): void
}

const removals = new Set<Removal>()

/** Taken off the list at once, and told to the server when the person goes on: until then one press brings it back. */
export function remove(line: HTMLElement, form: HTMLFormElement | undefined, changed: () => void): void {
  const name = line.dataset['name'] ?? ''
  const note = document.createElement('li')
  note.className = 'upload-line upload-gone'
  note.append(words.removed(name))
  const removal: Removal = {
    name,
    form,
    putBack() {
      removals.delete(removal)
      note.replaceWith(line)
      line.querySelector('button')?.focus()
      changed()
    },
  }
  const undo = act(note, words.undo, name, removal.putBack)
  removals.add(removal)
  line.replaceWith(note)
  undo.focus()
  changed()
}

/** The names of the files that are still there because the server could not be told. */
export async function settleRemovals(): Promise<string[]> {
  const kept: string[] = []
  for (const { form, name, putBack } of [...removals]) {
    if (form === undefined) continue
    try {
      const { ok, type } = await fetch(form.action, {
        method: 'POST',
        body: fields(form),
        redirect: 'manual',
      })
      if (!ok && type !== 'opaqueredirect') throw new Error('not removed')
    } catch {
      kept.push(name)
      putBack()
    }
  }
  removals.clear()
  return kept
}

export const hasRemovals = (): boolean => [...removals].some(({ form }) => form !== undefined)

/** Whoever closes the page has still removed what they removed. */
addEventListener('pagehide', () => {
  for (const { form } of removals) if (form) navigator.sendBeacon(form.action, fields(form))
  removals.clear()
})

function fields(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
}
