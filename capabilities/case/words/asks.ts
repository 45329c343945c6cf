import { CHAPTER_WORDS } from '../chapters/words.ts'
import type { Ask } from '../chapters/chapter-words.ts'
import type { ListedDossier } from '../store/rows.ts'

/** Clocks that run against the applicant, each with what is to be done until then. */
const ASKS: Readonly<Record<string, Ask>> = Object.assign(
  {
    supplement: () => '补材料',
    rectify: ({ state }: ListedDossier) => (state === 'rectifying' ? '改正核查发现的问题' : undefined),
  },
  ...CHAPTER_WORDS.map(({ asks = {} }) => asks),
)

/** What a state asks of the applicant under no limit: a result that lies at the window waits for its owner. */
export function askOfState({ state, delivery }: ListedDossier): { what: string } | undefined {
  const lies = delivery === 'window' && (state === 'issued' || state === 'not-accepted')
  return lies ? { what: '领取结果' } : undefined
}

export function askOf(clock: string, dossier: ListedDossier): string | undefined {
  return ASKS[clock]?.(dossier)
}
