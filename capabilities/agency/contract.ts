export { paymentRoutes, paymentFiles } from './contract/payment-routes.ts'
export { certificateRoutes, certificateFiles } from './contract/certificate-routes.ts'
