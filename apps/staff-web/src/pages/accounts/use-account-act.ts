import { useQueryClient } from '@tanstack/react-query'
import { administration } from '../../server/clients.ts'
import { useSend } from '../../server/use-send.ts'

export type AccountAct = 'unlock' | 'resetPassword' | 'disable' | 'enable'

/** One of the plain acts on an account; a reset answers with the password that is shown once. */
export function useAccountAct() {
  const client = useQueryClient()
  return useSend({
    mutationFn: async ({
      id,
      act,
    }: {
      id: string
      login: string
      act: AccountAct
    }): Promise<string | undefined> => {
      const reply = await administration[act]({ params: { id } })
      return 'temporaryPassword' in reply ? reply.temporaryPassword : undefined
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
    gcTime: 0,
  })
}
