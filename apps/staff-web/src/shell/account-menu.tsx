import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { failure } from '../server/failure.ts'
import { shortTitle } from '../session/post-name.ts'
import { useSignOut } from '../session/use-sign-out.ts'
import { useSwitchPost } from '../session/use-switch-post.ts'
import { passwordWords } from '../session/words.ts'
import { announce } from './notice.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import { shellWords as words } from './words.ts'

/** Other posts of the same person, and the way out. */
export function AccountMenu({ session }: { session: SessionView }) {
  const switchPost = useSwitchPost()
  const signOut = useSignOut()
  const [changing, setChanging] = useState(false)
  const tell = { onError: (error: unknown) => announce(failure(error).sentence) }
  const others = session.posts.filter((post) => post.id !== session.post.id)
  const items = [
    ...(others.length === 0
      ? []
      : [
          {
            type: 'group' as const,
            label: words.switchPost,
            children: others.map((post) => ({
              key: post.id,
              label: `${post.placeName} ${shortTitle(post)}`,
            })),
          },
          { type: 'divider' as const },
        ]),
    { key: 'password', label: passwordWords.title },
    { key: 'sign-out', label: words.signOut },
  ]

  function choose(key: string) {
    if (key === 'sign-out') signOut.mutate(undefined, tell)
    else if (key === 'password') setChanging(true)
    else switchPost.mutate(key, tell)
  }

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          onClick: ({ key }) => choose(key),
        }}
      >
        <Button aria-haspopup="menu" loading={switchPost.isPending || signOut.isPending}>
          {session.person.name} <span aria-hidden="true">▾</span>
          <span className="visually-hidden">{words.account}</span>
        </Button>
      </Dropdown>
      {changing && <PasswordDialog close={() => setChanging(false)} />}
    </>
  )
}
