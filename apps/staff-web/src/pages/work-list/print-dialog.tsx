import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import { PRINT_GROUP_TITLES, PRINT_GROUPS, type PrintGroup } from '#capabilities/case/contract/print.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { inline } from '../../server/inline.ts'
import { printFile } from '../case/viewer/print-file.ts'
import { usePrint, type Made } from './use-print.ts'
import { workListWords } from './words.ts'

const words = workListWords.printing
const USUAL: readonly PrintGroup[] = ['receipt', 'acceptance']

/** Which papers of the chosen cases, made into one PDF; then the way to the printer. */
export default function PrintDialog({
  picked,
  close,
}: {
  picked: readonly CaseSummary[]
  close: () => void
}) {
  // The list behind is read again while the dialog is open; what was picked stays what it was.
  const [numbers] = useState(() => picked.map(({ no }) => no))
  const [papers, setPapers] = useState<readonly PrintGroup[]>(USUAL)
  const [duplex, setDuplex] = useState(false)
  const { mutate: make, data: made, isPending, error } = usePrint()
  const wanted = { numbers, papers, duplex }
  return (
    <Modal
      open
      title={words.title(numbers.length)}
      onCancel={close}
      footer={
        made === undefined ? (
          <>
            <Button onClick={close}>{isPending ? words.stop : workListWords.bulk.cancel}</Button>
            <Button
              type="primary"
              loading={isPending}
              disabled={papers.length === 0}
              onClick={() => make(wanted)}
            >
              {words.make}
            </Button>
          </>
        ) : (
          <Button onClick={close}>{words.done}</Button>
        )
      }
    >
      {made === undefined ? (
        <div className="stack">
          {error !== null && <FailureNote error={error} />}
          <fieldset className="stack-tight">
            <legend>{words.which}</legend>
            <Checkbox.Group
              className="print-papers"
              value={[...papers]}
              disabled={isPending}
              options={PRINT_GROUPS.map((value) => ({ value, label: PRINT_GROUP_TITLES[value] }))}
              onChange={setPapers}
            />
          </fieldset>
          <Checkbox
            checked={duplex}
            disabled={isPending}
            onChange={({ target }) => setDuplex(target.checked)}
          >
            {words.duplex}
          </Checkbox>
          <p className="small muted">{words.text}</p>
          <p role="status">{isPending && words.making}</p>
        </div>
      ) : (
        <Ready made={made} />
      )}
    </Modal>
  )
}

function Ready({ made }: { made: Made }) {
  return (
    <div className="stack">
      <div role="status" className="stack-tight">
        <p>{words.ready(made.papers, made.pages)}</p>
        {made.left > 0 && <p>{words.left(made.left)}</p>}
      </div>
      <div className="row">
        {/* The button that made it is gone: the next press prints. */}
        <Button autoFocus type="primary" onClick={() => printFile(inline(made.url))}>
          {words.print}
        </Button>
        <Button href={inline(made.url)} target="_blank" rel="noreferrer">
          {words.open}
        </Button>
        <Button href={made.url} download>
          {words.save}
        </Button>
      </div>
    </div>
  )
}
