import { useQuery } from '@tanstack/react-query'
import { delegation, sinking } from '../../server/clients.ts'

export const useBatches = () =>
  useQuery({ queryKey: ['delegation-batches'], queryFn: () => delegation.delegationBatches({}) })

export const useReadiness = (id: string) =>
  useQuery({
    queryKey: ['delegation-readiness', id],
    queryFn: () => delegation.delegationReadiness({ params: { id } }),
  })

export const useBothTiers = () =>
  useQuery({ queryKey: ['both-tiers'], queryFn: () => delegation.bothTiers({}) })

export const useRounds = () =>
  useQuery({ queryKey: ['sorting-rounds'], queryFn: () => delegation.sortingRounds({}) })

export const useGuiding = () =>
  useQuery({ queryKey: ['guiding-counties'], queryFn: () => delegation.guidingCounties({}) })

export const useSinking = () => useQuery({ queryKey: ['sinking'], queryFn: () => sinking.sinking({}) })
