import type { Seeded } from '#engine/testing/seeded.ts'
import type { PublishedItem } from '#capabilities/catalogue/index.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { Going } from './errands/going.ts'
import type { Citizen } from './somebody.ts'
import type { ServedPlace } from './places.ts'
import type { PackFile } from '#capabilities/organisation/contract/pack.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import type { Journal } from './journal.ts'
import type { Town } from './town.ts'

/** A power that a town was given. */
export interface Delegated {
  item: string
  body: string
  id: string
  entrusted: boolean
  from: string
  until: string
  errand?: true
}

export interface Errands {
  going: Going[]
  begun: Map<number, number>
  turn: number
  /** Items that nobody could apply for as errands do. */
  unfit: Set<string>
}

/** Everything one run of the simulation carries along. */
export interface Run {
  seed: number
  random: Seeded
  town: Town
  journal: Journal
  citizens: readonly Citizen[]
  items: readonly PublishedItem[]
  /** Where people go, and how often. */
  places: readonly ServedPlace[]
  /** Calendars a due day may lawfully be counted under: two while a new list is making its way through the cases. */
  calendars: readonly WorkingCalendar[]
  /** On which day each kind of event of the office comes first. */
  firstDays: readonly number[]
  /** Whether desks are staffed at this hour; citizens file and withdraw at any. */
  officeOpen: boolean
  /** Posts whose only holder may not take the last step of some case. */
  deputiesWanted: Set<string>
  /** When a power was last taken or given. */
  powersChangedAt: string
  /** Powers taken away for a while. */
  endedGrants: { stream: string; item: string; body: string; giveBackAt: string }[]
  /** Powers given to towns, to be taken back; one for an errand when the errand wants it. */
  delegated: Delegated[]
  /** Matters that somebody sees through, and how often each was begun. */
  errands: Errands
  /** Seals out of use. */
  suspended: { seal: string; until: string }[]
  /** The plan as it was before it changed for some days. */
  plan: { before: PackFile; until: string } | undefined
  /** Desks whose only holder has left. */
  vacated: Post[]
  /** What the system had done beside the cases up to then has been noted. */
  notedUntil: string
  /** Evenings so far. */
  evenings: number
  /** Licences and poor ratings by stream, and the version at which each was looked at last. */
  registered: Map<string, number>
  /** The worker does nothing until then. */
  workerRestsUntil: string
  /** A number nobody had before, for request ids and the like. */
  serial(): number
}
