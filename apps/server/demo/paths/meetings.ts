import type { Path } from './path.ts'
import type { Matter, Scene } from './scene.ts'
import { accepted, others, QUESTION } from './together.ts'

const REVIEWER = { role: 'reviewer' }

async function met(scene: Scene, matter: Matter): Promise<{ task: string; body: string }> {
  const [first, second] = await others(scene, matter)
  await scene.act(matter, REVIEWER, 'call-meeting', {
    ...{ kind: 'joint-review', time: '09:00', where: '区政务服务中心二楼会商室' },
    ...{ bodies: [first, second], question: QUESTION },
  })
  await scene.act(matter, REVIEWER, 'record-resolution', {
    ...{ kind: 'opinion', body: first, verdict: 'agree', text: '现场看过，用地手续没有问题。' },
  })
  await scene.act(matter, REVIEWER, 'record-resolution', {
    ...{
      kind: 'task',
      body: second,
      workingDays: 4,
      blocking: true,
      text: '到现场核对消防通道宽度，出具书面意见。',
    },
  })
  await scene.act(matter, REVIEWER, 'hold-meeting', {
    came: [first, second],
    minutes: '会议听取了申请情况，同意继续办理；消防通道由有关部门到场核对后再决定。',
  })
  const task = (await scene.dossier(matter)).tasks?.at(-1)
  return { task: task!.id, body: second }
}

/** 即开会商: minutes with a task that is open, and one that is done. */
export const MEETINGS: readonly Path[] = [
  {
    name: '联审会，任务在办',
    begins: 4,
    async *live(scene) {
      const matter = yield* accepted(scene, 'private-nonenterprise-registration')
      yield 1
      await met(scene, matter)
    },
  },
  {
    name: '联审会，任务完成',
    begins: 9,
    async *live(scene) {
      const matter = yield* accepted(scene, 'private-nonenterprise-registration')
      yield 1
      const { task, body } = await met(scene, matter)
      yield 2
      await scene.act(matter, { role: 'reviewer', body }, 'complete-task', {
        ...{ task, text: '到场核对，通道净宽四米二，符合要求。' },
      })
      yield 1
      await scene.usual(matter, 'review')
    },
  },
]
