import { script } from '#ui/script.ts'

/** People are asked after this long without a touch, and signed out this much later. */
const ASK_AFTER_MS = 60_000
const END_AFTER_MS = 90_000

/**
 * Ends the use of a kiosk nobody touches any more: whoever walked away must not leave a signed-in page to the next. Half a
 * minute's warning lets somebody who only reads stay (WCAG 2.2.1). Without scripts the page itself leads away after longer.
 */
const text = `(() => {
  const box = document.getElementById('kiosk-idle')
  if (!box) return
  const left = box.querySelector('b')
  let last = Date.now()
  const stay = () => { last = Date.now() }
  for (const event of ['pointerdown', 'keydown', 'input', 'scroll']) addEventListener(event, stay, { capture: true, passive: true })
  // Not on the touch that begins the press: it would then land on what lies below.
  box.addEventListener('click', () => { stay(); box.hidden = true })
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload() })
  const look = () => {
    const idle = Date.now() - last
    if (idle >= ${END_AFTER_MS}) return location.replace('/kiosk/end')
    if (idle < ${ASK_AFTER_MS}) { box.hidden = true; return }
    if (box.hidden) { box.hidden = false; box.focus() }
    left.textContent = String(Math.ceil((${END_AFTER_MS} - idle) / 1000))
  }
  setInterval(look, 1000)
})()
`

export const idleScript = script('kiosk', text)
