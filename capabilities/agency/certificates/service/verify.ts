import { regionName } from './region-name.ts'
import type { VerifiedCertificate } from '../../contract/certificate.ts'
import { certificateWords as words } from '../../words.ts'
import { certificateByCode } from '../store.ts'
import { certificateCodeIn } from './code.ts'
import type { CertificateMeans } from './means.ts'

/** What anybody who holds the paper may know: whether it is genuine and still counts, and enough to compare it with what they hold. */
export async function verifyCertificate(
  means: Pick<CertificateMeans, 'db' | 'organisation'>,
  typed: string,
): Promise<VerifiedCertificate | undefined> {
  const asked = certificateCodeIn(typed)
  if (asked === undefined) return undefined
  const row = await certificateByCode(means.db, asked.area, asked.code)
  if (row === undefined) return undefined
  const { area, dossier } = row
  const lost = dossier.codes.at(-1) !== asked.code
  return {
    ...{ title: dossier.typeName, number: dossier.no ?? '', holder: dossier.holderMasked },
    ...{ purpose: dossier.purpose, issuedOn: dossier.issuedOn ?? '' },
    issuer: await regionName(means.organisation, area, dossier.place),
    status: dossier.voided ? words.voided(dossier.voided.on) : lost ? words.lost : words.valid,
    valid: dossier.voided === undefined && !lost,
  }
}
