import type { Check } from './check.ts'
import { ANALYSED_CHECKS } from './checks/analysed.ts'
import { COMPLETE_CHECKS } from './checks/complete.ts'
import { CONTACT_CHECKS } from './checks/contact.ts'
import { ELEMENT_CHECKS } from './checks/elements.ts'
import { FEE_AND_RESULT_CHECKS } from './checks/fee-and-result.ts'
import { FORM_CHECKS } from './checks/form.ts'
import { LAW_CHECKS } from './checks/law.ts'
import { LIMIT_CHECKS } from './checks/limits.ts'
import { MATERIAL_CHECKS } from './checks/materials.ts'
import { OFFERED_CHECKS } from './checks/offered.ts'
import { SPECIAL_CHECKS } from './checks/special.ts'
import { TIER_CHECKS } from './checks/tiers.ts'
import { VISIT_CHECKS } from './checks/visits.ts'

/** Every check of the quality gate (质量关), in the order in which an item is read. */
export const CHECKS: readonly Check[] = [
  ...LIMIT_CHECKS,
  ...MATERIAL_CHECKS,
  ...ANALYSED_CHECKS,
  ...FORM_CHECKS,
  ...ELEMENT_CHECKS,
  ...VISIT_CHECKS,
  ...OFFERED_CHECKS,
  ...FEE_AND_RESULT_CHECKS,
  ...SPECIAL_CHECKS,
  ...CONTACT_CHECKS,
  ...LAW_CHECKS,
  ...TIER_CHECKS,
  ...COMPLETE_CHECKS,
]
