export const supervisionCapability = { name: 'supervision' } as const

export { ATTEMPTS, CASES, supervisionSubscribers } from './jobs.ts'
export { rebuildSupervision, supervisionIsEmpty, type SupervisionRebuilt } from './service/rebuild.ts'
export { itemStatistics } from './store/item-months.ts'
export { keepWatch } from './service/watch.ts'
export { casesByPlace, lateByPlace, type PlaceItemCount, type PlaceLateCount } from './store/by-place.ts'
export { supervisionWords } from './words.ts'
export { supervisionHttp } from './routes.ts'
export { supervisionFiles, supervisionRoutes, supervisionUploads } from './contract/routes.ts'
export type { Asking, SupervisionMeans } from './service/means.ts'
export { supervision, type Supervision } from './supervision.ts'
