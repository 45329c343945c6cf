import { Button } from 'antd'
import { useRef, useState, type CSSProperties, type ReactNode, type RefObject } from 'react'
import type { FileView } from '#capabilities/case/contract.ts'
import { fileSize } from '#ui/format/quantity.ts'
import { inline } from '../../server/inline.ts'
import './viewer/viewer.css'
import { printFile } from './viewer/print-file.ts'
import { useViewerKeys } from './viewer/use-viewer-keys.ts'
import { viewerWords as words } from './viewer/words.ts'

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp'])
const PDF = 'application/pdf'

interface Props {
  file: FileView | undefined
  /** All files one may leaf through, this one among them. */
  files?: readonly FileView[]
  show?: ((file: FileView) => void) | undefined
  /** What stands here instead of a file. */
  empty?: ReactNode
}

/** Pictures and PDFs are shown beside the checklist; everything else opens in the reader's own program. */
export function FileViewer({ file, files = [], show, empty = words.empty }: Props) {
  const box = useRef<HTMLElement>(null)
  const at = files.findIndex(({ id }) => id === file?.id)
  const leaf = (step: 1 | -1) => {
    const next = files[at + step]
    if (next !== undefined) show?.(next)
  }
  useViewerKeys(box, [
    { key: '.', means: words.next, run: () => leaf(1) },
    { key: ',', means: words.previous, run: () => leaf(-1) },
  ])
  return (
    <section ref={box} className="viewer" aria-label={words.title}>
      {file === undefined ? (
        <div className={typeof empty === 'string' ? 'muted' : undefined}>{empty}</div>
      ) : (
        <>
          <div className="viewer-head small">
            <a href={inline(file.url)} target="_blank" rel="noreferrer">
              {words.open(file.name)}
            </a>
            <span className="muted">{fileSize(file.size)}</span>
            {isShown(file) && (
              <Button size="small" onClick={() => printFile(inline(file.url))}>
                {words.print}
              </Button>
            )}
            {show !== undefined && files.length > 1 && at >= 0 && (
              <span className="viewer-leaf">
                <Button size="small" aria-label={words.previous} disabled={at === 0} onClick={() => leaf(-1)}>
                  ‹
                </Button>
                <span role="status">{words.place(at + 1, files.length)}</span>
                <Button
                  size="small"
                  aria-label={words.next}
                  disabled={at === files.length - 1}
                  onClick={() => leaf(1)}
                >
                  ›
                </Button>
              </span>
            )}
          </div>
          {PICTURES.has(file.mediaType) && <Picture key={file.id} file={file} box={box} />}
          {file.mediaType === PDF && <iframe src={inline(file.url)} title={file.name} />}
          {!isShown(file) && <p className="muted">{words.notShown}</p>}
        </>
      )}
    </section>
  )
}

function isShown({ mediaType }: FileView): boolean {
  return PICTURES.has(mediaType) || mediaType === PDF
}

/** The whole picture first; a photo taken sideways is turned, small print is enlarged. A PDF brings its own tools. */
function Picture({ file, box }: { file: FileView; box: RefObject<HTMLElement | null> }) {
  const [step, setStep] = useState(0)
  const [turned, setTurned] = useState(0)
  const zoom = (by: 1 | -1) => setStep((before) => Math.min(Math.max(before + by, 0), ENLARGED.length - 1))
  const turn = () => setTurned((before) => (before + 1) % 4)
  useViewerKeys(box, [
    { key: '=', means: words.larger, run: () => zoom(1) },
    // The same key with Shift, and the one of the number pad.
    { key: '+', means: '', run: () => zoom(1) },
    { key: '-', means: words.smaller, run: () => zoom(-1) },
    { key: '0', means: words.whole, run: () => setStep(0) },
    { key: 'r', means: words.turn, run: turn },
  ])
  return (
    <>
      <div className="viewer-tools" role="group" aria-label={words.tools}>
        <Button size="small" disabled={step === 0} onClick={() => zoom(-1)}>
          {words.smaller}
        </Button>
        <Button size="small" disabled={step === ENLARGED.length - 1} onClick={() => zoom(1)}>
          {words.larger}
        </Button>
        <Button size="small" disabled={step === 0} onClick={() => setStep(0)}>
          {words.whole}
        </Button>
        <Button size="small" onClick={turn}>
          {words.turn}
        </Button>
        <span className="visually-hidden" role="status">
          {words.standing(ENLARGED[step]!, turned * 90)}
        </span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
      <div className="viewer-stage" tabIndex={0} role="region" aria-label={words.picture}>
        <div className="viewer-room" style={{ '--zoom': ENLARGED[step] } as CSSProperties}>
          <img src={inline(file.url)} alt={file.name} data-turned={turned} />
        </div>
      </div>
    </>
  )
}

const ENLARGED = [1, 1.5, 2, 3, 4] as const
