import { script } from '#ui/script.ts'

/**
 * What somebody typed survives a lost connection: without one nothing is sent and the page says so; where sending failed, the form
 * finds its answers again when it is opened next. A question that was not on it then, or a page that names what is wrong, is left alone. They stay in the tab (sessionStorage) and go with the next page that arrives.
 * Passwords and files are never kept, and a public device has no such script.
 */
const text = `(() => {
  const main = document.getElementById('main')
  if (!main) return
  const place = 'kept:' + location.pathname
  let kept
  try {
    kept = JSON.parse(sessionStorage.getItem(place))
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('kept:')) sessionStorage.removeItem(key)
  } catch { return }
  const forms = [...main.querySelectorAll('form[method=post]')].filter((form) => !form.querySelector('[type=password],[type=file]'))
  const fields = (form) => [...form.elements].filter(({ name, type }) => name && !['hidden', 'submit', 'button'].includes(type))
  const tell = (form, words) => {
    let box = form.querySelector('.kept-note')
    if (!box) {
      box = Object.assign(document.createElement('p'), { className: 'kept-note' })
      box.setAttribute('role', 'alert')
      const row = form.querySelector('.button-row')
      row ? row.before(box) : form.append(box)
    }
    box.textContent = words
  }
  forms.forEach((form, at) => {
    if (kept && kept.at === at && !document.querySelector('.error-summary')) {
      let changed = false
      for (const field of fields(form)) {
        const values = kept.values[field.name]
        if (!values) continue
        const box = field.type === 'radio' || field.type === 'checkbox'
        if (box ? field.checked !== values.includes(field.value) : values.length && field.value !== values[0]) {
          if (box) field.checked = values.includes(field.value)
          else field.value = values[0]
          field.dispatchEvent(new Event(box || field.type === 'select-one' ? 'change' : 'input', { bubbles: true }))
          changed = true
        }
      }
      if (changed) tell(form, '刚才没有发出去。您填的都放回来了，请核对以后再按一次。')
    }
    form.addEventListener('submit', (event) => {
      if (!navigator.onLine) {
        event.preventDefault()
        return tell(form, '现在没有网络，还没有发出去。您填的都还在，连上网以后再按一次。')
      }
      const values = Object.fromEntries(fields(form).map(({ name }) => [name, []]))
      for (const [name, value] of new FormData(form)) if (typeof value === 'string') (values[name] ||= []).push(value)
      for (const { name, type } of form.elements) if (type === 'hidden') delete values[name]
      try { sessionStorage.setItem(place, JSON.stringify({ at, values })) } catch {}
    })
  })
  addEventListener('load', () => navigator.serviceWorker?.register('/offline-worker.js').catch(() => {}))
})()
`

export const keepScript = script('keep', text)
