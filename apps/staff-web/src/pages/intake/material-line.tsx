import type { Material } from '#capabilities/catalogue/contract.ts'
import { FileInput } from '../../form/file-input.tsx'
import type { HeldPapers } from './application.ts'
import { Count } from './count.tsx'
import { intakeWords as words } from './words.ts'

interface Props {
  material: Material
  held: HeldPapers
  change: (update: (before: HeldPapers) => HeldPapers) => void
  busy: (change: number) => void
}

export function MaterialLine({ material, held, change, busy }: Props) {
  return (
    <li className="material-line">
      <div className="stack-tight">
        <p>
          <strong>{material.name}</strong>{' '}
          <span className="tag tag-plain">{words.needs[material.necessity]}</span>
        </p>
        <p className="small muted">{material.acceptStandard}</p>
        {material.when !== undefined && <p className="small">{words.when(material.when)}</p>}
        <p className="small muted">
          {words.asked(material.originals, material.copies)}
          {material.originalCheckedOnly === true && `（${words.originalCheckedOnly}）`}
        </p>
        {material.shared !== undefined && <p className="small">{words.shared(material.shared)}</p>}
      </div>
      {material.fromForm === true ? (
        <p className="small muted">{words.fromForm}</p>
      ) : (
        <div className="stack-tight">
          <div className="row">
            <Count
              label={words.originals}
              of={material.name}
              value={held.originals}
              change={(originals) => change((before) => ({ ...before, originals }))}
            />
            <Count
              label={words.copies}
              of={material.name}
              value={held.copies}
              change={(copies) => change((before) => ({ ...before, copies }))}
            />
          </div>
          <FileInput
            of={material.name}
            files={held.files}
            busy={busy}
            change={(update) => change((before) => ({ ...before, files: update(before.files) }))}
          />
        </div>
      )}
    </li>
  )
}
