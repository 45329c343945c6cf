import type { FormField } from '#capabilities/catalogue/contract.ts'
import { compact } from '../../../form/compact.ts'
import { readBackLine } from '../../../form/read-back.ts'

/** Reads long numbers and amounts back while they are typed; without it the server does when the page comes again. */
document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return
  const type = target.dataset['said'] as FormField['type'] | undefined
  const line = type && document.getElementById(`${target.id}-said`)
  if (line) line.textContent = readBackLine(type, asKept(type, target.value))
})

/** As the server keeps it: plain signs, no blanks. */
function asKept(type: FormField['type'], typed: string): string {
  const text = compact(typed)
  return type === 'money-yuan' ? text.replace(/,|元$/g, '') : text.toUpperCase()
}
