import { useQuery } from '@tanstack/react-query'
import { organisation } from '../../server/clients.ts'

/** The town or village a place serves; a county hall serves all of them and gives nothing. */
export function useOwnRegion(place: string) {
  return useQuery({
    queryKey: ['places'],
    queryFn: async () => (await organisation.places({})).places,
    staleTime: Infinity,
    select: (places) => places.find((one) => one.id === place && one.tier !== 'hall')?.region,
  })
}
