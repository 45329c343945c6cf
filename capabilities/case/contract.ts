/** What crosses the wire, by noun. */
export { AboutAsked } from './chapters/licences/about.ts'
export { ActField } from './contract/act-field.ts'
export { AllowedAct } from './contract/allowed-act.ts'
export { ClockView } from './contract/clock-view.ts'
export { CaseDetail, CaseProgress, RevealedCase, StoryLine } from './contract/detail.ts'
export { DetailPart } from './contract/detail-part.ts'
export { Filing, HandedIn, LEFT_OPEN_CODES, PostalAddress } from './contract/filing.ts'
export type { LicenceDetail, LicenceSummary } from './contract/licence-routes.ts'
export { ChecklistLine, FileView, MaterialView } from './contract/material.ts'
export { PAPERS, PaperView, type PaperName } from './contract/paper.ts'
export type { HearingNotice, ObjectionView, PublicityNotice, PublicNotice } from './contract/public-notice.ts'
export { CASE_STATES, CaseState, PROCEDURES, ProcedureName } from './contract/procedure.ts'
export { caseRefusals, type CaseRefusalCode } from './contract/refusals.ts'
export { CaseSummary } from './contract/summary.ts'
export {
  NEW_POINT_GROUNDS,
  Raised,
  SupplementLine,
  SupplementView,
  type NewPointGround,
} from './contract/supplement.ts'

/** Kinds of facts published to other capabilities, with the bodies they may rely on. */
export interface CaseClosed {
  kind: 'closed'
  no: string
  item: string
  decidingBody: string
  acceptPlace: string
}
