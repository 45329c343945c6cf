import type { MenuGroup } from '../shell/menu.tsx'
import { chooseColours, useColourChoice, type ColourChoice } from './colours.ts'
import { lookWords as words } from './words.ts'

const CHOICES = Object.entries(words.choices) as [ColourChoice, string][]

/** The colours as lines of a menu, one of them chosen. */
export function useColourLines(): MenuGroup {
  const [chosen] = useColourChoice()
  return {
    key: 'colours',
    title: words.colours,
    lines: CHOICES.map(([choice, word]) => ({
      key: `colours-${choice}`,
      chosen: choice === chosen,
      label: (
        <>
          <span aria-hidden="true">{choice === chosen ? '● ' : '○ '}</span>
          {word}
        </>
      ),
      run: () => chooseColours(choice),
    })),
  }
}
