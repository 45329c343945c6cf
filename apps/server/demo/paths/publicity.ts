import { citizenActor } from '#capabilities/portal/index.ts'
import { newId } from '#platform/id.ts'
import { RESIDENT } from '../resident.ts'
import { aStepADay } from './a-step-a-day.ts'
import type { Path } from './path.ts'
import { granted, type Matter, type Scene } from './scene.ts'

/** 公示: running without a word, and with an objection to look into. */
export const PUBLICITY: readonly Path[] = [
  {
    name: '公示中',
    begins: 3,
    async *live(scene) {
      const matter = await scene.file({
        ...{ item: 'subsistence-allowance', town: scene.towns[0]!, person: RESIDENT },
      })
      yield* aStepADay(scene, matter, ['accept', ['review', 'openPublicity']])
    },
  },
  {
    name: '公示有异议',
    begins: 5,
    async *live(scene) {
      const matter = await scene.file({ item: 'subsistence-allowance', town: scene.ruralTown() })
      yield* aStepADay(scene, matter, ['accept', ['review', 'openPublicity']])
      yield 1
      await scene.act(matter, matter.clerk, 'record-objection', {
        text: '申请人的女儿每个月给生活费，收入没有算进去。',
      })
      await objectOnline(scene, matter, '申请人去年盖了新房，和公示的家庭情况不一样。')
    },
  },
]

/** The resident reads the notice and says something against it without leaving a name; the receipt stays in their matters. */
async function objectOnline(scene: Scene, matter: Matter, text: string): Promise<void> {
  const { house, area } = scene
  const { publicity } = await scene.dossier(matter)
  const { name, citizenId, phone } = RESIDENT
  const who = await house.parties.findOrCreate({ name, idKind: 'citizen-id', idNumber: citizenId, phone })
  const pressed = { requestId: newId(), requestHash: newId(), now: scene.now() }
  const objecting = { area, notice: publicity!.id, input: { text }, actor: citizenActor(who) }
  granted('objection', await house.cases.object({ ...objecting, ...pressed }))
}
