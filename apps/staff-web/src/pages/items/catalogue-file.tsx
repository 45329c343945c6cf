import { Button } from 'antd'
import type { CatalogueCheck, CheckedRow } from '#capabilities/catalogue/contract/exchange-file-routes.ts'
import { SheetInput } from '../../form/sheet-input.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { saveFile } from '../../server/fetch-file.ts'
import { uploadTo } from '../../server/upload.ts'
import { useSend } from '../../server/use-send.ts'
import './catalogue-file.css'
import { catalogueFileWords as words } from './words.ts'

/** 整份目录: the catalogue in the national headings, and a file from elsewhere beside it. */
export function CatalogueFile() {
  const checking = useSend({
    mutationFn: (file: File) => uploadTo<CatalogueCheck>('/item-catalogue/check', file),
  })
  return (
    <details className="sheet catalogue-file no-print">
      <summary>{words.title}</summary>
      <div className="stack-tight">
        <p className="small">{words.takeText}</p>
        <TakeAway file="/api/v1/item-catalogue/export" />
        <SheetInput
          label={words.label}
          hint={words.text}
          busy={checking.isPending}
          sending={words.checking}
          take={(file) => checking.mutate(file)}
        />
        {checking.isError && <FailureNote error={checking.error} />}
        {checking.data !== undefined && <Checked check={checking.data} />}
      </div>
    </details>
  )
}

function Checked({ check }: { check: CatalogueCheck }) {
  const { counts, rows, more, beside, report } = check
  const save = () =>
    saveFile({
      content: new Blob([report], { type: 'text/csv;charset=utf-8' }),
      name: words.reportFile,
      headers: new Headers(),
    })
  return (
    <div className="stack-tight">
      <div className="row">
        <p role="status">{words.counts(counts)}</p>
        <Button onClick={save}>{words.report}</Button>
      </div>
      {rows.length > 0 && (
        <ul className="catalogue-rows" aria-label={words.rows}>
          {rows.map((row) => (
            <Row key={`${row.sheet} ${row.row}`} row={row} />
          ))}
        </ul>
      )}
      {more && <p className="small muted">{words.more}</p>}
      {beside.length > 0 && (
        <details className="small">
          <summary>{words.beside(beside.length)}</summary>
          <ul>
            {beside.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

const TONES = { 'needs-a-human': 'bad', changed: 'warn', new: 'good', unchanged: 'plain' } as const

function Row({
  row: { sheet, row, name, outcome, outcomeText, doubts, changes, mends },
}: {
  row: CheckedRow
}) {
  return (
    <li>
      <div className="row">
        <span className={`tag tag-${TONES[outcome]}`}>{outcomeText}</span>
        <strong>{name || words.unnamed}</strong>
        <span className="small muted">{words.at(sheet, row)}</span>
      </div>
      {[...doubts, ...changes].length > 0 && (
        <ul className="small">
          {[...doubts, ...changes].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {mends.length > 0 && (
        <details className="small muted">
          <summary>{words.mends(mends.length)}</summary>
          <ul>
            {mends.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
