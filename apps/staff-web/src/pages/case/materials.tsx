import { useState } from 'react'
import type { FileView, MaterialView } from '#capabilities/case/contract.ts'
import { FileViewer } from './file-viewer.tsx'
import { inline } from '../../server/inline.ts'
import { caseWords as words, needWords, verdictWords } from './words.ts'

const VERDICT_TONE: Record<MaterialView['verdict'], string> = {
  unchecked: 'tag-plain',
  ok: 'tag-good',
  missing: 'tag-bad',
  defective: 'tag-bad',
  'not-applicable': 'tag-plain',
}

/** The checklist, with the papers beside it. */
export function Materials({ materials }: { materials: readonly MaterialView[] }) {
  const [shown, setShown] = useState<FileView | undefined>(
    () => materials.flatMap((material) => material.files)[0],
  )
  return (
    <div className="materials">
      <ul className="material-list">
        {materials.map((material) => (
          <li key={material.id} className="stack-tight">
            <p>
              <strong>{material.name}</strong>{' '}
              <span className="tag tag-plain">{needWords[material.necessity]}</span>{' '}
              <span className={`tag ${VERDICT_TONE[material.verdict]}`}>
                {verdictWords[material.verdict]}
              </span>
            </p>
            <p className="small muted">{material.requirement}</p>
            {material.when !== undefined && <p className="small muted">{material.when}</p>}
            {material.note !== undefined && <p>{material.note}</p>}
            <HandedIn material={material} shown={shown} show={setShown} />
          </li>
        ))}
      </ul>
      <FileViewer file={shown} />
    </div>
  )
}

/** What lies on the counter for one material, and its files. */
export function HandedIn({
  material,
  shown,
  show,
}: {
  material: MaterialView
  shown?: FileView | undefined
  show?: (file: FileView) => void
}) {
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
