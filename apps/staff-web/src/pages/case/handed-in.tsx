import type { FileView, MaterialView } from '#capabilities/case/contract.ts'
import { longDay } from '#ui/format/day.ts'
import { inline } from '../../server/inline.ts'
import { caseWords as words } from './words.ts'

interface Props {
  material: MaterialView
  shown?: FileView | undefined
  /** Opens a file beside; without it a file opens in a window of its own. */
  show?: ((file: FileView) => void) | undefined
}

/** What lies on the counter for one material, and its files. */
export function HandedIn({ material, shown, show }: Props) {
  const paper = words.paperCount(material)
  const none = paper === '' && material.files.length === 0
  if (material.fromForm && none) return <p className="small">{words.fromForm}</p>
  if (none) return <p className="small">{words.notHandedIn}</p>
  const files = (listed: readonly FileView[]) =>
    listed.map((file) => (
      <span key={file.id}>
        <OneFile file={file} shown={shown} show={show} />
        {material.fresh?.includes(file.id) && (
          <>
            {' '}
            <span className="tag tag-blue">{words.fresh}</span>
          </>
        )}
      </span>
    ))
  return (
    <>
      {material.fromForm && <p className="small">{words.fromForm}</p>}
      <div className="small row">
        {paper !== '' && <span>{paper}</span>}
        {files(material.files)}
      </div>
      {(material.earlier ?? []).map((version, at) => (
        <details key={at} className="small">
          <summary>{words.earlierVersion(longDay(version.on))}</summary>
          <div className="row">
            {words.paperCount(version) !== '' && <span>{words.paperCount(version)}</span>}
            {files(version.files)}
          </div>
        </details>
      ))}
    </>
  )
}

function OneFile({ file, shown, show }: Pick<Props, 'shown' | 'show'> & { file: FileView }) {
  return show === undefined ? (
    <a href={inline(file.url)} target="_blank" rel="noreferrer">
      {file.name}
    </a>
  ) : (
    <button type="button" className="link" aria-pressed={shown?.id === file.id} onClick={() => show(file)}>
      {file.name}
    </button>
  )
}
