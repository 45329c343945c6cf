import { fileURLToPath } from 'node:url'
import type { StaffActor } from '#engine/actor.ts'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { qrSvg } from '#platform/documents/qr.ts'
import { openedOf, printable } from './detail.ts'
import type { CertificateMeans } from './means.ts'
import { regionName } from './region-name.ts'
import { seenCertificate } from './views.ts'

const TEMPLATE = fileURLToPath(new URL('../../documents/certificate.typ', import.meta.url))

/** The paper, made from what was sealed on the day it was issued; the same copy gives the same bytes. */
export async function certificatePaper(
  means: CertificateMeans,
  actor: StaffActor,
  id: string,
): Promise<{ fileName: string; bytes: Uint8Array } | Refusal> {
  const row = await seenCertificate(means, actor, id)
  if (isRefusal(row)) return row
  const { area, dossier } = row
  if (!printable(dossier)) return refusal(dossier.voided ? 'certificate-void' : 'certificate-not-issued')
  const [issuer, opened] = await Promise.all([
    regionName(means.organisation, area, dossier.place),
    openedOf(means, dossier),
  ])
  if (opened === undefined) return refusal('certificate-erased')
  const { typeName: title, no = '', basis, purpose, issuedOn: date = '', codes } = dossier
  const { name, idNumber, content = '' } = opened
  const code = codes.at(-1)
  const verifyUrl = `${means.publicUrl}/verify/${code}`
  const bytes = await means.renderer.render({
    template: TEMPLATE,
    data: {
      ...{ date, no, title, basis, name, idNumber, content, purpose, demo: means.demo },
      ...{ issuer, again: codes.length > 1 },
      ...(code === undefined ? {} : { code, verifyAt: `${means.publicUrl}/verify` }),
    },
    ...(code === undefined ? {} : { images: { qr: qrSvg(verifyUrl) } }),
  })
  return { fileName: `${title}-${no}.pdf`, bytes }
}
