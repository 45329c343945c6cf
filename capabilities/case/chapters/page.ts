import type { ChapterPage } from './chapter-page.ts'
import { queuePage } from './queue/page.ts'
import { entrustmentPage } from './entrustment/page.ts'
import { handlingPage } from './handling/page.ts'
import { endingsPage } from './endings/page.ts'
import { correctionPage } from './correction/page.ts'
import { gapsPage } from './gaps/page.ts'
import { ownPapersPage } from './own-papers/page.ts'
import { newerVersionPage } from './newer-version/page.ts'
import { licencesPage } from './licences/page.ts'
import { fastLanePage } from './fast-lane/page.ts'
import { jointPage } from './joint/page.ts'
import { linkedPage } from './linked/page.ts'
import { meetingsPage } from './meetings/page.ts'
import { specialPage } from './special/page.ts'
import { intentPage } from './intent/page.ts'
import { interestedPage } from './interested/page.ts'
import { hearingPage } from './hearing/page.ts'
import { extensionPage } from './extension/page.ts'
import { publicityPage } from './publicity/page.ts'
import { urgingPage } from './urging/page.ts'

/** In the order in which they stand on the page. */
export const CHAPTER_PAGES: readonly ChapterPage[] = [
  correctionPage,
  newerVersionPage,
  ownPapersPage,
  gapsPage,
  intentPage,
  endingsPage,
  entrustmentPage,
  handlingPage,
  specialPage,
  hearingPage,
  interestedPage,
  jointPage,
  meetingsPage,
  linkedPage,
  fastLanePage,
  licencesPage,
  queuePage,
  extensionPage,
  publicityPage,
  urgingPage,
]
