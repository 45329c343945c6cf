import type { FileView, MaterialView } from '#capabilities/case/contract.ts'
import { inline } from '../../server/inline.ts'
import { caseWords as words } from './words.ts'

interface Props {
  material: MaterialView
  shown?: FileView | undefined
  /** Opens a file beside; without it a file opens in a window of its own. */
  show?: (file: FileView) => void
}

/** What lies on the counter for one material, and its files. */
export function HandedIn({ material, shown, show }: Props) {
  const paper = words.paperCount(material)
  if (material.fromForm) return <p className="small">{words.fromForm}</p>
  if (paper === '' && material.files.length === 0) return <p className="small">{words.notHandedIn}</p>
  return (
    <div className="small row">
      {paper !== '' && <span>{paper}</span>}
      {material.files.map((file) =>
        show === undefined ? (
          <a key={file.id} href={inline(file.url)} target="_blank" rel="noreferrer">
            {file.name}
          </a>
        ) : (
          <button
            key={file.id}
            type="button"
            className="link"
            aria-pressed={shown?.id === file.id}
            onClick={() => show(file)}
          >
            {file.name}
          </button>
        ),
      )}
    </div>
  )
}
