import { Button, Checkbox } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import { useClaims } from './use-claims.ts'
import type { Picked } from './use-picked.ts'
import { workListWords as words } from './words.ts'

const GiveDialog = lazy(() => import('./give-dialog.tsx'))

interface Props {
  shown: readonly CaseSummary[]
  picked: Picked
  /** A director says who does it; whoever holds it hands it on. */
  gives: 'assign' | 'hand-over'
}

/** What can be done with several cases at once: who works on them. Never what becomes of them. */
export function BulkBar({ shown, picked, gives }: Props) {
  const [giving, setGiving] = useState(false)
  const claim = useClaims()
  const { cases } = picked
  const claimable = cases.filter((one) => one.claimable === true)
  const all = cases.length === shown.length
  return (
    <div className="row bulk no-print">
      <Checkbox
        checked={cases.length > 0 && all}
        indeterminate={cases.length > 0 && !all}
        onChange={() => picked.choose(all ? [] : shown.map(({ no }) => no))}
      >
        {words.bulk.all(shown.length)}
      </Checkbox>
      <span role="status" className={cases.length === 0 ? 'visually-hidden' : ''}>
        {cases.length === 0 ? '' : words.bulk.picked(cases.length)}
      </span>
      {cases.length > 0 && (
        <>
          {claimable.length > 0 && (
            <Button loading={claim.isPending} onClick={() => claim.mutate(claimable)}>
              {words.bulk.claim(claimable.length)}
            </Button>
          )}
          <Button onClick={() => setGiving(true)}>{words.bulk.give[gives]}</Button>
          <Button onClick={() => picked.choose([])}>{words.bulk.none}</Button>
        </>
      )}
      {giving && (
        <Suspense>
          <GiveDialog
            picked={cases}
            act={gives}
            close={(given) => {
              setGiving(false)
              if (given) picked.choose([])
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
