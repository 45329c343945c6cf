import { createPortal } from 'react-dom'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { limitWords } from '#ui/format/limit.ts'
import type { RawValues } from '../../form/raw-values.ts'
import { postalFromForm } from './application.ts'
import './promise-paper.css'
import { intakeWords as words } from './words.ts'

const PRINTING = 'print-promise'

interface Props {
  item: ItemVersion
  commitment: NonNullable<ItemVersion['process']['commitment']>
  values: RawValues
}

/** The sheet that is signed at the counter: on paper alone, never on the screen. */
export function PromisePaper({ item, commitment, values }: Props) {
  const { receiver: name } = postalFromForm(item, values)
  return createPortal(
    <div className="promise-paper" aria-hidden="true">
      <h1>{words.promiseTitle}</h1>
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
      <p className="promise-own">{words.paperOwn}</p>
      <p className="promise-sign">
        <span>{words.paperSign}</span>
        <span>{words.paperDay}</span>
      </p>
    </div>,
    document.body,
  )
}

/** Prints the promise instead of the page around it. */
export function printPromise(): void {
  const { classList } = document.documentElement
  classList.add(PRINTING)
  window.addEventListener('afterprint', () => classList.remove(PRINTING), { once: true })
  window.print()
}
