import type { Chapter } from './chapter.ts'
import { queue } from './queue/index.ts'
import { fastLane } from './fast-lane/chapter.ts'
import { credit, endings, sendingUp } from './endings/chapter.ts'
import { intent } from './intent/chapter.ts'
import { correction } from './correction/chapter.ts'
import { gaps } from './gaps/chapter.ts'
import { ownPapers } from './own-papers/chapter.ts'
import { newerVersion } from './newer-version/chapter.ts'
import { licencesChapter, renewals } from './licences/chapter.ts'
import { joint } from './joint/chapter.ts'
import { linked } from './linked/chapter.ts'
import { meetings } from './meetings/chapter.ts'
import { special } from './special/chapter.ts'
import { hearing } from './hearing/chapter.ts'
import { power } from './power/index.ts'
import { entrustment } from './entrustment/chapter.ts'
import { handling } from './handling/chapter.ts'
import { station } from './station/index.ts'
import { extension } from './extension/chapter.ts'
import { interested } from './interested/chapter.ts'
import { publicity } from './publicity/chapter.ts'
import { urging } from './urging/chapter.ts'

/** Every chapter, in the order its acts are offered and its facts are told. */
export const CHAPTERS: readonly Chapter[] = [
  correction,
  ownPapers,
  newerVersion,
  gaps,
  intent,
  endings,
  credit,
  sendingUp,
  special,
  hearing,
  interested,
  joint,
  meetings,
  linked,
  fastLane,
  licencesChapter,
  renewals,
  power,
  station,
  entrustment,
  handling,
  queue,
  extension,
  publicity,
  urging,
]

/** What all chapters say together of a dossier, each body once. */
export function bodiesOf(
  of: 'partners' | 'asked',
  dossier: Parameters<NonNullable<Chapter['partners']>>[0],
): string[] {
  return [...new Set(CHAPTERS.flatMap((chapter) => chapter[of]?.(dossier) ?? []))]
}
