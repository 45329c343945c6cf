import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { SheetInput } from '../../form/sheet-input.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { uploadTo } from '../../server/upload.ts'
import { useSend } from '../../server/use-send.ts'
import { importWords as words } from './words.ts'

/** A file to bring in; once it has arrived, its own page shows how far it is read. */
export function Upload() {
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
      <SheetInput
        label={words.uploadLabel}
        busy={sending.isPending}
        sending={words.uploading}
        take={(file) => sending.mutate(file)}
      />
      {sending.isError && <FailureNote error={sending.error} />}
    </section>
  )
}
