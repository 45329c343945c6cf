import { script } from '#ui/script.ts'

/** As soon as a village is chosen the page shows who takes the papers there; without it the next page says so. */
const text = `(() => {
  const box = document.getElementById('places')
  const form = box?.closest('form')
  let last = 0
  form?.addEventListener('change', async ({ target }) => {
    const ofRegion = (name) => name === 'region' || name.startsWith('region.')
    if (!ofRegion(target.name)) return
    const turn = ++last
    const chosen = new URLSearchParams([...new FormData(form)].filter(([name]) => ofRegion(name)))
    try {
      const answer = await fetch(location.pathname + '?' + chosen)
      if (!answer.ok) return
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('places')
      if (fresh && turn === last) box.replaceChildren(...fresh.childNodes)
    } catch {}
  })
})()
`

export const placesScript = script('places', text)
