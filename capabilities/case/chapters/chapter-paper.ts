import type { Fact } from '#engine/fact.ts'
import type { PaperName } from '../contract.ts'
import type { NoticeData } from '../documents/paper-data.ts'
import type { PaperData } from '../documents/papers.ts'
import type { CaseDossier } from '../model/dossier.ts'
import type { PaperSource } from '../papers/paper-source.ts'

/** One kind of paper a chapter brings about. */
export interface ChapterPaper {
  /** The fact that causes it. */
  fact: string
  /** Left out, every such fact brings one. */
  when?(fact: Pick<Fact, 'body'>, dossier: CaseDossier): boolean
  /** Its own title; left out, the one that law and type of the item give such a paper. */
  title?: string
  /** Whose seal: `decision` for what decides over the applicant, else the counter's. */
  seal: 'decision' | 'acceptance'
  /** Whether the dossier lets such a paper exist; left out, its fact alone does. */
  exists?(dossier: CaseDossier): boolean
  /** Between departments: the applicant neither finds nor opens it. */
  internal?: boolean
  /** What it says, worded from the body its fact names, beside what every paper carries (body, number, case, item, party, contact). */
  compose(source: PaperSource<unknown>): OwnWords<PaperData>
}

type Carried =
  | 'date'
  | 'body'
  | 'number'
  | 'caseNo'
  | 'item'
  | 'party'
  | 'contact'
  | 'verifyUrl'
  | 'demo'
  | 'decidedBy'
/** A paper to somebody other than the applicant says to whom. */
type Addressed = Partial<Pick<NoticeData, 'party'>>
type OwnWords<P extends PaperData> = P extends NoticeData
  ? Omit<P, Carried | 'title'> & { title?: string } & Addressed
  : P extends PaperData
    ? Omit<P, Carried> & Addressed
    : never

export interface ChapterPapers {
  papers: Partial<Record<PaperName, ChapterPaper>>
  /** Acts that take a 文号, with the word for it: 延期 → 区局延期〔2026〕1号. */
  numbered?: Readonly<Record<string, string>>
}
