import { Button, Checkbox, Modal, Radio } from 'antd'
import { useState } from 'react'
import {
  FILE_COLUMNS,
  fileTitle,
  mainColumns,
  type FileColumn,
} from '#capabilities/case/contract/file-columns.ts'
import { LIST_COLUMNS, type ListColumn } from '#capabilities/case/contract/list-columns.ts'
import { FORMATS, type Asking } from '../../lists/take-away.tsx'
import type { Format } from '../../lists/use-taking.ts'
import { listWords } from '../../lists/words.ts'
import { arranged } from './columns.ts'
import { fileUrl, type WorkListSearch } from './search.ts'
import { workListWords } from './words.ts'

const words = workListWords.exporting

interface Props extends Asking {
  search: WorkListSearch
  columns: readonly ListColumn[]
}

/** Which columns the file has: one for each on the screen, and beside it whatever else a column of the screen says. */
export default function ExportDialog({ search, columns, take, close }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<FileColumn>>(() => new Set(mainColumns(columns)))
  const [format, setFormat] = useState<Format>('xlsx')
  const ordered = arranged(columns)
    .flatMap((name): readonly FileColumn[] => FILE_COLUMNS[name])
    .filter((name) => chosen.has(name))
  const toggle = (name: FileColumn) => {
    const next = new Set(chosen)
    if (!next.delete(name)) next.add(name)
    setChosen(next)
  }
  const start = () => {
    close()
    take(fileUrl(search, ordered), format)
  }
  const group = (title: string, names: readonly ListColumn[]) =>
    names.length > 0 && (
      <fieldset className="stack-tight">
        <legend>{title}</legend>
        {names.map((name) => (
          <Facts key={name} of={name} chosen={chosen} toggle={toggle} />
        ))}
      </fieldset>
    )
  return (
    <Modal
      open
      title={words.title}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{words.cancel}</Button>
          <Button type="primary" disabled={ordered.length === 0} onClick={start}>
            {words.take}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p role="status">{words.says(ordered.map(fileTitle))}</p>
        {group(words.shown, columns)}
        {group(
          words.others,
          LIST_COLUMNS.filter((name) => !columns.includes(name)),
        )}
        <fieldset>
          <legend>{words.format}</legend>
          <Radio.Group
            className="print-papers"
            name="export-format"
            value={format}
            options={FORMATS.map((value) => ({ value, label: listWords.formats[value] }))}
            onChange={({ target }) => setFormat(target.value as Format)}
          />
        </fieldset>
      </div>
    </Modal>
  )
}

/** One column of the screen on a line of its own, with each thing it says to be ticked. */
function Facts({
  of,
  chosen,
  toggle,
}: {
  of: ListColumn
  chosen: ReadonlySet<FileColumn>
  toggle: (name: FileColumn) => void
}) {
  return (
    <div className="row">
      {FILE_COLUMNS[of].map((name) => (
        <Checkbox key={name} checked={chosen.has(name)} onChange={() => toggle(name)}>
          {fileTitle(name)}
        </Checkbox>
      ))}
    </div>
  )
}
