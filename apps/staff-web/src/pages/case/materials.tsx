import { useState } from 'react'
import type { FileView, MaterialView } from '#capabilities/case/contract.ts'
import { FileViewer } from './file-viewer.tsx'
import { isHeld } from './acts/checklist.ts'
import { HandedIn } from './handed-in.tsx'
import { caseWords as words, needWords, verdictTones, verdictWords } from './words.ts'

/** The checklist, with the papers beside it; what this applicant need not hand in is folded away. */
export function Materials({ materials }: { materials: readonly MaterialView[] }) {
  const files = materials.flatMap((material) => material.files)
  const [shown, setShown] = useState<FileView | undefined>(files[0])
  const [spared, wanted] = [materials.filter(isSpared), materials.filter((each) => !isSpared(each))]
  const absent = wanted.filter((material) => !isHeld(material))
  const lines = (listed: readonly MaterialView[]) => (
    <ul className="material-list">
      {listed.map((material) => (
        <Line key={material.id} material={material} shown={shown} show={setShown} />
      ))}
    </ul>
  )
  return (
    <div className={files.length === 0 ? 'stack-tight' : 'materials'}>
      <div className="stack-tight">
        {absent.length > 0 && <p>{words.absent(absent.map(({ name }) => name))}</p>}
        {files.length === 0 && <p className="muted">{words.onlyPaper}</p>}
        {lines(wanted)}
        {spared.length > 0 && (
          <details>
            <summary>{words.spared(spared.length)}</summary>
            {lines(spared)}
          </details>
        )}
      </div>
      {files.length > 0 && <FileViewer file={shown} files={files} show={setShown} />}
    </div>
  )
}

/** Found not to be needed, or not asked for by what the form says, and nothing came in for it. */
function isSpared({ verdict, applies, paperOriginals, paperCopies, files }: MaterialView): boolean {
  if (paperOriginals + paperCopies + files.length > 0) return false
  return verdict === 'not-applicable' || (verdict === 'unchecked' && applies === false)
}

interface LineProps {
  material: MaterialView
  shown: FileView | undefined
  show: (file: FileView) => void
}

function Line({ material, shown, show }: LineProps) {
  const { name, necessity, verdict, requirement, when, note } = material
  return (
    <li className="stack-tight">
      <p>
        <strong>{name}</strong> <span className="tag tag-plain">{needWords[necessity]}</span>{' '}
        <span className={`tag ${verdictTones[verdict]}`}>{verdictWords[verdict]}</span>
      </p>
      <p className="small muted">{requirement}</p>
      {when !== undefined && <p className="small muted">{when}</p>}
      {note !== undefined && <p>{note}</p>}
      <HandedIn material={material} shown={shown} show={show} />
    </li>
  )
}
