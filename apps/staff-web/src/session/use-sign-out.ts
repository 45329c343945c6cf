import { useMutation } from '@tanstack/react-query'
import { sessions } from '../server/clients.ts'
import { isCode } from '../server/failure.ts'

/** Signing out reloads the page, so that nothing a person has seen stays in the memory of a shared machine. */
export function useSignOut() {
  return useMutation({
    mutationFn: async () => {
      try {
        await sessions.signOut({})
      } catch (error) {
        if (!isCode(error, 'signed-out')) throw error
      }
    },
    onSuccess: () => window.location.assign('/staff/'),
  })
}
