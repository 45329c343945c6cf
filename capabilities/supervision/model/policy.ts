import type { PackParameters } from '#capabilities/organisation/contract.ts'
import { USUAL_THRESHOLDS, type Thresholds } from './alert.ts'
import type { Policy } from './indicators.ts'
import type { Target } from './targets.ts'

/** What a pack says to supervision. */
export interface SupervisionPolicy extends Policy {
  targets: readonly Target[]
  thresholds: Thresholds
}

type Parameters = Pick<
  PackParameters,
  'windowModel' | 'comprehensiveWindowKinds' | 'targets' | 'supervisionThresholds'
>

/** A plan that names no target has none; one that does not tell windows apart counts all of them. */
export function policyOf(parameters: Parameters): SupervisionPolicy {
  return {
    undifferentiated: parameters.windowModel.value.undifferentiated,
    comprehensiveWindowKinds: parameters.comprehensiveWindowKinds?.value ?? [],
    targets: parameters.targets?.value ?? [],
    thresholds: parameters.supervisionThresholds?.value ?? USUAL_THRESHOLDS,
  }
}
