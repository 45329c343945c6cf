import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ground } from '../../server/clients.ts'
import type { OrganisationSearch } from './search.ts'

export const useGround = (search: OrganisationSearch) =>
  useQuery({ queryKey: ['ground', search], queryFn: () => ground.ground({ query: search }) })

export const useGroundPlace = (id: string, search: OrganisationSearch) =>
  useQuery({
    queryKey: ['ground-place', id, search],
    queryFn: () => ground.groundPlace({ params: { id }, query: search }),
  })

export const useDuties = (search: OrganisationSearch) =>
  useQuery({ queryKey: ['ground-duties', search], queryFn: () => ground.groundDuties({ query: search }) })

export const useSuccessions = () =>
  useQuery({ queryKey: ['ground-successions'], queryFn: () => ground.groundSuccessions({}) })

/** After a change every list of the page is read anew. */
export function useGroundChanged(): () => void {
  const queries = useQueryClient()
  return () => {
    for (const key of ['ground', 'ground-place', 'ground-successions', 'regions'])
      void queries.invalidateQueries({ queryKey: [key] })
  }
}
