import { useQueryClient } from '@tanstack/react-query'
import { administration } from '../../server/clients.ts'
import { useSend } from '../../server/use-send.ts'

export function useCreateAccount() {
  const client = useQueryClient()
  return useSend({
    mutationFn: (account: { login: string; person: string }) =>
      administration.createAccount({ body: account }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
    gcTime: 0,
  })
}
