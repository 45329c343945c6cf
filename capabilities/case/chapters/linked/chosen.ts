import { legalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import { isRefused } from '#platform/refusal.ts'
import type { HeldFile } from '../../model/dossier.ts'
import type { Completing } from '../chapter-completing.ts'
import { candidates, type Candidate } from './candidates.ts'

/** The result or file that was chosen, held for this case from now on as if it had been handed in. */
export const chosen: Completing = async (means, row, { input, now }) => {
  const { area, dossier, stream } = row
  const { item } = await means.catalogue.pinned(area, dossier.item.id, dossier.item.version)
  const found = await candidates(means, area, dossier, item, legalDay(now))
  const one = found.find(({ value }) => value === input['from'])
  if (one === undefined) return refusal('result-unknown')
  if (one.expired) return refusal('result-expired')
  const file = await held(means, { area, stream, now }, one)
  return 'refused' in file ? file : { input: { ...input, source: { ...one.source }, file } }
}

interface Holder {
  area: string
  stream: string
  now: string
}

async function held(
  { db, files }: Parameters<Completing>[0],
  { area, stream, now }: Holder,
  { file, source }: Candidate,
): Promise<HeldFile | Refusal> {
  if (!('paper' in file)) {
    const [attachment] = await db.query<{ file: string }>(FILE, [area, file.id])
    const kept = attachment && (await files.retain(db, area, attachment.file, stream))
    return kept === undefined || isRefused(kept) ? refusal('result-unknown') : file
  }
  const kept = await files.retain(db, area, file.paper, stream)
  if (isRefused(kept) || source.kind !== 'result') return refusal('result-unknown')
  // Under the paper's own id, so that taking it over again is the same attachment.
  await db.query(ATTACH, [area, source.paper, kept.id, kept.size, kept.mediaType, 'system:take-over', now])
  return { id: source.paper, size: kept.size, mediaType: kept.mediaType }
}

const FILE = {
  name: 'cases.attachment-file',
  text: 'SELECT file FROM cases.attachment WHERE area_code = $1 AND id = $2',
}

const ATTACH = {
  name: 'cases.attach-paper',
  text: `INSERT INTO cases.attachment (area_code, id, file, size, media_type, uploaded_by, uploaded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (area_code, id) DO NOTHING`,
}
