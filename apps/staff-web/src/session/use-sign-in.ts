import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { sessions } from '../server/clients.ts'
import { keepCsrfToken } from '../server/csrf-token.ts'
import { useSend } from '../server/use-send.ts'

export function useSignIn(done: (session: SessionView) => void) {
  return useSend({
    mutationFn: async ({ login, password, post }: { login: string; password: string; post?: string }) => {
      const session = await sessions.signIn({ body: { login, password } })
      keepCsrfToken(session.csrfToken)
      const wanted =
        post !== undefined && post !== session.post.id && session.posts.some((mine) => mine.id === post)
      return wanted ? sessions.switchPost({ body: { post } }) : session
    },
    onSuccess: (session) => {
      keepCsrfToken(session.csrfToken)
      done(session)
    },
  })
}
