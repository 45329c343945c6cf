import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { QualityFinding } from '#capabilities/catalogue/contract/gate-routes.ts'
import { partOf } from './fields.ts'
import { PARTS, type Part } from './search.ts'
import type { Draft } from './use-draft.ts'
import { editorWords as words, partWords } from './words.ts'

interface Props {
  id: string
  part: Part
  draft: Draft
  findings: readonly QualityFinding[]
}

/** The parts of an item, and in which of them something has to be mended; folded behind the one at hand on a phone. */
export function PartsNavigation({ id, part, draft, findings }: Props) {
  const [openAt, setOpenAt] = useState<Part>()
  // Open in the part where it was opened: going to another one folds it again.
  const open = openAt === part
  const mending = (each: Part): number => {
    const blocking = findings.filter(({ at, severity }) => severity === 'block' && partOf(at) === each)
    const wrong = Object.keys(draft.errors).filter((at) => partOf(at) === each)
    return Math.max(blocking.length, wrong.length)
  }
  const all = PARTS.reduce((sum, each) => sum + mending(each), 0)
  return (
    <nav aria-label={words.parts} className="item-parts" data-open={open}>
      <Button
        className="item-parts-fold"
        aria-expanded={open}
        aria-controls="item-parts"
        onClick={() => setOpenAt(open ? undefined : part)}
      >
        <span>{words.partAt(partWords[part], PARTS.indexOf(part) + 1, PARTS.length)}</span>
        {all > 0 && <span className="tag tag-bad">{words.mending(all)}</span>}
        <span aria-hidden="true">{open ? '▴' : '▾'}</span>
      </Button>
      <div id="item-parts" className="item-parts-list">
        {PARTS.map((each) => (
          <Link
            key={each}
            to="/item-changes/$id/edit"
            params={{ id }}
            search={{ part: each }}
            replace
            resetScroll={false}
            aria-current={each === part ? 'page' : undefined}
            onClick={() => setOpenAt(undefined)}
          >
            {partWords[each]}
            {mending(each) > 0 && <span className="tag tag-bad">{words.mending(mending(each))}</span>}
          </Link>
        ))}
      </div>
    </nav>
  )
}
