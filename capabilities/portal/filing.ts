import { isRefusal } from '#engine/refusal.ts'
import type { Filing } from '#capabilities/case/contract.ts'
import { canonical, sm3 } from '#platform/ledger/canonical.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import type { CitizenServices, PageRefusal, Visitor } from './contract.ts'
import { findDraft, type OpenDraft } from './open-draft.ts'
import { citizenActor, citizenOf, type PortalMeans } from './means.ts'
import { answersOf } from './model.ts'
import { draftStore } from './store.ts'
import { isPageRefusal, said } from './words.ts'

export function filing(means: PortalMeans): Pick<CitizenServices, 'file'> {
  return { file: (visitor, id) => file(means, visitor, id) }
}

/**
 * A draft becomes one case, from whichever page it is sent: its own id is the request id, so that a double click, a
 * second tab and a press after a lost answer all hear the one number.
 */
async function file(means: PortalMeans, visitor: Visitor, id: string): Promise<{ no: string } | PageRefusal> {
  const citizen = citizenOf(visitor)
  if (isRefused(citizen)) return said(citizen)
  const store = draftStore(means.db, means.area)
  const row = await store.find(citizen.party, id)
  if (row?.filedNo) return { no: row.filedNo }
  const draft = await findDraft(means, visitor, id)
  if (isPageRefusal(draft)) return draft
  const request = filingOf(draft)
  if (isRefused(request)) return said(request)
  const done = await means.cases.file({
    area: means.area,
    filing: request,
    actor: citizenActor(citizen.party),
    now: means.clock.now(),
    requestId: `draft:${id}`,
    requestHash: sm3(canonical({ draft: id })),
    reliesOn: [],
  })
  if (isRefusal(done)) return said(done)
  const { no } = done.answer as { no: string }
  await store.filed(citizen.party, id, no)
  return { no }
}

/** What is filed: the version last shown to the person, answers to questions that are asked, files by material. */
function filingOf({ row, item, values }: OpenDraft): Filing | ReturnType<typeof refuse> {
  const { region, acceptPlace, delivery, shownVersion } = row
  const missing = [
    ...(region === null ? [{ field: 'region', message: '请选择这件事属于哪个村或社区' }] : []),
    ...(acceptPlace === null ? [{ field: 'acceptPlace', message: '请选择由哪个地方收您的材料' }] : []),
    ...(delivery === null ? [{ field: 'delivery', message: '请选择办好以后怎样拿结果' }] : []),
  ]
  if (region === null || acceptPlace === null || delivery === null) {
    return refuse('draft-incomplete', { facts: { problems: missing } })
  }
  return {
    item: row.item,
    itemVersion: shownVersion,
    region,
    acceptPlace,
    form: answersOf(item.form, values),
    materials: item.materials.flatMap(({ id }) => {
      const files = row.files[id] ?? []
      return files.length === 0
        ? []
        : [{ material: id, files: [...files], paperOriginals: 0, paperCopies: 0 }]
    }),
    delivery,
  }
}
