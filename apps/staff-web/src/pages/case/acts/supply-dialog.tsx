import { useState } from 'react'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { ErrorSummary } from '../../../form/error-summary.tsx'
import { FileInput } from '../../../form/file-input.tsx'
import { SchemaFields } from '../../../form/schema-fields.tsx'
import { useKept } from '../../../session/kept/use-kept.ts'
import { NO_PAPERS, type HeldPapers } from '../../intake/application.ts'
import { Count } from '../../intake/count.tsx'
import { intakeWords } from '../../intake/words.ts'
import { ActFrame } from './act-frame.tsx'
import type { ActProps } from './act.tsx'
import './checklist.css'
import { useFields } from './use-fields.ts'
import { actWords as words } from './words.ts'

/** Papers brought to the counter in answer to a notice: each line of it has to be met, and what the act asks beside them. */
export function SupplyDialog({ detail, act, close, done }: ActProps) {
  const [lines] = useState(() => byPaper(act.papers ?? detail.supplement?.lines ?? []))
  const stamp = lines.map(({ material }) => material).join(' ')
  const [papers, setPapers] = useKept<Readonly<Record<string, HeldPapers>>>('papers', stamp, () => ({}))
  const [uploading, setUploading] = useState(0)
  const [times, setTimes] = useState(0)
  const [fields] = useState(() => act.fields ?? [])
  const asked = useFields(act.title, fields)
  const held = (material: string) => papers[material] ?? NO_PAPERS
  const empty = lines.filter(({ material, mended }) => !mended && isEmpty(held(material)))
  // Where any of several will do, the first of them says so once.
  const anyWillDo = lines.every(({ optional }) => optional)
  const lacking = anyWillDo ? (empty.length === lines.length ? lines.slice(0, 1) : []) : empty
  const missing = lacking.map(({ material, name }) => ({
    target: `supply-${material}`,
    message: anyWillDo ? words.supplyNothing : words.supplyMissing(name),
  }))
  const problems = [...missing, ...asked.problems]

  function change(material: string, update: (before: HeldPapers) => HeldPapers) {
    setPapers((before) => ({ ...before, [material]: update(before[material] ?? NO_PAPERS) }))
  }

  function ready() {
    setTimes(times + 1)
    const answers = asked.read()
    if (missing.length > 0 || answers === undefined) return undefined
    const given = lines.filter(({ material }) => !isEmpty(held(material)))
    const materials = given.map(({ material }) => {
      const { originals, copies, files } = held(material)
      return { material, files: files.map((file) => file.id), paperOriginals: originals, paperCopies: copies }
    })
    return { act: act.act, input: { ...answers, materials } }
  }

  return (
    <ActFrame
      wide
      detail={detail}
      help={act.help ?? words.supplyText}
      act={act}
      blocked={uploading > 0}
      ready={ready}
      close={close}
      done={done}
    >
      {times > 0 && <ErrorSummary problems={problems} times={times} />}
      <ul className="judged">
        {lines.map(({ material, name, points, mended }) => (
          <li key={material} className="judged-row" id={`supply-${material}-field`}>
            <div className="stack-tight">
              <strong>{name}</strong>
              {points.map(({ problem, remedy, still }, at) => (
                <div key={at}>
                  <p className="small">{problem}</p>
                  <p className="small muted">{remedy}</p>
                  {still !== undefined && <p className="small">{words.stillMissing(still)}</p>}
                </div>
              ))}
              {mended && <p className="small">{words.formMended}</p>}
            </div>
            <div className="stack-tight">
              <div className="row">
                <Count
                  label={intakeWords.originals}
                  of={name}
                  value={held(material).originals}
                  change={(originals) => change(material, (before) => ({ ...before, originals }))}
                />
                <Count
                  label={intakeWords.copies}
                  of={name}
                  value={held(material).copies}
                  change={(copies) => change(material, (before) => ({ ...before, copies }))}
                />
              </div>
              <FileInput
                of={name}
                files={held(material).files}
                busy={(step) => setUploading((before) => before + step)}
                change={(update) =>
                  change(material, (before) => ({ ...before, files: update(before.files) }))
                }
              />
            </div>
          </li>
        ))}
      </ul>
      {fields.length > 0 && <SchemaFields {...asked.drawn} />}
    </ActFrame>
  )
}

function isEmpty({ originals, copies, files }: HeldPapers): boolean {
  return originals + copies + files.length === 0
}

type Asked = NonNullable<AllowedAct['papers']>[number] & {
  /** What the paper handed in after an earlier notice still lacks. */
  still?: string
  /** The form itself, put right since the notice: nothing has to be brought for it. */
  mended?: boolean
}

/** Two remarks on one paper are met by one. */
function byPaper(lines: readonly Asked[]) {
  const papers = new Map<
    string,
    { material: string; name: string; optional: boolean; mended: boolean; points: Asked[] }
  >()
  for (const line of lines) {
    const { material, name, optional = false, mended = false } = line
    const paper = papers.get(material) ?? { material, name, optional, mended, points: [] }
    paper.points.push(line)
    papers.set(material, paper)
  }
  return [...papers.values()]
}
