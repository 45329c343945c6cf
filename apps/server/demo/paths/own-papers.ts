import { RESIDENT } from '../resident.ts'
import { aStepADay } from './a-step-a-day.ts'
import type { Path } from './path.ts'
import type { Matter, Scene } from './scene.ts'

const CARD = 'id-card'

const brings = (material: string, more: object = {}) => ({
  materials: [{ material, files: [], paperOriginals: 1, paperCopies: 0 }],
  ...more,
})

const addsAtWindow = (scene: Scene, matter: Matter, material: string) =>
  scene.act(matter, matter.clerk, 'add-paper-at-window', brings(material))

/** 主动再交材料: what came before anybody asked, seen by the clerk or not yet. */
export const OWN_PAPERS: readonly Path[] = [
  {
    name: '申请人网上再交了新的身份证，窗口还没有核对',
    begins: 2,
    async *live(scene) {
      const town = scene.towns[0]!
      const matter = await scene.file({
        ...{ item: 'temporary-assistance-small', town, person: RESIDENT, online: true },
      })
      yield 1
      await scene.act(matter, matter.clerk, 'pre-review', { passed: true, remark: '身份证下个月到期' })
      await scene.act(matter, await scene.applicant(matter), 'add-paper', brings(CARD))
    },
  },
  {
    name: '申请人送来再交的材料，已经受理',
    begins: 9,
    async *live(scene) {
      const matter = await scene.file({ item: 'temporary-assistance-small', town: scene.towns[1]! })
      yield 1
      await addsAtWindow(scene, matter, CARD)
      yield 1
      await scene.usual(matter, 'accept')
      yield 1
      await scene.usual(matter, 'review')
      // The family cannot wait for three days of publicity (先行救助).
      await scene.act(matter, { role: 'approver' }, 'spare-publicity', {
        when: '1',
        text: '母亲突发重病，医药费当天要付。',
      })
      yield* aStepADay(scene, matter, ['grant', 'seal', 'deliver'])
    },
  },
]
