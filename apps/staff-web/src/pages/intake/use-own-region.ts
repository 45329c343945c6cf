import { useQuery } from '@tanstack/react-query'
import { organisation } from '../../server/clients.ts'

/** The town or village a place serves, stations among them; a county hall serves all of them and gives nothing. */
export function useOwnRegion({ place, area }: { place: string; area: string }) {
  return useQuery({
    queryKey: ['places', area],
    queryFn: async () => (await organisation.places({ query: { region: area } })).places,
    staleTime: Infinity,
    select: (places) => places.find((one) => one.id === place && one.tier !== 'hall')?.region,
  })
}
