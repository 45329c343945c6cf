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

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-reveal]')) {
  const button = document.createElement('button')
  Object.assign(button, { type: 'button', className: 'plain-button', textContent: '显示密码' })
  button.setAttribute('aria-controls', input.id)
  button.addEventListener('click', () => {
    const hidden = input.type === 'password'
    input.type = hidden ? 'text' : 'password'
    button.textContent = hidden ? '隐藏密码' : '显示密码'
  })
  // Browsers offer to keep only what is sent as a password.
  input.form?.addEventListener('submit', () => void (input.type = 'password'))
  input.after(button)
}
