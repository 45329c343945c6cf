import { legalDay } from '#engine/day.ts'
import type { PostalAddress } from '#capabilities/case/contract.ts'
import { mayPromise } from '#capabilities/case/model.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import { itemFor, type FormValues } from '#ui/form/index.ts'
import type { DraftView, PageRefusal, Visitor, Way } from './contract.ts'
import { citizenOf, type PortalMeans } from './means.ts'
import { answersOf, changesOf, papersAsked, reusableAnswers, stillReused } from './model.ts'
import { draftStore, type DraftRow, type WholeDraft } from './store.ts'
import { said } from './words.ts'

/** A draft with the version in force and what was written so far. */
export interface OpenDraft<R extends DraftRow = DraftRow> {
  party: string
  row: R
  item: ItemVersion
  values: FormValues
  postal: Partial<PostalAddress>
  /** Answers taken over from earlier filings. */
  reused: FormValues
}

/** The visitor's own draft that has not been filed and lies on no counter; another's looks like none. */
export async function findDraft(
  means: PortalMeans,
  visitor: Visitor,
  id: string,
): Promise<OpenDraft<WholeDraft> | PageRefusal> {
  const citizen = citizenOf(visitor)
  if (isRefused(citizen)) return said(citizen)
  const row = await draftStore(means.db, means.area).find(citizen.party, id)
  if (row === undefined || row.filedNo !== null) return said(refuse('draft-not-found'))
  if (row.atPost !== null) return said(refuse('draft-at-counter'))
  return openRow(means, citizen.party, row)
}

/** The draft of a row whose reader was checked before. */
export async function openRow<R extends DraftRow>(
  means: PortalMeans,
  party: string,
  row: R,
): Promise<OpenDraft<R> | PageRefusal> {
  const published = await means.catalogue.itemInForce(means.area, row.item, legalDay(means.clock.now()))
  if (published === undefined) return said(refuse('item-not-in-force'))
  const [values, postal, reused] = await Promise.all([
    opened<FormValues>(means, party, row.values),
    opened<Partial<PostalAddress>>(means, party, row.postal),
    opened<FormValues>(means, party, row.reused),
  ])
  const item = itemFor(published.item, values, row.about?.kind)
  // A way of fetching that the version in force does not offer has to be chosen anew; the changes say that it is gone.
  const gone = row.delivery !== null && !item.delivery.includes(row.delivery)
  return { party, row: gone ? { ...row, delivery: null } : row, item, values, postal, reused }
}

/** Shows the draft with everything that has changed since it was begun; what was shown may be filed. */
export async function draftView(
  means: PortalMeans,
  draft: OpenDraft<WholeDraft>,
  /** Whether the answer is about to be shown. */
  shows = true,
): Promise<DraftView> {
  const { row, item, values, party, postal, reused } = draft
  const begun = await means.catalogue.pinned(means.area, row.item, row.begunVersion)
  if (shows && row.shownVersion !== item.version)
    await draftStore(means.db, means.area).shown(party, row.id, item.version)
  const { commitment } = item.process
  const offered = commitment !== undefined && mayPromise(item, answersOf(item.form, values))
  const way = wayOf(draft)
  const kept = row.reuseAsked ? [] : await means.dataSpace.opened(party, row.kept)
  return {
    id: row.id,
    item,
    changes: changesOf(itemFor(begun.item, values, row.about?.kind), item),
    ...(row.about === null ? {} : { about: row.about }),
    values,
    ...(row.region === null ? {} : { region: row.region }),
    ...(row.acceptPlace === null ? {} : { acceptPlace: row.acceptPlace }),
    ...(row.delivery === null ? {} : { delivery: row.delivery }),
    ...(row.postal === null ? {} : { postal }),
    ...(offered ? { commitment } : {}),
    ...(way === undefined ? {} : { way }),
    papers: papersAsked(item, values, way),
    reusable: reusableAnswers(item.form, values, kept).map(({ field, label, text }) => ({
      field,
      label,
      text,
    })),
    reused: stillReused(values, reused),
    files: filesOf(means, draft),
    today: legalDay(means.clock.now()),
    savedAt: row.savedAt,
  }
}

/** A promise was made with the words of one version; under another it has to be read and confirmed again. */
export function wayOf({ row, item, values }: Pick<OpenDraft, 'row' | 'item' | 'values'>): Way | undefined {
  if (row.way !== 'commitment') return row.way ?? undefined
  const stands = row.promisedVersion === item.version && mayPromise(item, answersOf(item.form, values))
  return stands ? 'commitment' : undefined
}

/** People's own file names tell too much, so a file is called by what it is for. */
function filesOf({ cases }: PortalMeans, { row, item }: OpenDraft<WholeDraft>): DraftView['files'] {
  const views = cases.attachments.viewsOf(row.uploads)
  const files = item.materials.flatMap((material) => {
    const held = (row.files[material.id] ?? []).flatMap((id) => views.get(id) ?? [])
    const named = held.map((view, index) => ({
      ...view,
      name: namedBy(material.name, index, view.name),
      url: '',
    }))
    return named.length === 0 ? [] : [[material.id, named] as const]
  })
  return Object.fromEntries(files)
}

export function namedBy(material: string, index: number, name: string): string {
  return `${material}-${index + 1}${name.slice(name.lastIndexOf('.'))}`
}

export async function sealValues({ sealing }: PortalMeans, party: string, values: object): Promise<string> {
  return (await sealing.sealFor(NO_AREA, subjectOf(party))).seal(JSON.stringify(values))
}

async function opened<T extends object>(
  { sealing }: PortalMeans,
  party: string,
  sealed: string | null,
): Promise<T> {
  const text = sealed === null ? null : await sealing.open(NO_AREA, subjectOf(party), sealed as Sealed)
  return (text === null ? {} : JSON.parse(text)) as T
}
