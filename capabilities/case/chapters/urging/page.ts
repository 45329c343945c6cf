import { chineseDay } from '#engine/clock/explain.ts'
import type { About, ChapterPage } from '../chapter-page.ts'
import { urgesOpen } from '../owed.ts'
import type { Urge } from './dossier.ts'
import { addressed } from './words.ts'

/** Who urged whom, and what came of it: the office's own, an applicant waits for the body and not for a desk. */
export const urgingPage: ChapterPage = {
  parts: (about) => {
    const { urges = [] } = about.dossier
    if (about.own || urges.length === 0) return []
    const open = urgesOpen(about.dossier)
    return [
      {
        key: 'urging',
        title: '催办',
        tag:
          open.length > 0
            ? { text: `${open.length}次等答复`, tone: 'bad' as const }
            : { text: '都已答复', tone: 'good' as const },
        lines: urges.some(({ on, by }) => on === about.today && isMine(about, by.post)) ? [TODAY] : [],
        table: {
          head: ['哪天', '谁催的', '催谁', '催办内容', '结果'],
          rows: urges.map((one) => [
            chineseDay(one.on),
            about.post(one.by.post),
            whom(about, one),
            String(about.open(one.text) ?? ''),
            outcome(about, one, open.includes(one)),
          ]),
        },
      },
    ]
  },
}

/** Said to whoever urged: the button is gone until the next working day. */
const TODAY = '今天已经催过；同一个人下一个工作日可以再催。'

function isMine({ actor }: About, post: string | undefined): boolean {
  return actor?.kind === 'staff' && actor.post === post
}

function whom({ world, post }: About, { who, what }: Urge): string {
  const named = addressed(who, {
    post: (id) => world.posts.find((one) => one.post === id)?.personName ?? post(id),
    body: (id) => world.bodies.get(id) ?? '',
  })
  return what === undefined ? named : `${named}（${what}）`
}

function outcome({ open: opened, post }: About, { answer, ended }: Urge, waits: boolean): string {
  if (answer !== undefined)
    return `${post(answer.by.post)}，${chineseDay(answer.by.day)}：${String(opened(answer.text) ?? '')}`
  if (ended !== undefined) return `${chineseDay(ended.on)}${ended.met ? '已经办理' : '办件已往下走'}`
  return waits ? '等答复' : '已经办理'
}
