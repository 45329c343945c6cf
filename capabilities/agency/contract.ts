export { paymentRoutes, paymentFiles } from './contract/payment-routes.ts'
export type {
  CertificateDetail,
  CertificateRow,
  CertificateStoryLine,
  VerifiedCertificate,
} from './contract/certificate.ts'
export { certificateRoutes, certificateFiles } from './contract/certificate-routes.ts'
