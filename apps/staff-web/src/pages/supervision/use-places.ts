import { useQuery } from '@tanstack/react-query'
import { organisation } from '../../server/clients.ts'

/** The hall and the centres of the area. */
export function usePlaces() {
  return useQuery({
    queryKey: ['halls-and-centres'],
    queryFn: () => organisation.places({}),
    staleTime: 600_000,
  })
}
