import type { ScreenView } from '#capabilities/case/index.ts'

export interface Following {
  place: string
  /** The version that is shown when following begins, if a picture is shown. */
  seen: number | undefined
  onPicture(view: ScreenView): void
  /** What is shown is what the server has. */
  onCurrent(): void
  onLost(): void
}

const LOOK_EVERY_MS = 30_000
const LOOK_TIMEOUT_MS = 10_000
const LOST_FIRST_MS = 1_000
const LOST_AT_MOST_MS = 30_000
const REOPEN_FIRST_MS = 2_000
const REOPEN_AT_MOST_MS = 60_000

/**
 * Keeps a screen true: events say when to look, and every half minute it looks anyway, because a proxy may swallow events and days and
 * opening hours change without any. Whether the connection is lost is told by looking alone.
 */
export function follow({ place, seen: first, onPicture, onCurrent, onLost }: Following): void {
  let seen = first
  let failures = 0
  let looking = false
  let lookAgain = false
  let next: number | undefined
  const events = listen(place, () => seen, {
    // Whatever is heard while the connection counts as lost says that it is back.
    onVersion: (version) => {
      if (version !== seen || failures > 0) void look()
    },
    // Only the first time: from then on the waits between looks grow.
    onTrouble: () => {
      if (failures === 0) void look()
    },
  })

  async function look(): Promise<void> {
    if (looking) {
      lookAgain = true
      return
    }
    looking = true
    clearTimeout(next)
    try {
      const view = await ask(place, seen)
      failures = 0
      if (view !== undefined) {
        seen = view.version
        onPicture(view)
      }
      onCurrent()
      events.open()
    } catch {
      failures += 1
      onLost()
    }
    looking = false
    next = window.setTimeout(() => void look(), lookAgain ? 0 : wait())
    lookAgain = false
  }

  const wait = () => (failures === 0 ? LOOK_EVERY_MS : backOff(LOST_FIRST_MS, LOST_AT_MOST_MS, failures))
  const now = () => void look()
  window.addEventListener('online', now)
  window.addEventListener('offline', now)
  document.addEventListener('visibilitychange', now)
  now()
}

/** The newest picture, or nothing when `seen` still is. Anything but a picture is a failure, a login page of a hotel too. */
async function ask(place: string, seen: number | undefined): Promise<ScreenView | undefined> {
  const stop = new AbortController()
  const timeout = setTimeout(() => stop.abort(), LOOK_TIMEOUT_MS)
  try {
    const answer = await fetch(`/api/v1/screen/${place}`, {
      cache: 'no-store',
      credentials: 'omit',
      signal: stop.signal,
      headers: seen === undefined ? {} : { 'if-none-match': `W/"${seen}"` },
    })
    if (answer.status === 304) return undefined
    if (!answer.ok) throw new Error(`answered ${answer.status}`)
    const view = (await answer.json()) as ScreenView
    if (!Array.isArray(view.underWay)) throw new Error('answered something else')
    return view
  } finally {
    clearTimeout(timeout)
  }
}

/** Server-sent events. The browser reconnects by itself until a server answers with an error; from then on we do. */
function listen(
  place: string,
  seen: () => number | undefined,
  { onVersion, onTrouble }: { onVersion(version: number | undefined): void; onTrouble(): void },
) {
  let source: EventSource | undefined
  let failures = 0
  let notBefore = 0
  return {
    open(): void {
      if (source !== undefined || performance.now() < notBefore) return
      const known = seen()
      source = new EventSource(`/api/v1/screen/${place}/events${known === undefined ? '' : `?seen=${known}`}`)
      source.addEventListener('open', () => (failures = 0))
      source.addEventListener('moved', (event) =>
        onVersion((JSON.parse((event as MessageEvent<string>).data) as { version: number }).version),
      )
      source.addEventListener('look-again', () => onVersion(undefined))
      source.addEventListener('error', () => {
        if (source?.readyState === EventSource.CLOSED) {
          source = undefined
          failures += 1
          notBefore = performance.now() + backOff(REOPEN_FIRST_MS, REOPEN_AT_MOST_MS, failures)
        }
        onTrouble()
      })
    },
  }
}

/** Twice as long each time, and never at the same moment as the fifty other screens that lost the same server. */
function backOff(first: number, atMost: number, failures: number): number {
  return Math.min(atMost, first * 2 ** (failures - 1)) * (0.75 + Math.random() / 2)
}
