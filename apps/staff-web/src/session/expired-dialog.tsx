import { Button, Modal } from 'antd'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { queryClient } from '../server/query-client.ts'
import { sessionExpired } from './expiry.ts'
import { SignInForm } from './sign-in-form.tsx'
import { keepSession } from './use-session.ts'
import { signInWords as words } from './words.ts'

/** Asks for the password above the page, so that nothing typed below is lost. */
export function ExpiredDialog({ session }: { session: SessionView }) {
  function done(next: SessionView) {
    // Another person must not find the first one's half-filled page.
    if (next.person.id !== session.person.id) return window.location.assign('/staff/')
    keepSession(next)
    sessionExpired(false)
    void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
  }

  return (
    <Modal
      open
      title={words.expiredTitle}
      footer={null}
      closable={false}
      keyboard={false}
      zIndex={2000}
      destroyOnHidden
    >
      <div className="stack">
        <p>{words.expiredText}</p>
        <SignInForm done={done} post={session.post.id} />
        <Button type="link" block onClick={() => window.location.assign('/staff/')}>
          {words.leave}
        </Button>
      </div>
    </Modal>
  )
}
