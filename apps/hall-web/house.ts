import type { ScreenView } from '#capabilities/case/index.ts'
import type { Stylesheet } from '#ui/stylesheet.ts'
import type { Bundle } from './bundle.ts'

export interface HallPlace {
  id: string
  name: string
  kind: 'hall' | 'centre'
  /** Where one server shows several areas: the one this place lies in. */
  areaName?: string
}

/** What hall-web asks of the server. */
export interface HallServices {
  /** The hall first, then the centres; villages have no screen, because there a masked name is no secret. */
  places(): Promise<HallPlace[]>
  /** The picture of a place, or nothing for a place without a screen. */
  picture(place: string): Promise<ScreenView | undefined>
}

export interface HallWebOptions {
  /** 博山区; empty where one server shows several. */
  areaName: string
  demo: boolean
  onFault?: (error: unknown, route: string) => void
}

export interface House {
  services: HallServices
  options: HallWebOptions
  css: Stylesheet
  scripts: Bundle
}
