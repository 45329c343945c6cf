import { isRefusal } from '#engine/refusal.ts'
import { setAbsence } from '#capabilities/staff/index.ts'
import type { Post } from '#capabilities/staff/contract.ts'
import { addDays } from '#engine/day.ts'
import { newId } from '#platform/id.ts'
import type { Path } from './path.ts'
import { present, type Scene } from './scene.ts'

/** Two clerks of one centre, of whom the second covers for the first, who takes relief in: a town with more than one window. */
function pair(scene: Scene): { first: Post; second: Post } {
  const clerks = scene.posts(({ roles }) => roles.includes('window-clerk'))
  const found = clerks.flatMap((second) => {
    const first = clerks.find(({ id, place }) => id === second.cover && place === second.place)
    return first &&
      scene.towns.some((town) =>
        RELIEF.every((domain) => scene.clerkAt(town.place, domain)?.post === first.id),
      )
      ? [{ first, second }]
      : []
  })
  return present(found[0], 'two clerks of one centre')
}

const RELIEF = ['elderly', 'social-assistance'] as const

const actorOf = ({ id, person, roles, place, body }: Post, area: string) =>
  ({ kind: 'staff', person, post: id, roles, place, body, area }) as const

/** 待办: claimed, handed on, given by the director, signed by several, and done by whoever stands in. */
export const DESKS: readonly Path[] = [
  {
    name: '认领、移交、指派',
    begins: 3,
    async *live(scene) {
      const { first, second } = pair(scene)
      const town = present(
        scene.towns.find(({ place }) => place === first.place),
        first.place,
      )
      const claimed = await scene.file({ item: 'elderly-allowance', town })
      const handed = await scene.file({ item: 'temporary-assistance', town })
      const given = await scene.file({ item: 'elderly-allowance', town })
      yield 1
      for (const matter of [claimed, handed]) await scene.act(matter, matter.clerk, 'claim')
      await scene.act(handed, handed.clerk, 'hand-over', {
        to: second.id,
        reason: '保障救助窗口更熟悉这类申请',
      })
      const director = scene.officer({ role: 'director', place: town.place })
      await scene.act(given, director, 'assign', { to: second.id, reason: '市场准入窗口今天排队较长' })
    },
  },
  {
    name: '会签进行中',
    begins: 4,
    async *live(scene) {
      const matter = await scene.file({ item: 'publications-retail-licence', town: scene.ruralTown() })
      yield 1
      await scene.usual(matter, 'accept', 'review')
      yield 1
      const { decidingBody: body } = await scene.dossier(matter)
      const signers = ['reviewer', 'head'].map((role) => scene.officer({ role, body }).post)
      await scene.act(matter, { role: 'approver' }, 'ask-countersign', {
        ...{ signers, matter: '经营场所与学校相距较近，请一并看看。' },
      })
      await scene.act(matter, { role: 'reviewer' }, 'countersign', {
        opinion: 'agree',
        text: '距离符合规定。',
      })
    },
  },
  {
    name: '会签有不同意见，已答复',
    begins: 8,
    async *live(scene) {
      const matter = await scene.file({ item: 'publications-retail-licence', town: scene.towns[1]! })
      yield 1
      await scene.usual(matter, 'accept', 'review')
      yield 1
      const { decidingBody: body } = await scene.dossier(matter)
      await scene.act(matter, { role: 'approver' }, 'ask-countersign', {
        signers: [scene.officer({ role: 'head', body }).post],
      })
      yield 1
      await scene.act(matter, { role: 'head' }, 'countersign', {
        ...{ opinion: 'disagree', text: '场所的租期只剩三个月，建议再核实。' },
      })
      await scene.act(matter, { role: 'approver' }, 'settle-disagreement', {
        reason: '租期不是许可条件，租赁合同真实有效，已提醒申请人及时续租。',
      })
      await scene.usual(matter, 'grant')
      yield 1
      await scene.usual(matter, 'seal', 'deliver')
    },
  },
  {
    name: '离岗与顶岗',
    begins: 1,
    async *live(scene) {
      const { first, second } = pair(scene)
      const town = present(
        scene.towns.find(({ place }) => place === first.place),
        first.place,
      )
      const covered = await scene.file({ item: 'elderly-allowance', town })
      const waiting = await scene.file({ item: 'temporary-assistance', town })
      for (const matter of [covered, waiting]) await scene.act(matter, actorOf(second, scene.area), 'claim')
      const absence = {
        post: second.id,
        from: scene.today(),
        to: addDays(scene.today(), 6),
        kind: 'leave',
      } as const
      const director = scene.officer({ role: 'director', place: town.place })
      const set = await setAbsence(scene.house, scene.area, absence, {
        ...{ actor: director, at: scene.now(), requestId: newId() },
      })
      if (isRefusal(set)) throw new Error(`an absence: ${set.code}`)
      yield 0
      await scene.usual(covered, 'accept')
    },
  },
]
