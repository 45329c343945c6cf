import { Alert, Button } from 'antd'
import { useSyncExternalStore } from 'react'
import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import { moment } from '#ui/format/day.ts'
import { forget, keptBelow, keptVersion, onKept } from '../../session/kept/store.ts'
import { keptWords as words } from '../../session/words.ts'
import { keptMatter, keptPath } from './acts/kept-matter.ts'

interface Props {
  detail: CaseDetail
  choose: (act: AllowedAct) => void
}

/** Acts of this case that somebody began to write and did not send: a closed dialog, a reload or a crash loses none of it. */
export function Unsent({ detail: { summary, allowed }, choose }: Props) {
  useSyncExternalStore(onKept, keptVersion)
  const kept = new Map(keptBelow(keptPath(summary.no)).map(({ matter, at }) => [matter, at]))
  const begun = allowed.flatMap((act) => {
    const name = keptMatter(act.act)
    const at = kept.get(name)
    // The two endings of the checklist are kept as one.
    kept.delete(name)
    return at === undefined ? [] : [{ act, name, at }]
  })
  return begun.map(({ act, name, at }) => (
    <Alert
      key={name}
      type="warning"
      role="note"
      className="no-print"
      title={words.unsent(act.title, moment(new Date(at).toISOString()))}
      action={
        <span className="row">
          <Button type="primary" onClick={() => choose(act)}>
            {words.goOn}
          </Button>
          <Button onClick={() => forget(keptPath(summary.no) + name)}>{words.drop}</Button>
        </span>
      }
    />
  ))
}
