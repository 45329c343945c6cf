import { sessions } from '../server/clients.ts'
import { isCode } from '../server/failure.ts'
import { useSend } from '../server/use-send.ts'
import { forgetAll } from './kept/store.ts'

/** Signing out reloads the page, so that nothing a person has seen stays in the memory of a shared machine. */
export function useSignOut() {
  return useSend({
    mutationFn: async () => {
      try {
        await sessions.signOut({})
      } catch (error) {
        if (!isCode(error, 'signed-out')) throw error
      }
    },
    onSuccess: () => {
      forgetAll()
      window.location.assign('/staff/')
    },
  })
}
