import { useQueryClient } from '@tanstack/react-query'
import { administration } from '../../server/clients.ts'
import { useSend } from '../../server/use-send.ts'

export function useUnlock() {
  const client = useQueryClient()
  return useSend({
    mutationFn: (id: string) => administration.unlock({ params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  })
}
