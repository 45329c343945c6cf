import type { LegalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { NewPointGround, SupplementLine } from '../contract/supplement.ts'
import type { CaseDossier } from './dossier.ts'
import type { Sealed } from './step-mark.ts'

/** One served notice (补正告知书). */
export interface Notice {
  noticeId: string
  /** The how-manieth of its case; facts of before there could be a new point do not say. */
  round?: number
  servedOn: LegalDay
  /** The lines with problem, remedy and basis. */
  lines: Sealed
  /** What it asks for; papers of an earlier one that are in order are not asked for again. */
  asked: readonly string[]
  /** Points it names by the exception: raised by the applicant's own new papers. The reason is in the lines. */
  raised?: readonly NewPoint[]
}

export interface NewPoint {
  material: string
  by: string
  ground: NewPointGround
}

/** A paper that came in answer to a notice. */
export interface SuppliedPaper {
  material: string
  on: LegalDay
  /** The notice that was out then. */
  noticeId: string
}

/** The one-time notice and what became of it; the notice laid open here is the latest. */
export interface Supplement extends Notice {
  /** Material ids named by any notice so far. */
  materials: readonly string[]
  /** Asked of nobody so far, because a promise stood in for them until it was withdrawn; the next notice may name them. */
  unasked?: readonly string[]
  earlier?: readonly Notice[]
  /** What the applicant handed in since the first notice. What the office fetched by itself raises nothing against anybody. */
  supplied?: readonly SuppliedPaper[]
  open: boolean
}

/** [K] No statute says how long a reason must be; less than this says nothing. */
const REASON_SIGNS = 6

/**
 * What a later notice may name (第三十二条第一款第四项: 一次告知……全部内容). It repeats points of the last one in the same words,
 * or names what only the applicant's own papers, handed in since, have raised. What an earlier look found in order stays
 * so, for the last notice said that nothing more is needed; and each hand-in is looked at whole, so what came in before
 * the last notice raises nothing any more.
 */
export function notRepeating(
  supplement: Supplement,
  lines: readonly SupplementLine[],
  before: readonly SupplementLine[],
  basis: string,
): Refusal | undefined {
  const exceptions = lines.flatMap(({ raised }) => raised ?? [])
  const fresh = new Set(suppliedSince(supplement).map(({ material }) => material))
  const stale = exceptions.map(({ by }) => by).filter((by) => !fresh.has(by))
  if (stale.length > 0) return refusal('new-point-paper', { facts: { materials: unique(stale) }, basis })
  if (exceptions.some(({ why }) => why.trim().length < REASON_SIGNS))
    return refusal('new-point-reason', { basis })
  const rest = lines.filter(
    ({ material, raised }) => raised === undefined && !supplement.unasked?.includes(material),
  )
  const settled = rest.filter(
    ({ material }) => supplement.materials.includes(material) && !supplement.asked.includes(material),
  )
  const added = rest.filter((line) => !settled.includes(line) && !before.some((one) => samePoint(one, line)))
  // Whoever tries it leaves a trace: 第七十二条第四项 makes not naming everything at once a breach of duty.
  const traced = (code: string, of: readonly SupplementLine[]) =>
    refusal(code, { facts: { materials: unique(of.map(({ material }) => material)) }, basis, recorded: true })
  if (added.length > 0) return traced('second-notice-new-point', added)
  return settled.length > 0 ? traced('point-settled', settled) : undefined
}

/** A point is known by its words: another fault of the same paper is another point. */
export function samePoint(one: SupplementLine, other: SupplementLine): boolean {
  const said = ({ material, problem, remedy }: SupplementLine) =>
    [material, problem.trim(), remedy.trim()].join('\n')
  return said(one) === said(other)
}

/** What came in since the last notice. */
export function suppliedSince({ supplied = [], noticeId }: Supplement): readonly SuppliedPaper[] {
  return supplied.filter((paper) => paper.noticeId === noticeId)
}

/**
 * What was asked for has come in and waits to be looked at (已补正，待复核); sent back by a reviewer, it has been. Told by the day
 * on the paper, for a list does not read the notice itself.
 */
export function isAnswered({ state, served, last }: Pick<CaseDossier, 'state' | 'served' | 'last'>): boolean {
  return state === 'received' && served?.['supplement'] !== undefined && last.act !== 'returned-to-window'
}

/** The how-manieth notice the next one is. */
export function nextRound(supplement: Supplement | undefined): number {
  return supplement === undefined ? 1 : roundOf(supplement) + 1
}

export function roundOf({ round, earlier = [] }: Supplement): number {
  return round ?? earlier.length + 1
}

/** The new points of a notice as its fact names them openly. */
export function newPoints(lines: readonly SupplementLine[]): Pick<Notice, 'raised'> {
  const raised = lines.flatMap(({ material, raised: by }) =>
    by === undefined ? [] : [{ material, by: by.by, ground: by.ground }],
  )
  return raised.length === 0 ? {} : { raised }
}

/** The dossier's notice after another one was served. */
export function noticed(
  { supplement: before }: CaseDossier,
  fact: Fact<{ supplement: Supplement }>,
): Supplement {
  const { supplement: served } = fact.body
  if (before === undefined) return { ...served, open: true }
  const { noticeId, round, servedOn, lines, asked, raised, earlier = [], supplied } = before
  return {
    ...served,
    earlier: [
      ...earlier,
      { noticeId, servedOn, lines, asked, ...(round ? { round } : {}), ...(raised ? { raised } : {}) },
    ],
    ...(supplied ? { supplied } : {}),
    open: true,
  }
}

/** What a fact of papers that came in says of them. */
export interface Supplied {
  on: LegalDay
  materials: CaseDossier['materials']
  brought?: readonly string[]
}

/** The dossier's notice after papers came in answer to it; facts of before `brought` name a paper only by its material. */
export function answered(supplement: Supplement, { body }: Fact<Supplied>): Supplement {
  const { on, brought = Object.keys(body.materials) } = body
  const { noticeId, supplied = [] } = supplement
  const papers = brought.map((material) => ({ material, on, noticeId }))
  return { ...supplement, supplied: [...supplied, ...papers], open: false }
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]
