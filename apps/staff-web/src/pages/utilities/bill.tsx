import { useQueryClient } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { useState, type RefObject } from 'react'
import { books } from '../../server/clients.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { useRequestId } from '../../server/use-request-id.ts'
import { useSend } from '../../server/use-send.ts'
import { Fact } from '../case/fact.tsx'
import type { Owed, Utility } from './counter.tsx'
import { PAYMENTS } from './use-utilities.ts'
import { utilityWords as words } from './words.ts'

type Way = keyof typeof words.ways
const WAYS = Object.entries(words.ways).map(([value, label]) => ({ value, label }))

interface Props {
  owed: Owed
  utility: Utility
  heading: RefObject<HTMLHeadingElement | null>
  taken: (id: string) => void
}

/** What is owed; pressed once the money is there. A second press, or one after a lost answer, is the same payment. */
export function Bill({ owed, utility, heading, taken }: Props) {
  const [how, setHow] = useState<Way>('cash')
  const client = useQueryClient()
  const requestId = useRequestId()
  const paying = useSend({
    mutationFn: () =>
      books.openEntry({
        ...{ params: { book: PAYMENTS, act: 'order' }, requestId: requestId.read() },
        body: { input: { utility, bill: owed.bill, how } },
      }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['book', PAYMENTS] })
      taken(id)
    },
    onError: requestId.failed,
  })
  return (
    <section className="stack-tight utility-bill" aria-labelledby="utility-bill">
      <h3 id="utility-bill" ref={heading} tabIndex={-1}>
        {words.owed(owed.utilityText, owed.amountText)}
      </h3>
      <dl className="facts-line">
        <Fact label={words.masked} text={owed.account} />
        <Fact label={words.holder} text={owed.holder} />
        <Fact label={words.period} text={owed.period} />
      </dl>
      <p className="muted">{words.compare}</p>
      <Radio.Group
        aria-label={words.how}
        value={how}
        options={WAYS}
        onChange={(event) => setHow(event.target.value as Way)}
      />
      {paying.isError && <FailureNote error={paying.error} />}
      <p>
        <Button type="primary" loading={paying.isPending} onClick={() => paying.mutate()}>
          {words.pay(owed.amountText)}
        </Button>
      </p>
    </section>
  )
}
