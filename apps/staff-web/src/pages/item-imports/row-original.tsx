import type { ImportRowDetail } from '#capabilities/catalogue/contract/item-import-routes.ts'
import { importWords as words } from './words.ts'

/** The row as the file has it, cell by cell, whatever it was read as and whoever has mended it since. */
export function RowOriginal({ row: { fields } }: { row: ImportRowDetail }) {
  const said = fields.filter(({ original }) => original !== '')
  if (said.length === 0) return null
  return (
    <details>
      <summary>{words.originalRow(said.length)}</summary>
      <dl className="import-original">
        {said.map(({ field, title, original }) => (
          <div key={field}>
            <dt>{title}</dt>
            <dd className="import-text">{original}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
