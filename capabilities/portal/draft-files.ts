import { Readable } from 'node:stream'
import { isRefusal } from '#engine/refusal.ts'
import { isRefused, refuse } from '#platform/refusal.ts'
import type { CitizenServices } from './contract.ts'
import { findDraft, namedBy } from './open-draft.ts'
import { bytesOf, citizenActor, type PortalMeans } from './means.ts'
import { draftStore } from './store.ts'
import { isPageRefusal, said } from './words.ts'

/** What a filing may carry for one material. */
export const FILES_MAX = 20

export function draftFiles(
  means: PortalMeans,
): Pick<CitizenServices, 'uploadToDraft' | 'removeFromDraft' | 'draftFile'> {
  const { area, cases, clock } = means
  const store = draftStore(means.db, area)
  return {
    async uploadToDraft(visitor, id, material, { fileName, stream }) {
      const draft = await findDraft(means, visitor, id)
      if (isPageRefusal(draft)) return draft
      const listed = draft.item.materials.find((each) => each.id === material && !each.fromForm)
      if (listed === undefined) return said(refuse('material-unknown'))
      const before = draft.row.files[material]?.length ?? 0
      if (before >= FILES_MAX) return said(refuse('too-many-files', { facts: { max: FILES_MAX } }))
      const file = await cases.attachments.upload(area, citizenActor(draft.party), fileName, bytesOf(stream))
      if (isRefused(file)) return said(file)
      const attached = await store.attach(
        draft.party,
        id,
        { material, id: file.id, max: FILES_MAX },
        clock.now(),
      )
      if (!attached) return said(refuse('draft-not-found'))
      return { ...file, name: namedBy(listed.name, before, file.name), url: '' }
    },
    async removeFromDraft(visitor, id, material, fileId) {
      const draft = await findDraft(means, visitor, id)
      if (isPageRefusal(draft)) return draft
      const gone = await store.detach(draft.party, id, { material, id: fileId }, clock.now())
      if (!gone) return said(refuse('draft-file-not-found'))
      await cases.attachments.discard(area, citizenActor(draft.party), fileId)
      return undefined
    },
    async draftFile(visitor, id, fileId) {
      const draft = await findDraft(means, visitor, id)
      if (isPageRefusal(draft)) return draft
      const [material, ids] = Object.entries(draft.row.files).find(([, held]) => held.includes(fileId)) ?? []
      const upload = draft.row.uploads.find((each) => each.id === fileId)
      if (ids === undefined || upload === undefined) return said(refuse('draft-file-not-found'))
      const found = await cases.ownUpload(area, citizenActor(draft.party), upload)
      if (isRefusal(found)) return said(found)
      const listed = draft.item.materials.find((each) => each.id === material)
      const { mediaType, size, stream } = found
      const fileName = namedBy(listed?.name ?? '材料', ids.indexOf(fileId), found.fileName)
      return { fileName, mediaType, size, stream: Readable.from(stream) }
    },
  }
}
