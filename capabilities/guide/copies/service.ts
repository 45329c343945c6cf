import type { StaffActor } from '#engine/actor.ts'
import { legalDay, type Instant } from '#engine/day.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import type { Organisation } from '#capabilities/organisation/index.ts'
import type { Queryable } from '#platform/db/db.ts'
import { SHEET_FIELDS, sheetDifferences, type Sheet, type SheetField } from '../model/sheet.ts'
import { CHANNEL_TITLES } from './channels.ts'
import { comparedCounties, comparedTowns, type ComparedItem } from './comparison.ts'
import { digestOf, sourceSheets, type SourceMeans, type SourceSheet } from './source.ts'
import { copyStore, wantedCopies, type CopyKey, type StoredCopy } from './store.ts'

export interface CopiesMeans extends SourceMeans {
  db: Queryable
  organisation: SourceMeans['organisation'] & Pick<Organisation, 'areas'>
}

export interface Acting {
  actor: StaffActor
  now: Instant
}

/** One copy that does not say what its source says, with the fields. */
export interface CopyDifference extends CopyKey {
  name: string
  channelTitle: string
  placeName: string
  /** Changed by hand, or simply behind its source. */
  byHand: boolean
  editedAt?: Instant
  fields: ReturnType<typeof sheetDifferences>
}

export interface ChannelDifferences {
  /** Copies that were looked at, and those that have not been handed out yet. */
  checked: number
  missing: number
  more: boolean
  lines: CopyDifference[]
}

export interface GuideCopies {
  sync(area: string, now: Instant): Promise<{ written: number; removed: number }>
  differences(area: string, day: string): Promise<ChannelDifferences>
  /** 七项统一: between the places of this area, or between the counties of its city. */
  comparison(area: string, day: string, between: 'towns' | 'counties'): Promise<ComparedItem[]>
  /** What a channel shows of an item: what a device or another site fetches. */
  read(area: string, key: CopyKey): Promise<StoredCopy | Refusal>
  /** Records that a copy says something else in a field, as it was changed or found on site. */
  edit(
    acting: Acting,
    key: CopyKey,
    field: SheetField,
    lines: readonly string[],
  ): Promise<StoredCopy | Refusal>
  /** Puts the source's words back (恢复一致). */
  restore(acting: Acting, key: CopyKey): Promise<StoredCopy | Refusal>
}

const LINES_MOST = 200

export function guideCopies(means: CopiesMeans): GuideCopies {
  const sources = (area: string, day: string) => sourceSheets(means, area, day)
  const store = (area: string) => copyStore(means.db, area)

  async function own({ actor }: Acting, key: CopyKey): Promise<StoredCopy | Refusal> {
    // A director answers for what hangs and lies in the own centre; what everybody reads is the authors' and approvers'.
    const all = ['item-author', 'item-approver', 'supervisor'].some((role) => actor.roles.includes(role))
    if (!all && key.place !== actor.place)
      return refusal('guide-copy-not-yours', { facts: { place: key.place } })
    return found(actor.area, key)
  }

  async function found(area: string, key: CopyKey): Promise<StoredCopy | Refusal> {
    return (await store(area).find(key)) ?? refusal('guide-copy-not-found', { facts: { ...key } })
  }

  return {
    sync: async (area, now) => store(area).sync(await sources(area, legalDay(now)), now),
    async differences(area, day) {
      const from = await sources(area, day)
      const copies = await store(area).different(from, LINES_MOST + 1)
      const checked = await store(area).count()
      return {
        checked,
        missing: Math.max(0, wantedCopies(from).length - checked),
        more: copies.length > LINES_MOST,
        lines: copies.slice(0, LINES_MOST).map((copy) => line(copy, from)),
      }
    },
    async comparison(area, day, between) {
      if (between === 'towns') {
        const from = await sources(area, day)
        return comparedTowns(from, await store(area).different(from, LINES_MOST))
      }
      const city = (await means.organisation.areas(day)).filter(
        (one) => one.area.slice(0, 4) === area.slice(0, 4),
      )
      const counties = await Promise.all(
        city.map(async (one) => ({ county: one.name, sources: await sources(one.area, day) })),
      )
      return comparedCounties(counties)
    },
    read: found,
    async edit(acting, key, field, lines) {
      const copy = await own(acting, key)
      if (isRefusal(copy)) return copy
      const sheet: Partial<Sheet> = { ...copy.sheet, [field]: lines }
      const { area, person } = acting.actor
      await store(area).edit(key, digestOf(sheet), sheet, person, acting.now)
      return found(area, key)
    },
    async restore(acting, key) {
      const copy = await own(acting, key)
      if (isRefusal(copy)) return copy
      const { area } = acting.actor
      const source = (await sources(area, legalDay(acting.now))).find(({ item }) => item === key.item)
      if (source === undefined) return refusal('guide-copy-not-found', { facts: { ...key } })
      await store(area).restore(key, source, acting.now)
      return found(area, key)
    },
  }
}

function line(copy: StoredCopy, sources: readonly SourceSheet[]): CopyDifference {
  const { channel, place, item, editedAt, sheet } = copy
  const source = sources.find((one) => one.item === item)!
  return {
    ...{ channel, place, item, name: source.name, channelTitle: CHANNEL_TITLES[channel] },
    placeName: source.places.find(({ id }) => id === place)?.name ?? '',
    byHand: editedAt !== null,
    ...(editedAt === null ? {} : { editedAt }),
    fields: sheetDifferences(source.sheet, sheet),
  }
}

export const isSheetField = (field: string): field is SheetField => Object.hasOwn(SHEET_FIELDS, field)
