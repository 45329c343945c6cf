export { lawfulSeals, lawfulKind, whySealRefused, type SealQuestion } from './model/policy.ts'
export * from './licence/model.ts'
export {
  ANNOUNCEMENT_CALENDAR_DAYS,
  recordOf,
  serviceOf,
  Serving,
  SERVING_ASKS,
  SERVING_MODES,
  servingRefused,
  type Service,
  type ServingMode,
} from './model/serving.ts'
export * from './model/seal.ts'
