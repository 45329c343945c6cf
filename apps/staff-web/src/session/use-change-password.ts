import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { sessions } from '../server/clients.ts'
import { useSend } from '../server/use-send.ts'

/** Every other session of the same person ends; this one gets a new token. */
export function useChangePassword(done: (session: SessionView) => void) {
  return useSend({
    mutationFn: (change: { old: string; new: string }) => sessions.changePassword({ body: change }),
    onSuccess: done,
  })
}
