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
export {
  answerEnds,
  Answering,
  answerRefused,
  ANSWER_FORMS,
  ANSWER_RECORDS,
  type AnswerForm,
  type AnswerRecord,
} from './model/answering.ts'
export * from './model/seal.ts'
