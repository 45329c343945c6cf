import { useMutation, useQueryClient } from '@tanstack/react-query'
import { administration } from '../../server/clients.ts'

export function useUnlock() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => administration.unlock({ params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  })
}
