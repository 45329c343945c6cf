import { suggestWords as words, type Suggestion } from '../suggestion.ts'

/** A pause in typing; shorter, and every sign of a word would be asked for on a slow line. */
const PAUSE_MS = 180

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) {
  const input = form.querySelector<HTMLInputElement>('input[name=q]')
  if (input !== null) combobox(form.dataset['suggest']!, form, input)
}

/**
 * The box as a combobox with a list (WAI-ARIA): focus stays in the box, the arrows walk the list, Enter opens what is chosen and
 * otherwise searches as ever, Escape closes. What is found is said aloud. A lost answer is no answer: the button still searches.
 */
function combobox(address: string, form: HTMLFormElement, input: HTMLInputElement): void {
  const list = document.createElement('ul')
  const status = document.createElement('div')
  const known = new Map<string, Suggestion[]>()
  let options: Suggestion[] = []
  let active = -1
  let waiting: number | undefined
  let asked = new AbortController()

  list.id = `${input.id}-list`
  list.className = 'search-box-list'
  list.hidden = true
  status.className = 'visually-hidden'
  attributes(list, { role: 'listbox', 'aria-label': words.list })
  status.setAttribute('role', 'status')
  // A search field may not be a combobox; its value and its meaning stay.
  input.type = 'text'
  attributes(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false' })
  input.setAttribute('aria-controls', list.id)
  form.append(list, status)

  async function look(): Promise<void> {
    const q = input.value.trim()
    asked.abort()
    if (q === '') return close()
    asked = new AbortController()
    try {
      const found = known.get(q) ?? (await ask(`${address}?q=${encodeURIComponent(q)}`, asked.signal))
      known.set(q, found)
      if (document.activeElement === input && input.value.trim() === q) show(found)
    } catch {
      if (!asked.signal.aborted) close()
    }
  }

  function show(found: Suggestion[]): void {
    options = found
    active = -1
    list.replaceChildren(...found.map(optionOf))
    list.hidden = found.length === 0
    status.textContent = found.length === 0 ? words.none : words.found(found.length)
    input.setAttribute('aria-expanded', String(!list.hidden))
    input.removeAttribute('aria-activedescendant')
  }

  function close(): void {
    clearTimeout(waiting)
    asked.abort()
    show([])
    status.textContent = ''
  }

  function optionOf({ title, note }: Suggestion, at: number): HTMLLIElement {
    const line = document.createElement('li')
    line.id = `${list.id}-${at}`
    attributes(line, { role: 'option', 'aria-selected': 'false' })
    line.append(title)
    if (note !== undefined) {
      const small = document.createElement('span')
      small.textContent = note
      line.append(small)
    }
    line.addEventListener('click', () => open(at))
    return line
  }

  /** One below the last is the box itself again. */
  function walk(step: number): void {
    const places = options.length + 1
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = ((active + 1 + step + places) % places) - 1
    const line = list.children[active]
    if (line === undefined) return input.removeAttribute('aria-activedescendant')
    attributes(line, { 'aria-selected': 'true' })
    input.setAttribute('aria-activedescendant', line.id)
    line.scrollIntoView({ block: 'nearest' })
  }

  function open(at: number): void {
    const { href } = options[at]!
    close()
    location.assign(href)
  }

  input.addEventListener('input', (event) => {
    clearTimeout(waiting)
    // Letters of a Chinese input method are no words yet; `compositionend` follows.
    if (!(event as InputEvent).isComposing) waiting = window.setTimeout(() => void look(), PAUSE_MS)
  })
  input.addEventListener('compositionend', () => void look())
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const { key } = event
    if (key === 'Enter' && active >= 0) open(active)
    else if (key === 'Escape' && !list.hidden) close()
    else if (key === 'ArrowDown' && list.hidden) void look()
    else if ((key === 'ArrowDown' || key === 'ArrowUp') && !list.hidden) walk(key === 'ArrowDown' ? 1 : -1)
    else return
    event.preventDefault()
  })
  input.addEventListener('blur', close)
  form.addEventListener('submit', close)
  // A finger on a line must not take the focus from the box, which would close the list under it.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
}

async function ask(address: string, signal: AbortSignal): Promise<Suggestion[]> {
  const answer = await fetch(address, { signal, headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(String(answer.status))
  return (await answer.json()) as Suggestion[]
}

function attributes(element: Element, given: Record<string, string>): void {
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value)
}
