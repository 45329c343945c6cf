import { isLacking } from '#capabilities/case/model.ts'
import type { CaseDetail } from '#capabilities/portal/contract.ts'

type Material = CaseDetail['materials'][number]

/** Papers that were not handed in with an application nobody has looked at yet. */
export function stillMissing({ summary, materials, promise, supplement }: CaseDetail): Material[] {
  // Under a promise (告知承诺) papers are spared, and after a notice the notice says what lacks.
  const promised = promise !== undefined && !promise.withdrawn
  if (summary.state !== 'received' || promised || supplement !== undefined) return []
  return materials.filter(isLacking)
}
