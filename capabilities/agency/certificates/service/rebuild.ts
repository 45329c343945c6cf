import { isDeepStrictEqual } from 'node:util'
import { fold } from '#engine/procedure/decide.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { Db } from '#platform/db/db.ts'
import { everyStream } from '#platform/ledger/pages.ts'
import { certificateProcedure } from '../model/procedure.ts'
import { certificateByStream, certificateValues, MEND_CERTIFICATE } from '../store.ts'

export interface CertificatesRebuilt {
  certificates: number
  /** Streams whose stored row was missing or differed from what their facts say. */
  mended: string[]
}

/** Folds every certificate again from its facts, writes the row where it is missing or differs, and the last number of each place. */
export async function rebuildCertificates(db: Db): Promise<CertificatesRebuilt> {
  const rebuilt: CertificatesRebuilt = { certificates: 0, mended: [] }
  for await (const stored of everyStream(db, { streamKind: 'certificate' })) {
    const { areaCode: area, stream } = stored[0]!
    const dossier = { ...fold(certificateProcedure, stored.map(readFact)), area }
    const row = await certificateByStream(db, area, stream)
    rebuilt.certificates += 1
    if (row && isDeepStrictEqual(row.dossier, JSON.parse(JSON.stringify(dossier)))) continue
    const changedAt = stored.at(-1)!.at
    await db.query(MEND_CERTIFICATE, certificateValues({ area, stream, dossier, changedAt }))
    rebuilt.mended.push(stream)
  }
  await db.query(LAST_NUMBERS)
  return rebuilt
}

/** Never backwards: a number that was given is given once. */
const LAST_NUMBERS = `INSERT INTO agency.certificate_series AS s (area_code, place, year, last)
  SELECT area_code, place, year, max(serial) FROM agency.certificate WHERE serial IS NOT NULL GROUP BY area_code, place, year
  ON CONFLICT (area_code, place, year) DO UPDATE SET last = greatest(s.last, excluded.last)`
