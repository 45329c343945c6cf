import type { ScreenView } from '#capabilities/case/index.ts'

/** What a screen holds over a power cut: the last picture and when it was last known to be so. */
export interface Kept {
  view: ScreenView
  seenAt: string
  /** How far the server's clock is ahead of the device's, in milliseconds. */
  ahead: number
}

const name = (place: string) => `screen:${place}`

export function keep(kept: Kept): void {
  try {
    localStorage.setItem(name(kept.view.place.id), JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

export function kept(place: string): Kept | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(name(place)) ?? 'null') as Kept | null
    return found !== null && Array.isArray(found.view.underWay) ? found : undefined
  } catch {
    return undefined
  }
}
