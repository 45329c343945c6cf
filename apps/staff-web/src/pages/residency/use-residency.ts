import { useQuery } from '@tanstack/react-query'
import { catalogueLists, residency } from '../../server/clients.ts'

const MINUTE = 60_000

export const useResidency = () =>
  useQuery({ queryKey: ['residency'], queryFn: () => residency.residency({ query: {} }), staleTime: MINUTE })

export const useUnitEntry = () =>
  useQuery({ queryKey: ['unit-entry'], queryFn: () => residency.unitEntry({ query: {} }), staleTime: MINUTE })

export const useLists = () =>
  useQuery({ queryKey: ['lists'], queryFn: () => catalogueLists.lists({}), staleTime: MINUTE })

export const useListVersion = (list: string, no: number) =>
  useQuery({
    queryKey: ['lists', list, no],
    queryFn: () => catalogueLists.listVersion({ params: { list, version: String(no) }, query: {} }),
    staleTime: MINUTE,
  })
