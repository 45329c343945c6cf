import type { ChapterPaper, ChapterPapers } from './chapter-paper.ts'
import { endingsPapers } from './endings/papers.ts'
import { gapsPapers } from './gaps/papers.ts'
import { licencesPapers } from './licences/papers.ts'
import { jointPapers } from './joint/papers.ts'
import { meetingsPapers } from './meetings/papers.ts'
import type { PaperName } from '../contract.ts'
import { specialPapers } from './special/papers.ts'
import { intentPapers } from './intent/papers.ts'
import { interestedPapers } from './interested/papers.ts'
import { hearingPapers } from './hearing/papers.ts'
import { extensionPapers } from './extension/papers.ts'
import { publicityPapers } from './publicity/papers.ts'

const ALL: readonly ChapterPapers[] = [
  gapsPapers,
  intentPapers,
  endingsPapers,
  specialPapers,
  hearingPapers,
  interestedPapers,
  jointPapers,
  meetingsPapers,
  licencesPapers,
  extensionPapers,
  publicityPapers,
]

export const CHAPTER_PAPERS = Object.assign({}, ...ALL.map(({ papers }) => papers)) as Partial<
  Record<PaperName, ChapterPaper>
>

export const CHAPTER_NUMBERED: Readonly<Record<string, string>> = Object.assign(
  {},
  ...ALL.map(({ numbered }) => numbered ?? {}),
)
