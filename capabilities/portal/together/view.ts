import { legalDay } from '#engine/day.ts'
import { dataElements } from '#capabilities/catalogue/index.ts'
import {
  elementsOf,
  joinAnswers,
  mergeForms,
  type FormOfItem,
  type MergedForm,
} from '#capabilities/catalogue/model.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import type { DraftView, PageRefusal, Visitor } from '../contract.ts'
import type { TogetherDraft, TogetherPaper, TogetherView } from '../contract/together.ts'
import { placesToFile } from '../guide-pages.ts'
import { citizenOf, type PortalMeans } from '../means.ts'
import { mergePapers, type MergedPaper } from '../model/merged-papers.ts'
import { draftView, findDraft, type OpenDraft } from '../open-draft.ts'
import { draftStore, type WholeDraft } from '../store.ts'
import { isPageRefusal, said } from '../words.ts'
import { togetherStore, type TogetherRow } from './store.ts'

/** What stands behind a view: the drafts that are still open, and those that have become cases. */
export interface Together {
  party: string
  row: TogetherRow
  open: readonly { draft: OpenDraft<WholeDraft>; view: DraftView }[]
  filed: readonly TogetherDraft[]
  forms: readonly FormOfItem[]
  merged: MergedForm
}

/** One's own, with its drafts as they stand; a draft that was deleted is no part of it any more. */
export async function findTogether(
  means: PortalMeans,
  visitor: Visitor,
  id: string,
  shows = true,
): Promise<Together | PageRefusal> {
  const { area, db } = means
  const citizen = citizenOf(visitor)
  if (isRefused(citizen)) return said(citizen)
  const row = await togetherStore(db, area).find(citizen.party, id)
  if (row === undefined) return said(refuse('together-not-found'))
  const open: { draft: OpenDraft<WholeDraft>; view: DraftView }[] = []
  const filed: TogetherDraft[] = []
  for (const of of row.drafts) {
    const held = await draftStore(db, area).find(citizen.party, of)
    if (held === undefined) continue
    if (held.filedNo !== null) {
      const { item } = await means.catalogue.pinned(area, held.item, held.shownVersion)
      filed.push({ id: of, item: item.id, itemName: item.name, changes: [], no: held.filedNo })
      continue
    }
    const draft = await findDraft(means, visitor, of)
    if (isPageRefusal(draft)) return draft
    open.push({ draft, view: await draftView(means, draft, shows) })
  }
  const forms = open.map(({ view: { item } }) => ({ id: item.id, name: item.name, form: item.form }))
  const merged = mergeForms(elementsOf(await dataElements(db, area)), row.title, forms)
  return { party: citizen.party, row, open, filed, forms, merged }
}

export async function togetherView(means: PortalMeans, together: Together): Promise<TogetherView> {
  const { row, open, filed, merged } = together
  const [first] = open
  const own = new Map(open.map(({ view }) => [view.item.id, view.values]))
  const drafts = await Promise.all(open.map(({ view }) => lineOf(means, view)))
  const { region, delivery, postal } = first?.view ?? {}
  const nameOf = new Map(
    [...merged.origins].flatMap(([name, places]) =>
      places.map(({ item, field }) => [`${item}/${field}`, name] as const),
    ),
  )
  const reusable = open.flatMap(({ view }) =>
    view.reusable.map((one) => ({ ...one, field: nameOf.get(`${view.item.id}/${one.field}`) ?? one.field })),
  )
  return {
    ...{ id: row.id, title: row.title, form: merged.form, notes: merged.notes },
    drafts: [...drafts, ...filed],
    values: joinAnswers(merged, own),
    ...(region === undefined ? {} : { region }),
    ...(delivery === undefined ? {} : { delivery }),
    ...(postal === undefined ? {} : { postal }),
    deliveries: deliveriesOf(open.map(({ view }) => view)),
    papers: papersOf(open.map(({ view }) => view)),
    reusable: [...new Map(reusable.map((one) => [one.field, one])).values()],
    today: legalDay(means.clock.now()),
  }
}

async function lineOf(
  means: PortalMeans,
  { id, item, region, acceptPlace, changes }: DraftView,
): Promise<TogetherDraft> {
  const places = region === undefined ? [] : await placesToFile(means, item, region)
  const place = places.find((one) => one.id === acceptPlace)
  return { id, item: item.id, itemName: item.name, changes, ...(place === undefined ? {} : { place }) }
}

/** What every one of them offers, in the order of the first; asked once, and kept with each. */
export function deliveriesOf(views: readonly Pick<DraftView, 'item'>[]): TogetherView['deliveries'] {
  const [first, ...others] = views
  return (first?.item.delivery ?? []).filter((mode) =>
    others.every(({ item }) => item.delivery.includes(mode)),
  )
}

function papersOf(views: readonly DraftView[]): TogetherPaper[] {
  const byDraft = new Map(views.map((view) => [view.id, view]))
  const asked = views.flatMap(({ id, item, papers }) =>
    papers.asked.map((paper) => ({ draft: id, itemName: item.name, ...paper })),
  )
  return mergePapers(asked).map(({ name, needed, asks }) => ({
    ...{ key: paperKey(asks), name, needed },
    asks: asks.map(({ draft, itemName, material }) => ({
      ...{ draft, itemName, material: material.id, standard: material.acceptStandard },
      ...(material.basis === undefined ? {} : { basis: material.basis }),
    })),
    files: asks.map(({ draft, material }) => byDraft.get(draft)?.files[material.id] ?? []).find(isSome) ?? [],
  }))
}

const isSome = (files: readonly unknown[]): boolean => files.length > 0

/** Stands in addresses and names of controls: the first that asks for it. */
export const paperKey = ([first]: MergedPaper['asks']): string => `${first!.draft}.${first!.material.id}`
