import { useQueryClient } from '@tanstack/react-query'
import type { CaseSummary } from '#capabilities/case/contract.ts'
import { cases } from '../../server/clients.ts'
import { newRequestId } from '../../server/request-id.ts'
import { useSend } from '../../server/use-send.ts'
import { announce } from '../../shell/notice.tsx'
import { oneByOne, type Outcome } from './one-by-one.ts'
import { workListWords as words } from './words.ts'

/** 认领, one or many; whoever was faster is named, the list is read again either way, and there is a way back. */
export function useClaims() {
  const client = useQueryClient()
  const read = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['cases'] }),
      client.invalidateQueries({ queryKey: ['counts'] }),
    ])
  const release = useSend({
    mutationFn: (claimed: readonly CaseSummary[]) => oneByOne(claimed, (one) => act(one.no, 'release')),
    onSuccess: async (outcome) => {
      announce(said(outcome, words.released))
      await read()
    },
  })
  return useSend({
    mutationFn: (wanted: readonly CaseSummary[]) => oneByOne(wanted, (one) => act(one.no, 'claim')),
    onSuccess: async (outcome) => {
      const undo = outcome.done.length === 0 ? undefined : () => release.mutate(outcome.done)
      announce(said(outcome, words.claimed), undo)
      await read()
    },
  })
}

function act(no: string, name: string, input: Record<string, unknown> = {}): Promise<unknown> {
  return cases.act({ params: { no, act: name }, body: { input }, requestId: newRequestId() })
}

/** One is named, many are counted; the first reason stands for those that did not go. */
export function said({ done, refused }: Outcome, one: (item: string) => string): string {
  const [first] = done
  const went =
    first === undefined
      ? ''
      : done.length === 1
        ? one(first.itemName)
        : `${one('')}${words.many(done.length)}`
  const [no] = refused
  if (no === undefined) return went
  return refused.length === 1 && done.length === 0 ? no.why : words.someRefused(went, refused.length, no.why)
}
