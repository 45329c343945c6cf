import { useQuery } from '@tanstack/react-query'
import { catalogueLayers } from '../../server/clients.ts'

const MINUTE = 60_000

export const useBoundary = () =>
  useQuery({
    queryKey: ['power-boundary'],
    queryFn: () => catalogueLayers.powerBoundary({}),
    staleTime: MINUTE,
  })

export const useDifferences = () =>
  useQuery({
    queryKey: ['item-differences'],
    queryFn: () => catalogueLayers.itemDifferences({}),
    staleTime: MINUTE,
  })

export const useLineageOf = (item: string) =>
  useQuery({
    queryKey: ['item-lineage', item],
    queryFn: () => catalogueLayers.itemLineage({ params: { id: item }, query: {} }),
    staleTime: MINUTE,
  })
