import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useRef } from 'react'
import { FailureNote } from '../../server/failure-note.tsx'
import { uploadTo } from '../../server/upload.ts'
import { useSend } from '../../server/use-send.ts'
import { importWords as words } from './words.ts'

/** A file to bring in; once it has arrived, its own page shows how far it is read. */
export function Upload() {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const sending = useSend({
    mutationFn: (file: File) => uploadTo<{ id: string }>('/item-imports', file),
    onSuccess: ({ id: run }) => {
      void queries.invalidateQueries({ queryKey: ['item-imports'] })
      void navigate({ to: '/item-imports/$run', params: { run } })
    },
  })
  return (
    <section className="sheet stack-tight no-print">
      <h2>{words.uploadTitle}</h2>
      <p className="small">{words.uploadText}</p>
      <label htmlFor={id}>{words.uploadLabel}</label>
      <div className="row">
        <input
          ref={input}
          id={id}
          type="file"
          accept=".csv,.xlsx,.txt"
          disabled={sending.isPending}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file !== undefined) sending.mutate(file)
            // The same file may be chosen again after it was put right.
            if (input.current !== null) input.current.value = ''
          }}
        />
        {sending.isPending && <span role="status">{words.uploading}</span>}
      </div>
      {sending.isError && <FailureNote error={sending.error} />}
    </section>
  )
}
