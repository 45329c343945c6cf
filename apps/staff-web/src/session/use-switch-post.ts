import { sessions } from '../server/clients.ts'
import { useSend } from '../server/use-send.ts'

/** Works on in another post; the page begins anew, so that nothing the first post could see stays behind. */
export function useSwitchPost() {
  return useSend({
    mutationFn: (post: string) => sessions.switchPost({ body: { post } }),
    onSuccess: () => window.location.assign('/staff/'),
  })
}
