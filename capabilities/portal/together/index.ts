import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { legalDay } from '#engine/day.ts'
import { checkMerged, itemsOfScene, splitAnswers } from '#capabilities/catalogue/model.ts'
import { isOnline } from '#capabilities/guide/model.ts'
import { newId } from '#platform/id.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import type { CitizenServices, PageRefusal, Upload, Visitor } from '../contract.ts'
import type { TogetherServices, TogetherView } from '../contract/together.ts'
import { placesToFile } from '../guide-pages.ts'
import { foundItem, type Items } from '../items.ts'
import { citizenOf, type PortalMeans } from '../means.ts'
import { mergePapers } from '../model/merged-papers.ts'
import { isPageRefusal, said } from '../words.ts'
import { changedUnseen, fileTogether } from './file.ts'
import { togetherStore } from './store.ts'
import { findTogether, paperKey, togetherView, type Together } from './view.ts'

/** One form is for a handful; more than that nobody reads through. */
export const ITEMS_MAX = 6

type Drafts = Pick<CitizenServices, 'openDraft' | 'saveDraft' | 'reuse' | 'uploadToDraft' | 'removeFromDraft'>

/** 几件事一起办: a view over ordinary drafts, so that each can also be gone on with by itself, at home or at a counter. */
export function together(means: PortalMeans, items: Items, drafts: Drafts): TogetherServices {
  const { area, db, clock, catalogue } = means
  const viewed = async (visitor: Visitor, id: string): Promise<TogetherView | PageRefusal> => {
    const found = await findTogether(means, visitor, id)
    return isPageRefusal(found) ? found : togetherView(means, found)
  }
  return {
    async togetherChoices(key) {
      const { scenes, undertakings, names } = await catalogue.navigation(area)
      const inForce = await items.inForce()
      const scene = scenes.find((one) => one.key === key)
      const undertaking = undertakings.find((one) => one.key === key)
      if (scene === undefined && undertaking === undefined) return said(refuse('scene-not-found'))
      const steps = new Set(undertaking?.steps.flatMap(({ ways }) => Object.keys(ways)))
      const found = scene ? itemsOfScene(scene, inForce) : inForce.filter(({ id }) => steps.has(id))
      const title = (scene ?? undertaking)!.title
      return { title, items: found.filter((item) => isOnline(item)).map((item) => foundItem(item, names)) }
    },
    async beginTogether(visitor, key, chosen) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const choices = await this.togetherChoices(key)
      if (isPageRefusal(choices)) return choices
      const wanted = choices.items.filter(({ id }) => chosen.includes(id))
      if (wanted.length < 2 || wanted.length > ITEMS_MAX)
        return said(refuse('together-count', { facts: { max: ITEMS_MAX } }))
      const begun: string[] = []
      for (const { id } of wanted) {
        const draft = await drafts.openDraft(visitor, id)
        if (isPageRefusal(draft)) return draft
        begun.push(draft.id)
      }
      const id = newId()
      await togetherStore(db, area).insert(
        citizen.party,
        { id, scene: key, title: choices.title, drafts: begun },
        clock.now(),
      )
      return { id }
    },
    together: viewed,
    async saveTogether(visitor, id, change) {
      const found = await findTogether(means, visitor, id)
      if (isPageRefusal(found)) return found
      const refused = await save(means, drafts, visitor, found, change)
      return refused ?? viewed(visitor, id)
    },
    async reuseTogether(visitor, id, use) {
      const found = await findTogether(means, visitor, id)
      if (isPageRefusal(found)) return found
      for (const { view } of found.open) {
        const answer = await drafts.reuse(visitor, view.id, use)
        if (isPageRefusal(answer)) return answer
      }
      return viewed(visitor, id)
    },
    async uploadTogether(visitor, id, key, upload) {
      const asks = await asksOf(means, visitor, id, key)
      if (isPageRefusal(asks)) return asks
      return uploadToAll(drafts, visitor, asks, upload)
    },
    async clearTogether(visitor, id, key) {
      const asks = await asksOf(means, visitor, id, key)
      if (isPageRefusal(asks)) return asks
      for (const { draft, material, files } of asks)
        for (const file of files) {
          const answer = await drafts.removeFromDraft(visitor, draft, material, file)
          if (isPageRefusal(answer)) return answer
        }
      return undefined
    },
    async leaveOut(visitor, id, draft) {
      const citizen = citizenOf(visitor)
      if (isRefused(citizen)) return said(citizen)
      const done = await togetherStore(db, area).leaveOut(citizen.party, id, draft)
      return done ? undefined : said(refuse('together-not-found'))
    },
    async fileTogether(visitor, id, options = {}) {
      const found = await findTogether(means, visitor, id, false)
      if (isPageRefusal(found)) return found
      const regions = await means.organisation.regionDirectory(area, legalDay(clock.now()))
      const unseen = changedUnseen(found)
      if (unseen) return unseen
      const { values, today } = await togetherView(means, found)
      const problems = checkMerged(found.merged, found.forms, values, { regions, today })
      if (problems.length > 0) return said(refuse('form-invalid', { facts: { problems } }))
      return fileTogether(means, found, options)
    },
  }
}

/** Each draft takes its part, and the nearest place that takes its matter in. */
async function save(
  means: PortalMeans,
  drafts: Drafts,
  visitor: Visitor,
  { open, merged, forms }: Together,
  { values, region, delivery, postal }: Parameters<TogetherServices['saveTogether']>[2],
): Promise<PageRefusal | undefined> {
  const own = values === undefined ? undefined : splitAnswers(merged, forms, values)
  const problems: { field: string; message: string }[] = []
  for (const { view } of open) {
    const where = region === undefined ? {} : await placeIn(means, view.item, region)
    const answer = await drafts.saveDraft(visitor, view.id, {
      ...(own === undefined ? {} : { values: own.get(view.item.id) ?? {} }),
      ...where,
      ...(delivery === undefined ? {} : { delivery }),
      ...(postal === undefined ? {} : { postal }),
    })
    if (!isPageRefusal(answer)) continue
    if (answer.problems === undefined) return answer
    problems.push(...answer.problems)
  }
  return problems.length === 0 ? undefined : said(refuse('form-invalid', { facts: { problems } }))
}

async function placeIn(means: PortalMeans, item: Parameters<typeof placesToFile>[1], region: string) {
  const [nearest] = await placesToFile(means, item, region)
  return { region, ...(nearest === undefined ? {} : { acceptPlace: nearest.id }) }
}

interface AskedOf {
  draft: string
  material: string
  files: readonly string[]
}

async function asksOf(
  means: PortalMeans,
  visitor: Visitor,
  id: string,
  key: string,
): Promise<readonly AskedOf[] | PageRefusal> {
  const found = await findTogether(means, visitor, id)
  if (isPageRefusal(found)) return found
  const all = found.open.flatMap(({ view: { id: draft, item, papers } }) =>
    papers.asked.map((paper) => ({ draft, itemName: item.name, ...paper })),
  )
  const paper = mergePapers(all).find(({ asks }) => paperKey(asks) === key)
  if (paper === undefined) return said(refuse('material-unknown'))
  const rows = new Map(found.open.map(({ draft }) => [draft.row.id, draft.row.files]))
  return paper.asks.map(({ draft, material }) => ({
    draft,
    material: material.id,
    files: rows.get(draft)?.[material.id] ?? [],
  }))
}

/** Read once and kept with each of them: a file belongs to one case, and may be given up with one of them alone. */
async function uploadToAll(
  drafts: Drafts,
  visitor: Visitor,
  asks: readonly AskedOf[],
  { fileName, stream }: Upload,
): Promise<PageRefusal | undefined> {
  const bytes = await buffer(stream)
  for (const { draft, material } of asks) {
    const answer = await drafts.uploadToDraft(visitor, draft, material, {
      fileName,
      stream: Readable.from([bytes]),
    })
    if (isPageRefusal(answer)) return answer
  }
  return undefined
}
