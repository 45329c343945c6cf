import { Button } from 'antd'
import { useState } from 'react'
import type { ItemVersion, Material } from '#capabilities/catalogue/contract.ts'
import { allHandedIn, NO_PAPERS, papersOf, type Application } from './application.ts'
import { MaterialLine } from './material-line.tsx'
import { useAtWindow } from './use-at-window.ts'
import { intakeWords as words } from './words.ts'

interface Props {
  item: ItemVersion
  application: Application
  change: (update: (before: Application) => Application) => void
  busy: (change: number) => void
}

/** The papers these answers call for; what is not asked, and why, is said in a line. */
export function AskedPapers({ item, application, change, busy }: Props) {
  const { asked, open, spared, replaced } = papersOf(item, application)
  const atWindow = useAtWindow()
  const [told, setTold] = useState('')
  const all = () => {
    const given = allHandedIn(asked)
    setTold(words.allGiven(Object.keys(given).length))
    change((before) => {
      const papers = Object.entries(given).map(([id, sheets]) => [
        id,
        { ...(before.papers[id] ?? NO_PAPERS), ...sheets },
      ])
      return { ...before, papers: { ...before.papers, ...Object.fromEntries(papers) } }
    })
  }
  return (
    <section className="sheet stack" aria-label={words.materials}>
      <h2>{words.materials}</h2>
      <p className="hint">{atWindow ? words.materialsHint : words.materialsHintAway}</p>
      {Object.keys(allHandedIn(asked)).length > 1 && (
        <div className="row">
          <Button onClick={all}>{words.allHere}</Button>
          <span role="status" className="small muted">
            {told}
          </span>
        </div>
      )}
      <ul className="material-lines">
        {asked.map((material) => (
          <MaterialLine
            key={material.id}
            material={material}
            busy={busy}
            held={application.papers[material.id] ?? NO_PAPERS}
            change={(update) =>
              change((before) => ({
                ...before,
                papers: {
                  ...before.papers,
                  [material.id]: update(before.papers[material.id] ?? NO_PAPERS),
                },
              }))
            }
          />
        ))}
      </ul>
      <div role="status" className="stack-tight small">
        <NotAsked materials={open} says={words.openPapers} />
        <NotAsked materials={spared} says={words.sparedPapers} />
        <NotAsked materials={replaced} says={words.replacedPapers} />
      </div>
    </section>
  )
}

function NotAsked({ materials, says }: { materials: readonly Material[]; says: (names: string) => string }) {
  if (materials.length === 0) return null
  return <p>{says(materials.map(({ name }) => `“${name}”`).join(''))}</p>
}
