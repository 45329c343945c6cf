import { Button } from 'antd'
import { useId, useRef, useState } from 'react'
import type { FileView } from '#capabilities/case/contract.ts'
import { fileSize } from '#ui/format/quantity.ts'
import { failure } from '../server/failure.ts'
import { uploadFile } from '../server/upload.ts'
import './file-input.css'
import { fileWords as words } from './words.ts'

interface Props {
  /** What the files belong to, for screen readers. */
  of: string
  files: readonly FileView[]
  change: (update: (before: readonly FileView[]) => readonly FileView[]) => void
  /** Told +1 and -1 as files set out and arrive. */
  busy: (change: number) => void
}

interface Pending {
  key: number
  file: File
  /** Why it did not arrive; absent while it is on its way. */
  problem?: string
}

const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.webp,.ofd,.doc,.docx,.xls,.xlsx'

/** Takes files one after the other; one that did not arrive can be sent again by itself. */
export function FileInput({ of, files, change, busy }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [pending, setPending] = useState<readonly Pending[]>([])
  const keys = useRef(0)

  async function send(entry: Pending) {
    setPending((before) =>
      before.map((one) => (one.key === entry.key ? { key: one.key, file: one.file } : one)),
    )
    busy(1)
    try {
      const file = await uploadFile(entry.file)
      // The server keeps no file names, because people write names into them; here it tells two papers apart.
      change((before) => [...before, { ...file, name: entry.file.name }])
      setPending((before) => before.filter((one) => one.key !== entry.key))
    } catch (error) {
      const problem = failure(error).sentence
      setPending((before) => before.map((one) => (one.key === entry.key ? { ...one, problem } : one)))
    } finally {
      busy(-1)
    }
  }

  async function take(chosen: readonly File[]) {
    const entries = chosen.map((file) => ({ key: (keys.current += 1), file }))
    setPending((before) => [...before, ...entries])
    for (const entry of entries) await send(entry)
  }

  return (
    <div className="file-input">
      {(files.length > 0 || pending.length > 0) && (
        <ul className="file-list small">
          {files.map((file) => (
            <li key={file.id}>
              <a href={file.url} target="_blank" rel="noreferrer">
                {file.name}
              </a>{' '}
              <span className="muted">{fileSize(file.size)}</span>{' '}
              <Button
                size="small"
                aria-label={words.remove(file.name)}
                onClick={() => change((before) => before.filter((one) => one.id !== file.id))}
              >
                {words.removeShort}
              </Button>
            </li>
          ))}
          {pending.map((entry) => (
            <li key={entry.key}>
              {entry.file.name}{' '}
              {entry.problem === undefined ? (
                <span role="status">{words.sending}</span>
              ) : (
                <>
                  <span role="alert" className="field-error">
                    {entry.problem}
                  </span>{' '}
                  <Button size="small" onClick={() => void send(entry)}>
                    {words.again}
                  </Button>{' '}
                  <Button
                    size="small"
                    aria-label={words.remove(entry.file.name)}
                    onClick={() => setPending((before) => before.filter((one) => one.key !== entry.key))}
                  >
                    {words.removeShort}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        id={id}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        onChange={(event) => {
          void take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button size="small" aria-label={words.addTo(of)} onClick={() => input.current?.click()}>
        {words.add}
      </Button>
    </div>
  )
}
