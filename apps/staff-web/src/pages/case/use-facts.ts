import { useQuery } from '@tanstack/react-query'
import { cases } from '../../server/clients.ts'

/** The recorded facts with their hashes; `version` makes a new act read them again. */
export function useFacts(no: string, version: number) {
  return useQuery({
    queryKey: ['facts', no, version],
    queryFn: async () => (await cases.facts({ params: { no } })).facts,
  })
}
