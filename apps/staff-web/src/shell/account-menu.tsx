import { lazy, Suspense, useState } from 'react'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { useColourLines } from '../look/colour-lines.tsx'
import { failure } from '../server/failure.ts'
import { shortTitle } from '../session/post-name.ts'
import { useSignOut } from '../session/use-sign-out.ts'
import { useSwitchPost } from '../session/use-switch-post.ts'
import { passwordWords } from '../session/words.ts'
import { Menu, type MenuGroup } from './menu.tsx'
import { announce } from './notice.tsx'
import { shellWords as words } from './words.ts'

const PasswordDialog = lazy(async () => ({ default: (await import('./password-dialog.tsx')).PasswordDialog }))

/** Other posts of the same person, and the way out. */
export function AccountMenu({ session }: { session: SessionView }) {
  const switchPost = useSwitchPost()
  const signOut = useSignOut()
  const colours = useColourLines()
  const [changing, setChanging] = useState(false)
  const tell = { onError: (error: unknown) => announce(failure(error).sentence) }
  const others = session.posts.filter((post) => post.id !== session.post.id)
  const groups: MenuGroup[] = [
    ...(others.length === 0
      ? []
      : [
          {
            key: 'posts',
            title: words.switchPost,
            lines: others.map((post) => ({
              key: post.id,
              label: `${post.placeName} ${shortTitle(post)}`,
              run: () => switchPost.mutate(post.id, tell),
            })),
          },
        ]),
    colours,
    {
      key: 'account',
      lines: [
        { key: 'password', label: passwordWords.title, run: () => setChanging(true) },
        { key: 'sign-out', label: words.signOut, run: () => signOut.mutate(undefined, tell) },
      ],
    },
  ]
  return (
    <>
      <Menu
        groups={groups}
        loading={switchPost.isPending || signOut.isPending}
        label={
          <>
            {session.person.name} <span aria-hidden="true">▾</span>
            <span className="visually-hidden">{words.account}</span>
          </>
        }
      />
      {changing && (
        <Suspense>
          <PasswordDialog close={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  )
}
