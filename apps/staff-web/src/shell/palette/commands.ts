import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SessionView } from '#capabilities/staff/contract/session-routes.ts'
import { chooseColours, type ColourChoice } from '../../look/colours.ts'
import { useLargerText } from '../../look/larger-text.ts'
import { lookWords } from '../../look/words.ts'
import { failure } from '../../server/failure.ts'
import { shortTitle } from '../../session/post-name.ts'
import { useSignOut } from '../../session/use-sign-out.ts'
import { useSwitchPost } from '../../session/use-switch-post.ts'
import { navigationFor } from '../navigation.ts'
import { announce } from '../notice.tsx'
import { currentShortcuts } from '../shortcuts.ts'
import { matches } from './initials.ts'
import { paletteWords as words } from './words.ts'

export interface Command {
  id: string
  group: keyof typeof words.groups
  title: string
  /** Said below the title. */
  more?: string
  /** The key that does the same without the palette. */
  key?: string
  /** Not shown before something is typed. */
  onceTyped?: boolean
  run: () => void
}

const CHOICES = Object.entries(lookWords.choices) as [ColourChoice, string][]

/** Everything that can be gone to or done from here: pages, what the open page does by key, other posts, the way out. */
export function useCommands(session: SessionView): readonly Command[] {
  const navigate = useNavigate()
  const [larger, chooseText] = useLargerText()
  const switchPost = useSwitchPost()
  const signOut = useSignOut()
  // The keys of the page behind, as it was when the palette opened.
  const [here] = useState(currentShortcuts)
  const tell = { onError: (error: unknown) => announce(failure(error).sentence) }
  return [
    ...navigationFor(session.post.roles).map(({ to, title }): Command => ({
      ...{ id: to, group: 'page', title },
      run: () => void navigate({ to }),
    })),
    ...here
      .filter(({ means, onLine }) => means !== '' && onLine !== true)
      .map(({ key, means, everywhere, onceTyped, run }, at): Command => ({
        ...{ id: `key-${key ?? at}`, title: means, run },
        ...(key === undefined ? {} : { key }),
        ...(onceTyped === undefined ? {} : { onceTyped }),
        group: everywhere === true ? 'desk' : 'here',
      })),
    ...session.posts
      .filter(({ id }) => id !== session.post.id)
      .map((post): Command => {
        const title = words.switchTo(`${post.placeName} ${shortTitle(post)}`)
        return { ...{ id: post.id, group: 'desk', title }, run: () => switchPost.mutate(post.id, tell) }
      }),
    ...CHOICES.map(([choice, word]): Command => ({
      ...{ id: `colours-${choice}`, group: 'desk', title: words.colours(word) },
      run: () => chooseColours(choice),
    })),
    {
      ...{ id: 'text', group: 'desk', title: larger ? words.normal : words.larger },
      run: () => chooseText(!larger),
    },
    { ...{ id: 'out', group: 'desk', title: words.signOut }, run: () => signOut.mutate(undefined, tell) },
  ]
}

/** What can be done with the open page comes first: whoever wants to leave it types where to. */
const ORDER: readonly Command['group'][] = ['case', 'here', 'page', 'item', 'desk']

/** Those that answer what was typed, the nearest first within their group. */
export function answering(commands: readonly Command[], typed: string): Command[] {
  const blank = typed.trim() === ''
  const found = commands.flatMap((command) => {
    if (blank && command.onceTyped === true) return []
    const rank = command.group === 'case' || command.group === 'item' ? 0 : matches(command.title, typed)
    return rank === undefined ? [] : [{ command, rank }]
  })
  return ORDER.flatMap((group) =>
    found
      .filter(({ command }) => command.group === group)
      .sort((a, b) => a.rank - b.rank)
      .map(({ command }) => command),
  )
}
