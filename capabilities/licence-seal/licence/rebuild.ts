import { fold } from '#engine/procedure/decide.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { maskName } from '#platform/crypto/mask.ts'
import type { Sealed } from '#platform/crypto/sealed.ts'
import type { SubjectKeys } from '#platform/crypto/subject-keys.ts'
import type { Db } from '#platform/db/db.ts'
import { canonical } from '#platform/ledger/canonical.ts'
import { everyStream } from '#platform/ledger/pages.ts'
import type { LicenceDossier } from './dossier.ts'
import { licence } from './procedure.ts'
import { licenceValues } from './row-values.ts'
import { licenceReader, MEND_LICENCE } from './store.ts'

export interface LicencesRebuilt {
  licences: number
  /** Streams whose stored view was missing or differed from what their facts say. */
  mended: string[]
}

/** Folds every licence again from its facts and writes the view where it is missing or differs. */
export async function rebuildLicences(means: { db: Db; sealing: SubjectKeys }): Promise<LicencesRebuilt> {
  const rebuilt: LicencesRebuilt = { licences: 0, mended: [] }
  for await (const stored of everyStream(means.db, { streamKind: 'licence' })) {
    const { areaCode: area, stream } = stored[0]!
    const dossier = fold(licence, stored.map(readFact))
    const row = await licenceReader(means.db).byStream(area, stream)
    rebuilt.licences += 1
    if (row && canonical(row.dossier) === canonical(dossier)) continue
    const holderMasked = await maskedHolder(means.sealing, dossier)
    const changedAt = stored.at(-1)!.at
    await means.db.query(MEND_LICENCE, licenceValues({ area, stream, dossier, holderMasked, changedAt }))
    rebuilt.mended.push(stream)
  }
  return rebuilt
}

async function maskedHolder(sealing: SubjectKeys, { party, holder }: LicenceDossier): Promise<string> {
  const text = await sealing.open(NO_AREA, subjectOf(party), holder as Sealed)
  return text === null ? '（已删除）' : maskName((JSON.parse(text) as PartyDetails).name)
}
