import { Button } from 'antd'
import type { QualityFinding } from '#capabilities/catalogue/contract/gate-routes.ts'
import { Finding } from './quality.tsx'
import type { Draft } from './use-draft.ts'
import { editorWords as words } from './words.ts'

/** What was found, with the way to mend it that follows from the item itself. */
export function Findings({ findings, draft }: { findings: readonly QualityFinding[]; draft: Draft }) {
  if (findings.length === 0) return null
  return (
    <ul className="item-findings">
      {findings.map((finding) => (
        <li key={`${finding.check} ${finding.at} ${finding.what}`} className="stack-tight">
          <Finding finding={finding} />
          {finding.mend && (
            <Button size="small" onClick={() => draft.put(finding.mend!.at, finding.mend!.value)}>
              {words.mend}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
