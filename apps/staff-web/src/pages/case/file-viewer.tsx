import type { FileView } from '#capabilities/case/contract.ts'
import { fileSize } from '#ui/format/quantity.ts'
import { caseWords as words } from './words.ts'

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** Pictures are shown beside the checklist; everything else opens in the reader's own program. */
export function FileViewer({ file }: { file: FileView | undefined }) {
  return (
    <section className="viewer" aria-label={words.viewer}>
      {file === undefined ? (
        <p className="muted">{words.viewerEmpty}</p>
      ) : (
        <>
          <p className="small">
            <a href={file.url} target="_blank" rel="noreferrer">
              {words.viewerOpen(file.name)}
            </a>{' '}
            <span className="muted">{fileSize(file.size)}</span>
          </p>
          {PICTURES.has(file.mediaType) ? (
            <img src={file.url} alt={file.name} />
          ) : (
            <p className="muted">{words.viewerNotShown}</p>
          )}
        </>
      )}
    </section>
  )
}
