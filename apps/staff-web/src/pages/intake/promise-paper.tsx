import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { limitWords } from '#ui/format/limit.ts'
import type { RawValues } from '../../form/raw-values.ts'
import { SignedPaper } from '../../shell/signed-paper.tsx'
import { postalFromForm } from './application.ts'
import './promise-paper.css'
import { intakeWords as words } from './words.ts'

interface Props {
  item: ItemVersion
  commitment: NonNullable<ItemVersion['process']['commitment']>
  values: RawValues
}

/** 告知承诺书, as it is signed at the counter. */
export function PromisePaper({ item, commitment, values }: Props) {
  const { receiver: name } = postalFromForm(item, values)
  return (
    <SignedPaper title={words.promiseTitle} own={words.paperOwn}>
      <p>{words.paperFor(item.name, typeof name === 'string' ? name.trim() : '')}</p>
      <h2>{words.promiseLines}</h2>
      <ol>
        {commitment.promises.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <h2>{words.checkedHow}</h2>
      <p>
        {words.checkedWithin(limitWords(commitment.check.within))}
        {commitment.check.how}
      </p>
      <h2>{words.liability}</h2>
      <ol>
        {commitment.liability.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p>{words.paperBasis(commitment.basis)}</p>
    </SignedPaper>
  )
}
