import { Button, Input, Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ReplyOf } from '#platform/http/contract.ts'
import type { paymentRoutes } from '#capabilities/agency/contract/payment-routes.ts'
import { ErrorSummary, type FieldProblem } from '../../form/error-summary.tsx'
import { Labelled } from '../../form/labelled.tsx'
import { payments } from '../../server/clients.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { useSend } from '../../server/use-send.ts'
import { Sheet } from '../matter/matter-page.tsx'
import { Bill } from './bill.tsx'
import { Taken } from './taken.tsx'
import { utilityWords as words } from './words.ts'

export type Utility = keyof typeof words.utilities
export type Owed = ReplyOf<typeof paymentRoutes.utilityOwed>

const UTILITIES = Object.entries(words.utilities).map(([value, label]) => ({ value, label }))

/** Ask what is owed, take the money, see that it arrived; the account number is forgotten with the round. */
export function Counter({ next }: { next: () => void }) {
  const [utility, setUtility] = useState<Utility>()
  const [account, setAccount] = useState('')
  const [problems, setProblems] = useState<{ times: number; found: readonly FieldProblem[] }>({
    times: 0,
    found: [],
  })
  const [paying, setPaying] = useState<string>()
  const looking = useSend({
    mutationFn: (body: { utility: Utility; account: string }) => payments.utilityOwed({ body }),
  })
  const bill = useRef<HTMLHeadingElement>(null)
  const found = looking.data
  useEffect(() => bill.current?.focus(), [found])

  function look() {
    const wrong = [
      ...(utility === undefined ? [{ target: 'utility-kind', message: words.utilityMissing }] : []),
      ...(/^\d{4,20}$/.test(account) ? [] : [{ target: 'utility-account', message: words.accountWrong }]),
    ]
    setProblems(({ times }) => ({ times: times + 1, found: wrong }))
    if (utility !== undefined && wrong.length === 0) looking.mutate({ utility, account })
  }

  if (paying !== undefined && found !== undefined) return <Taken id={paying} owed={found} next={next} />
  const errorAt = (target: string) => problems.found.find((each) => each.target === target)?.message
  return (
    <Sheet id="utility-ask" title={words.ask}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          look()
        }}
      >
        <ErrorSummary times={problems.times} problems={problems.found} />
        <Labelled id="utility-kind" label={words.utility} required group error={errorAt('utility-kind')}>
          <Radio.Group
            id="utility-kind"
            optionType="button"
            aria-label={words.utility}
            value={utility}
            options={UTILITIES}
            onChange={(event) => {
              setUtility(event.target.value as Utility)
              looking.reset()
            }}
          />
        </Labelled>
        <Labelled
          id="utility-account"
          label={words.account}
          required
          hint={words.accountHint}
          error={errorAt('utility-account')}
        >
          <Input
            id="utility-account"
            className="utility-account"
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            value={account}
            onChange={(event) => {
              setAccount(event.target.value.replaceAll(/[\s-]/g, ''))
              looking.reset()
            }}
          />
        </Labelled>
        {looking.isError && <FailureNote error={looking.error} />}
        <Button
          type={found === undefined ? 'primary' : 'default'}
          htmlType="submit"
          loading={looking.isPending}
        >
          {words.look}
        </Button>
      </form>
      {found !== undefined && utility !== undefined && (
        <Bill owed={found} utility={utility} heading={bill} taken={setPaying} />
      )}
    </Sheet>
  )
}
