import { createHash, timingSafeEqual } from 'node:crypto'
import { verifyCertificate } from '#capabilities/agency/index.ts'
import type { VerifiedCertificate } from '#capabilities/agency/contract.ts'
import type { IssuedPaper } from '#capabilities/case/index.ts'
import { day } from '#ui/format/day.ts'
import type { CitizenServices, VerifyView } from './contract.ts'
import { bytesOf, type PortalMeans } from './means.ts'

/** Nobody's paper: comparing with it costs what comparing with a real one does. */
const NO_HASH = '0'.repeat(64)

export function verification(means: PortalMeans): Pick<CitizenServices, 'verify' | 'verifyFile'> {
  const { cases } = means
  return {
    async verify(token) {
      const certificate = await verifyCertificate(means, token)
      if (certificate !== undefined) return certificateView(certificate, means.demo)
      return viewOf(means, await cases.issuedPaper(token))
    },
    async verifyFile(token, { stream }) {
      const paper = await cases.issuedPaper(token)
      const hash = createHash('sha256')
      for await (const part of bytesOf(stream)) hash.update(part)
      const same = timingSafeEqual(hash.digest(), Buffer.from(paper?.sha256 ?? NO_HASH, 'hex'))
      return { view: await viewOf(means, paper), same: same && paper !== undefined }
    },
  }
}

/** Who holds the paper compares number, first and last sign of the name, and what it is for. */
const certificateView = (found: VerifiedCertificate, demo: boolean): VerifyView => ({
  ...{ genuine: true, title: found.title, number: found.number, body: found.issuer, status: found.status },
  fields: [
    { label: '申请人', text: found.holder },
    { label: '用途', text: found.purpose },
    { label: '出具日期', text: day(found.issuedOn) },
  ],
  ...{ over: !found.valid, onPaper: true, demo },
})

async function viewOf(
  { organisation, catalogue }: PortalMeans,
  paper: IssuedPaper | undefined,
): Promise<VerifyView> {
  if (paper === undefined) return { genuine: false }
  const [[body], published] = await Promise.all([
    organisation.bodiesByIds(paper.area, [paper.body]),
    catalogue.itemInForce(paper.area, paper.itemId, paper.madeOn),
  ])
  return {
    genuine: true,
    title: paper.title,
    ...(paper.number === null ? {} : { number: paper.number }),
    ...(body === undefined ? {} : { body: body.name }),
    fields: [
      { label: '申请人', text: paper.applicantMasked },
      ...(published === undefined ? [] : [{ label: '事项', text: published.item.name }]),
      { label: '出具日期', text: day(paper.madeOn) },
    ],
    status: statusOf(paper),
    demo: paper.demo,
  }
}

const OVER: Readonly<Record<string, string>> = {
  expired: '已过有效期，不能再使用',
  revoked: '已撤销，不能再使用',
  withdrawn: '已撤回，不能再使用',
  forfeited: '已吊销，不能再使用',
  'given-up': '持证人已放弃，不能再使用',
  cancelled: '已注销，不能再使用',
}

/** What stands today of what the paper says: a licence may have been renewed, or be over, since it was printed. */
function statusOf({ revokedAt, licenceState, licenceUntil }: IssuedPaper): string {
  if (revokedAt !== null) return '已撤销，不能再使用'
  const over = licenceState === null ? undefined : OVER[licenceState]
  if (over !== undefined) return over
  return licenceUntil === null ? '有效' : `有效，有效期至${day(licenceUntil)}`
}
