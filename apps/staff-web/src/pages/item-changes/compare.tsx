import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { ChangeDetail } from '#capabilities/catalogue/contract/change.ts'
import { compareWords as words } from './dialog-words.ts'
import { comparedParts, type Compared } from './compared.ts'
import { useOffering } from './use-offering.ts'
import { partWords } from './words.ts'

/** The draft beside the version in force, field by field, in the words of the fields. */
export function Compare({ detail: { before, body, differences } }: { detail: ChangeDetail }) {
  const offering = useOffering()
  if (before === undefined) return <p>{words.isNew}</p>
  const parts = comparedParts(before as ItemVersion, body as ItemVersion, offering)
  if (parts.length === 0 && differences.length === 0) return <p className="muted">{words.none}</p>
  return (
    <div className="stack">
      {parts.map(({ part, rows }) => (
        <table key={part} className="item-compare">
          <caption>{partWords[part]}</caption>
          <thead>
            <tr>
              <th scope="col">{words.part}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.now}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.at} row={row} />
            ))}
          </tbody>
        </table>
      ))}
      {parts.length === 0 && (
        <ul aria-label={words.more}>
          {differences.map(({ at, text }) => (
            <li key={at + text}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Row({ row: { label, before, now } }: { row: Compared }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-head={words.before}>
        {before === '' ? <span className="muted">{words.nothing}</span> : <del>{before}</del>}
      </td>
      <td data-head={words.now}>
        {now === '' ? <span className="muted">{words.nothing}</span> : <ins>{now}</ins>}
      </td>
    </tr>
  )
}
