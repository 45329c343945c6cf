const IDLE_MS = 4000

/** What a television needs that a page does not: no cursor, no sleep. */
export function beAWall(): void {
  hideTheCursor()
  void stayAwake()
  document.addEventListener('visibilitychange', () => void stayAwake())
}

function hideTheCursor(): void {
  const { classList } = document.documentElement
  let idle: number | undefined
  const touched = () => {
    classList.add('touched')
    clearTimeout(idle)
    idle = window.setTimeout(() => classList.remove('touched'), IDLE_MS)
  }
  for (const name of ['pointermove', 'pointerdown', 'keydown', 'focusin'])
    document.addEventListener(name, touched, { passive: true })
  touched()
}

/** The lock ends when the page is hidden, and a device may refuse it: then its own settings decide. */
async function stayAwake(): Promise<void> {
  if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
  try {
    await navigator.wakeLock.request('screen')
  } catch {
    return
  }
}

/** Only where the browser can and is not full-screen yet. */
export function fullScreen(): (() => void) | undefined {
  const page = document.documentElement
  if (!document.fullscreenEnabled || document.fullscreenElement !== null) return undefined
  return () => void page.requestFullscreen().catch(() => {})
}
