import type { ChapterWords } from './chapter-words.ts'
import { queueWords } from './queue/words.ts'
import { endingsWords } from './endings/words.ts'
import { correctionWords } from './correction/words.ts'
import { gapsWords } from './gaps/words.ts'
import { ownPapersWords } from './own-papers/words.ts'
import { newerVersionWords } from './newer-version/words.ts'
import { licencesWords } from './licences/words.ts'
import { fastLaneWords } from './fast-lane/words.ts'
import { jointWords } from './joint/words.ts'
import { linkedWords } from './linked/words.ts'
import { meetingsWords } from './meetings/words.ts'
import { specialWords } from './special/words.ts'
import { intentWords } from './intent/words.ts'
import { interestedWords } from './interested/words.ts'
import { hearingWords } from './hearing/words.ts'
import { powerWords } from './power/words.ts'
import { entrustmentWords } from './entrustment/words.ts'
import { handlingWords } from './handling/words.ts'
import { stationWords } from './station/words.ts'
import { extensionWords } from './extension/words.ts'
import { publicityWords } from './publicity/words.ts'
import { urgingWords } from './urging/words.ts'

/** The words of every chapter; `words.ts` of the case joins them to its own. */
export const CHAPTER_WORDS: readonly ChapterWords[] = [
  correctionWords,
  ownPapersWords,
  newerVersionWords,
  gapsWords,
  intentWords,
  endingsWords,
  specialWords,
  hearingWords,
  interestedWords,
  jointWords,
  meetingsWords,
  linkedWords,
  fastLaneWords,
  licencesWords,
  powerWords,
  stationWords,
  entrustmentWords,
  handlingWords,
  queueWords,
  extensionWords,
  publicityWords,
  urgingWords,
]

/** One table out of the same table of each chapter. */
export function joinedWords<K extends 'acts' | 'clocks' | 'states' | 'steps' | 'told' | 'roles'>(
  table: K,
): NonNullable<ChapterWords[K]> {
  return Object.assign({}, ...CHAPTER_WORDS.map((words) => words[table] ?? {})) as NonNullable<
    ChapterWords[K]
  >
}
