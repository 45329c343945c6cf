import type { FileView } from '#capabilities/case/contract.ts'
import { fileSize } from '#ui/format/quantity.ts'
import { inline } from '../../server/inline.ts'
import { caseWords as words } from './words.ts'

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** Pictures and PDFs are shown beside the checklist; everything else opens in the reader's own program. */
export function FileViewer({
  file,
  empty = words.viewerEmpty,
}: {
  file: FileView | undefined
  empty?: string
}) {
  return (
    <section className="viewer" aria-label={words.viewer}>
      {file === undefined ? (
        <p className="muted">{empty}</p>
      ) : (
        <>
          <p className="small">
            <a href={inline(file.url)} target="_blank" rel="noreferrer">
              {words.viewerOpen(file.name)}
            </a>{' '}
            <span className="muted">{fileSize(file.size)}</span>
          </p>
          <Shown file={file} />
        </>
      )}
    </section>
  )
}

function Shown({ file }: { file: FileView }) {
  if (PICTURES.has(file.mediaType)) return <img src={inline(file.url)} alt={file.name} />
  if (file.mediaType === 'application/pdf') return <iframe src={inline(file.url)} title={file.name} />
  return <p className="muted">{words.viewerNotShown}</p>
}
