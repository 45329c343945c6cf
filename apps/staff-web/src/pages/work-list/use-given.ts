import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { AllowedAct, CaseSummary } from '#capabilities/case/contract.ts'
import { cases } from '../../server/clients.ts'
import { newRequestId } from '../../server/request-id.ts'
import { useSend } from '../../server/use-send.ts'
import { announce } from '../../shell/notice.tsx'
import { oneByOne } from './one-by-one.ts'
import { said } from './use-claims.ts'
import { workListWords as words } from './words.ts'

export type Giving = 'assign' | 'hand-over'

interface Colleague {
  value: string
  label: string
}

export interface Choice {
  /** Cases this reader may give on, and that somebody else could take. */
  may: CaseSummary[]
  /** Colleagues who may be given each of them. */
  colleagues: Colleague[]
}

/** What the server allows with each picked case, and who may be given all of them. */
export function useChoice(picked: readonly CaseSummary[], act: Giving) {
  return useQuery({
    queryKey: ['cases', 'giving', act, picked.map(({ no }) => no)],
    queryFn: async (): Promise<Choice> => {
      const found = []
      for (const summary of picked) {
        const { allowed } = await cases.allowed({ params: { no: summary.no } })
        const options = optionsOf(allowed, act)
        if (options.length > 0) found.push({ summary, options })
      }
      const [first, ...others] = found.map(({ options }) => options)
      const colleagues = (first ?? []).filter(({ value }) =>
        others.every((options) => options.some((option) => option.value === value)),
      )
      return { may: found.map(({ summary }) => summary), colleagues }
    },
    gcTime: 0,
  })
}

function optionsOf(allowed: readonly AllowedAct[], act: Giving): Colleague[] {
  const to = allowed.find((one) => one.act === act)?.fields?.find(({ name }) => name === 'to')
  return [...(to?.options ?? [])]
}

export function useGive(act: Giving, done: () => void) {
  const client = useQueryClient()
  return useSend({
    mutationFn: ({ may, to, reason }: { may: readonly CaseSummary[]; to: string; reason: string }) =>
      oneByOne(may, ({ no }) =>
        cases.act({
          params: { no, act },
          body: { input: { to, ...(reason === '' ? {} : { reason }) } },
          requestId: newRequestId(),
        }),
      ),
    onSuccess: async (outcome) => {
      announce(said(outcome, words.given))
      done()
      await client.invalidateQueries({ queryKey: ['cases'] })
      await client.invalidateQueries({ queryKey: ['counts'] })
    },
  })
}
