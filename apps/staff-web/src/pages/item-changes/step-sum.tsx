import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { editorWords as words } from './words.ts'

/** The limits of the steps add up to the promise (CAS-09): said while they are being written. */
export function StepSum({ item: { promisedLimit, process } }: { item: ItemVersion }) {
  const sum = process.steps.reduce((total, { limitWorkingDays }) => total + Number(limitWorkingDays), 0)
  const promised = Number(promisedLimit.amount)
  if (promisedLimit.unit !== 'working-day' || Number.isNaN(sum) || Number.isNaN(promised)) return null
  return (
    <p role="status" className={sum === promised ? 'muted' : 'field-warning'}>
      {words.stepSum(sum, promised)}
      {sum !== promised && words.stepOff}
    </p>
  )
}
