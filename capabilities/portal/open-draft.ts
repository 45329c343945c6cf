import { legalDay } from '#engine/day.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import type { FormValues } from '#ui/form/index.ts'
import type { DraftView, PageRefusal, Visitor } from './contract.ts'
import { citizenOf, type PortalMeans } from './means.ts'
import { changesOf } from './model.ts'
import { draftStore, type DraftRow } from './store.ts'
import { said } from './words.ts'

/** A draft with the version in force and what was written so far. */
export interface OpenDraft {
  party: string
  row: DraftRow
  item: ItemVersion
  values: FormValues
}

/** The visitor's own draft that has not been filed; another's looks like none. */
export async function findDraft(
  means: PortalMeans,
  visitor: Visitor,
  id: string,
): Promise<OpenDraft | PageRefusal> {
  const citizen = citizenOf(visitor)
  if (isRefused(citizen)) return said(citizen)
  const row = await draftStore(means.db, means.area).find(citizen.party, id)
  if (row === undefined || row.filedNo !== null) return said(refuse('draft-not-found'))
  const published = await means.catalogue.itemInForce(means.area, row.item, legalDay(means.clock.now()))
  if (published === undefined) return said(refuse('item-not-in-force'))
  return {
    party: citizen.party,
    row,
    item: published.item,
    values: await opened(means, citizen.party, row.values),
  }
}

/** Shows the draft with everything that has changed since it was begun; what was shown may be filed. */
export async function draftView(means: PortalMeans, draft: OpenDraft): Promise<DraftView> {
  const { row, item, values, party } = draft
  const begun = await means.catalogue.pinned(means.area, row.item, row.begunVersion)
  if (row.shownVersion !== item.version)
    await draftStore(means.db, means.area).shown(party, row.id, item.version)
  const ids = Object.values(row.files).flat()
  const views = await means.cases.attachments.views(means.area, ids)
  const files = item.materials.flatMap((material) => {
    const held = (row.files[material.id] ?? []).flatMap((id) => views.get(id) ?? [])
    // People's own file names tell too much, so a file is called by what it is for; nobody downloads it from a draft.
    const named = held.map((view, index) => ({
      ...view,
      name: namedBy(material.name, index, view.name),
      url: '',
    }))
    return named.length === 0 ? [] : [[material.id, named] as const]
  })
  return {
    id: row.id,
    item,
    changes: changesOf(begun.item, item),
    values,
    ...(row.region === null ? {} : { region: row.region }),
    ...(row.acceptPlace === null ? {} : { acceptPlace: row.acceptPlace }),
    ...(row.delivery === null ? {} : { delivery: row.delivery }),
    files: Object.fromEntries(files),
    savedAt: row.savedAt,
  }
}

export function namedBy(material: string, index: number, name: string): string {
  return `${material}-${index + 1}${name.slice(name.lastIndexOf('.'))}`
}

export async function sealValues(
  { sealing }: PortalMeans,
  party: string,
  values: FormValues,
): Promise<string> {
  return (await sealing.sealFor(NO_AREA, subjectOf(party))).seal(JSON.stringify(values))
}

async function opened({ sealing }: PortalMeans, party: string, values: string | null): Promise<FormValues> {
  const text = values === null ? null : await sealing.open(NO_AREA, subjectOf(party), values as Sealed)
  return text === null ? {} : (JSON.parse(text) as FormValues)
}
