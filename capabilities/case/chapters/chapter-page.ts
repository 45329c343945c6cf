import type { Actor } from '#engine/actor.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { DetailPart } from '../contract/detail-part.ts'
import type { CaseDossier } from '../model/dossier.ts'
import type { CaseWorld } from '../model/world.ts'
import type { CaseMeans } from '../service/means.ts'

/** A case as its page is drawn: with opened texts, and the register within reach for lists to choose from. */
export interface About {
  area: string
  dossier: CaseDossier
  item: ItemVersion
  calendar: WorkingCalendar
  world: CaseWorld
  today: string
  /** The applicant reads: what officers wrote for each other stays with them. */
  own: boolean
  /** Who reads; absent where nobody in particular does. */
  actor?: Actor
  /** The body of the post that reads; absent for citizens. */
  body?: string
  means: CaseMeans
  open(sealed: unknown): unknown
  /** Title and name of a post that acted on the case. */
  post(id: string | undefined): string
}

/** Blocks of the case page that a chapter adds, for citizen and office alike. */
export interface ChapterPage {
  parts(about: About): readonly DetailPart[] | Promise<readonly DetailPart[]>
}
