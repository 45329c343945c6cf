import { Button, Checkbox } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import { PRINT_CASES_MAX } from '#capabilities/case/contract/print.ts'
import { useClaims } from './use-claims.ts'
import type { Picked } from './use-picked.ts'
import { workListWords as words } from './words.ts'

const GiveDialog = lazy(() => import('./give-dialog.tsx'))
const PrintDialog = lazy(() => import('./print-dialog.tsx'))

interface Props {
  shown: readonly CaseSummary[]
  picked: Picked
  /** A director says who does it; whoever holds it hands it on; what is over is given to nobody. */
  gives?: 'assign' | 'hand-over'
}

/** What can be done with several cases at once: who works on them, and their papers printed. Never what becomes of them. */
export function BulkBar({ shown, picked, gives }: Props) {
  const [open, setOpen] = useState<'give' | 'print'>()
  const claim = useClaims()
  const { cases } = picked
  const claimable = cases.filter((one) => one.claimable === true)
  const all = cases.length === shown.length
  const tooMany = cases.length > PRINT_CASES_MAX
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
          {gives && <Button onClick={() => setOpen('give')}>{words.bulk.give[gives]}</Button>}
          <Button disabled={tooMany} onClick={() => setOpen('print')}>
            {tooMany ? words.printing.tooMany(PRINT_CASES_MAX) : words.printing.offer(cases.length)}
          </Button>
          <Button onClick={() => picked.choose([])}>{words.bulk.none}</Button>
        </>
      )}
      {open === 'print' && (
        <Suspense>
          <PrintDialog picked={cases} close={() => setOpen(undefined)} />
        </Suspense>
      )}
      {open === 'give' && gives && (
        <Suspense>
          <GiveDialog
            picked={cases}
            act={gives}
            close={(given) => {
              setOpen(undefined)
              if (given) picked.choose([])
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
