import { readFact } from '#capabilities/acts/stored-fact.ts'
import { rebuildLicences, type LicenceRow } from '#capabilities/licence-seal/index.ts'
import { licenceReader } from '#capabilities/licence-seal/index.ts'
import { everyStream } from '#platform/ledger/pages.ts'
import type { RebuildMeans } from '../../../service/rebuild.ts'
import { markGrants, registerLicencePaper } from './papers.ts'

export interface LicencesRebuilt {
  licences: number
  /** Streams whose stored view, or whose papers for /verify, were missing or differed. */
  mended: string[]
}

/** The register folded again from its facts, its papers findable again, and each grant saying what has become of it. */
export async function rebuildLicenceRegister(means: RebuildMeans): Promise<LicencesRebuilt> {
  const rebuilt = await rebuildLicences(means)
  const mended = new Set(rebuilt.mended)
  for await (const stored of everyStream(means.db, { streamKind: 'licence' })) {
    const { areaCode: area, stream } = stored[0]!
    const row = (await licenceReader(means.db).byStream(area, stream))!
    if (await mendPapers(means, row, stored.map(readFact))) mended.add(stream)
    await markGrants(means.db, row)
  }
  return { licences: rebuilt.licences, mended: [...mended] }
}

async function mendPapers(
  means: RebuildMeans,
  row: LicenceRow,
  facts: readonly ReturnType<typeof readFact>[],
): Promise<boolean> {
  const { area, dossier } = row
  const { item } = await means.catalogue.pinned(area, dossier.item, dossier.itemVersion)
  let mended = false
  for (const paper of dossier.papers) {
    const fact = facts[paper.seq - 1]!
    if (await registerLicencePaper(means, { row, item, fact, paper })) mended = true
  }
  return mended
}
