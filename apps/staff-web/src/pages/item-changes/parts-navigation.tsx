import { Link } from '@tanstack/react-router'
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

/** The parts of an item, and in which of them something has to be mended. */
export function PartsNavigation({ id, part, draft, findings }: Props) {
  return (
    <nav aria-label={words.parts} className="item-parts">
      {PARTS.map((each) => {
        const blocking = findings.filter(({ at, severity }) => severity === 'block' && partOf(at) === each)
        const wrong = Object.keys(draft.errors).filter((at) => partOf(at) === each)
        const count = Math.max(blocking.length, wrong.length)
        return (
          <Link
            key={each}
            to="/item-changes/$id/edit"
            params={{ id }}
            search={{ part: each }}
            replace
            resetScroll={false}
            aria-current={each === part ? 'page' : undefined}
          >
            {partWords[each]}
            {count > 0 && <span className="tag tag-bad">{words.mending(count)}</span>}
          </Link>
        )
      })}
    </nav>
  )
}
