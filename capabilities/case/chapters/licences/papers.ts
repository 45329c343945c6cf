import type { ChapterPapers } from '../chapter-paper.ts'

/** Applications about a licence end in the same papers as any other; a renewal by law has its number like a decision. */
export const licencesPapers: ChapterPapers = { papers: {}, numbered: { 'deem-renewed': '准予' } }
