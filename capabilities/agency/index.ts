import type { Book } from '#capabilities/books/model.ts'
import type { UtilityGateway } from '#capabilities/exchange/index.ts'
import { utilityPayment } from './payments/payment.ts'
import { utilityReconciliation } from './payments/reconciliation.ts'
import { agencySentences, certificateSentences } from './words.ts'

export const agencyCapability = { name: 'agency' } as const

export { agencyHttp } from './http.ts'
export { certificateJobs } from './certificates/service/jobs.ts'
export { ownCertificates, type OwnCertificate, type OwnCertificates } from './certificates/service/mine.ts'
export { rebuildCertificates } from './certificates/service/rebuild.ts'
export { verifyCertificate } from './certificates/service/verify.ts'
export type { CertificateMeans } from './certificates/service/means.ts'
export { owedUnder } from './payments/owed.ts'
export { keepReconciling, paymentJobs, paymentSubscribers } from './payments/jobs.ts'
export { certificateFiles, certificateRoutes, paymentFiles, paymentRoutes } from './contract.ts'

export const agencyWords = { ...agencySentences, ...certificateSentences }

export interface AgencyBooks {
  payment: Book
  reconciliation: Book
}

/** The books (台账) of payments; made once, for the shelf and the jobs have to hold the same ones. */
export const agencyBooks = (utilities: UtilityGateway | undefined): AgencyBooks => ({
  payment: utilityPayment(utilities),
  reconciliation: utilityReconciliation(),
})
