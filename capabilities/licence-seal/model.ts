export { lawfulSeals, lawfulKind, whySealRefused, type SealQuestion } from './model/policy.ts'
export * from './licence/model.ts'
export * from './model/seal.ts'
