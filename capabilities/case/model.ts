/** The rules of a case: one procedure (approval), its dossier, and what folds into it. */
export { approval, timers } from './model/approval.ts'
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
