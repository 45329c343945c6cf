import type { Path } from './path.ts'
import type { Matter, Scene } from './scene.ts'

const CARD = 'id-card'
const BOOK = 'household-book'
const expired = { material: CARD, problem: '身份证已过期。', remedy: '请提供有效期内的身份证。' }

const notify = (scene: Scene, matter: Matter, lines: readonly { material: string }[]) => {
  const wrong = new Set(lines.map(({ material }) => material))
  const verdict = ({ id, necessity }: Matter['item']['materials'][number]) =>
    wrong.has(id) ? 'defective' : necessity === 'required' ? 'ok' : 'not-applicable'
  const checklist = matter.item.materials.map((each) => ({ material: each.id, verdict: verdict(each) }))
  return scene.act(matter, matter.clerk, 'notify-supplement', { lines, checklist })
}
const supply = (scene: Scene, matter: Matter, ...ids: string[]) =>
  scene.act(matter, matter.clerk, 'supply-at-window', {
    materials: ids.map((material) => ({ material, files: [], paperOriginals: 1, paperCopies: 0 })),
  })

/** Told once that the card has run out, and a new one handed in after so many days. */
async function* suppliedOnce(
  scene: Scene,
  town: Scene['towns'][number],
  days: number,
): AsyncGenerator<number, Matter, void> {
  const matter = await scene.file({ item: 'temporary-assistance-small', town })
  yield 1
  await notify(scene, matter, [expired])
  yield days
  await supply(scene, matter, CARD)
  yield 1
  return matter
}

/** 一次性告知: a second notice that only repeats, and one with what the applicant's own new paper raised. */
export const NOTICES: readonly Path[] = [
  {
    name: '第二次补正告知，只重复上次的问题',
    begins: 8,
    async *live(scene) {
      const matter = yield* suppliedOnce(scene, scene.towns[1]!, 3)
      await notify(scene, matter, [{ ...expired, ...{ still: '新交的也已经过期。' } }])
    },
  },
  {
    name: '第二次补正告知，新补交的材料引出新问题',
    begins: 7,
    async *live(scene) {
      const matter = yield* suppliedOnce(scene, scene.towns[2]!, 2)
      const why = '新换的身份证住址和户口簿不是同一处。'
      const raised = { by: CARD, ground: 'contradiction', why }
      const moved = {
        material: BOOK,
        problem: '户口簿地址没有变更。',
        remedy: '请提供变更地址后的户口簿。',
        raised,
      }
      await notify(scene, matter, [moved])
    },
  },
]
