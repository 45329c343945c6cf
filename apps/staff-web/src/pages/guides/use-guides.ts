import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CopyDifference } from '#capabilities/guide/contract/copy.ts'
import { guides } from '../../server/clients.ts'
import { useSend } from '../../server/use-send.ts'
import { announce } from '../../shell/notice.tsx'
import { guidesWords as words } from './words.ts'

const CHANNELS = ['guide-copies']

export const useChannelDifferences = () =>
  useQuery({ queryKey: CHANNELS, queryFn: () => guides.copyDifferences({}) })

export function useSync() {
  const queries = useQueryClient()
  return useSend({
    mutationFn: () => guides.syncCopies({ body: {} }),
    onSuccess: async ({ written }) => {
      announce(words.synced(written))
      await queries.invalidateQueries({ queryKey: CHANNELS })
    },
  })
}

export function useRestore() {
  const queries = useQueryClient()
  return useSend({
    mutationFn: ({ channel, place, item }: Pick<CopyDifference, 'channel' | 'place' | 'item'>) =>
      guides.restoreCopy({ body: { channel, item, ...(place === '' ? {} : { place }) } }),
    onSuccess: async () => {
      announce(words.restored)
      await queries.invalidateQueries({ queryKey: CHANNELS })
    },
  })
}

export const useComparison = (between: 'towns' | 'counties') =>
  useQuery({
    queryKey: ['guide-comparison', between],
    queryFn: () => guides.guideComparison({ query: { between } }),
  })

export const useHandbooks = () => useQuery({ queryKey: ['handbooks'], queryFn: () => guides.handbooks({}) })

export type HandbookKind = 'service' | 'town' | 'town-list'

export function useMakeHandbook() {
  const queries = useQueryClient()
  return useSend({
    mutationFn: (kind: HandbookKind) => guides.makeHandbook({ params: { kind }, body: {} }),
    onSuccess: async ({ number, items, fresh }) => {
      announce(words.made(number, items, fresh))
      await queries.invalidateQueries({ queryKey: ['handbooks'] })
    },
  })
}

export const useCitedLaws = () => useQuery({ queryKey: ['cited-laws'], queryFn: () => guides.citedLaws({}) })

export const useDisclosureGaps = () =>
  useQuery({ queryKey: ['disclosure-gaps'], queryFn: () => guides.disclosureGaps({}) })

export const useProcedure = (item: string) =>
  useQuery({
    queryKey: ['operating-procedure', item],
    queryFn: () => guides.operatingProcedure({ params: { item } }),
  })
