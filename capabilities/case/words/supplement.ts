import type { Fact } from '#engine/fact.ts'
import type { Teller } from '../chapters/chapter-words.ts'
import type { NewPointGround, Raised, SupplementLine } from '../contract/supplement.ts'

/** Why a newly supplied paper raises what nobody could see before. */
export const NEW_POINT_GROUND_TITLES: Readonly<Record<NewPointGround, string>> = {
  'own-defect': '新交的这份材料本身不符合要求',
  contradiction: '新交的这份材料与其他材料不一致',
  'new-circumstance': '新交的这份材料反映出新的情况',
}

/** The one sentence that notice, story and both case pages give for a point that is new. */
export function newBecause({ ground, why }: Raised, paper: string, whose = '申请人'): string {
  return `由${whose}新补交的“${paper}”引出，${NEW_POINT_GROUND_TITLES[ground]}：${ended(why)}`
}

/** A notice in the story: the first names all; a later one says what is asked again and what its own new papers raised. */
export function toldNotice(
  body: Fact['body'],
  { open, material }: Teller,
): { text: string; details: string[] } {
  const { lines: sealed, round = 1 } = body['supplement'] as { lines: unknown; round?: number }
  const lines = (open(sealed) ?? []) as SupplementLine[]
  const told = (line: SupplementLine) => {
    const said = `${material(line.material)}：${bare(line.problem)}，${line.remedy}`
    if (line.raised) return `新的问题——${said} ${newBecause(line.raised, material(line.raised.by))}`
    return line.still ? `${bare(said)}；仍未补正：${ended(line.still)}` : said
  }
  const raised = lines.some((line) => line.raised !== undefined)
  const again = raised ? '，其中有新补交的材料引出的问题' : '，还是上次告知的问题'
  const text = round > 1 ? `第${round}次补正告知${again}` : '一次告知需要补正的材料'
  return { text, details: lines.map(told) }
}

const bare = (text: string): string => text.trim().replace(/[。；，.;]+$/u, '')
const ended = (text: string): string => `${bare(text)}。`
