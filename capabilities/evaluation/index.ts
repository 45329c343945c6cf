export { satisfiedByPlace, type SatisfiedPlace } from './store.ts'
export { evaluationRefusalWords, RATING_OPTIONS, STAR_TITLES } from './words.ts'
export { evaluationSubscribers } from './jobs.ts'
export { rectifications, type Rectifications } from './rectifications.ts'
export { rectificationHttp } from './routes.ts'
export { rectificationRoutes } from './contract/routes.ts'
export { rebuildRectifications } from './service/rebuild.ts'
export { keepRectificationCalendars } from './service/calendars.ts'
export { rectificationWords } from './words/rectification.ts'
export { evaluation, type Evaluation, type OfCase } from './evaluation.ts'
export type { RateRequest } from './service/rate.ts'
export type { EvaluationMeans } from './service/rateable.ts'

export const evaluationCapability = { name: 'evaluation' } as const
