import { CHAPTER_WORDS } from '../chapters/words.ts'
import type { ListedDossier } from '../store/rows.ts'

/** What a running clock asks of the applicant, if it asks anything in this case. */
export type Ask = (dossier: ListedDossier) => string | undefined

/** Clocks that run against the applicant, each with what is to be done until then. */
const ASKS: Readonly<Record<string, Ask>> = Object.assign(
  {
    supplement: () => '补材料',
    rectify: ({ state }: ListedDossier) => (state === 'rectifying' ? '改正核查发现的问题' : undefined),
  },
  ...CHAPTER_WORDS.map(({ asks = {} }) => asks),
)

export function askOf(clock: string, dossier: ListedDossier): string | undefined {
  return ASKS[clock]?.(dossier)
}
