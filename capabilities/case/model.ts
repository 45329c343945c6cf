/** The rules of a case: its procedures, its dossier, and what folds into it. */
export { ACTIONS, procedureOf, PROCEDURES, statesWaitingFor } from './model/procedures.ts'
export { effectiveItem, variantOf } from './model/effective-item.ts'
export { mayPromise } from '#ui/form/index.ts'
export { decisionPaper } from './model/papers.ts'
export {
  NO_CASE,
  type CaseDossier,
  type HeldFile,
  type HeldMaterial,
  type Paper,
  type Sealed,
} from './model/dossier.ts'
export { rolesOf } from './model/roles.ts'
export type { ApprovalParameters, CaseWorld, SealInForce } from './model/world.ts'
