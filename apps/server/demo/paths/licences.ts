import type { StaffActor } from '#engine/actor.ts'
import { addDays } from '#engine/day.ts'
import { newId } from '#platform/id.ts'
import { RESIDENT } from '../resident.ts'
import type { Path } from './path.ts'
import { granted, NotHere, type Matter, type Scene } from './scene.ts'

const ITEM = 'public-place-hygiene-licence'
const FOOD = 'food-business-licence'
/** Whoever signs up with this name and number finds a licence that runs out (README). */
const SHOPKEEPER = { name: '测试示例乙', citizenId: '370304190602028883', phone: '19900009987' }
const NOODLES = { applicantKind: 'household', name: '博山区示例面馆（演示）', businessKind: 'catering' }
const SHOP = { applicantKind: 'household', name: '博山区示例小吃店（演示）', businessKind: 'catering' }

/** A licence granted and handed out, in force for so many days. */
async function* licensed(
  scene: Scene,
  item: string,
  days: number,
  town = scene.ruralTown(),
): AsyncGenerator<number, Matter, void> {
  const matter = await scene.file({ item, town })
  yield 1
  await scene.usual(matter, 'accept')
  yield 1
  await scene.usual(matter, 'review')
  yield 1
  await scene.act(matter, { role: 'approver' }, 'grant', {
    ...{ conclusion: '经审查，申请符合规定条件，准予许可。', validUntil: addDays(scene.today(), days) },
  })
  await scene.usual(matter, 'seal')
  yield 1
  await scene.usual(matter, 'deliver')
  return matter
}

async function numberOf(scene: Scene, matter: Matter): Promise<string> {
  await scene.settle()
  const looking = {
    actor: scene.officer({ role: 'approver', body: (await scene.dossier(matter)).decidingBody }),
    now: scene.now(),
    reliesOn: [],
  }
  const { items } = await scene.house.cases.licences.list(scene.area, looking, {
    item: matter.item.id,
    limit: 100,
  })
  for (const { number } of items) {
    const row = await scene.house.cases.licences.find(scene.area, number, looking.actor)
    if (row?.dossier.case === matter.no) return number
  }
  throw new NotHere(`the licence of ${matter.no}`)
}

/** What the office that granted it does about one licence, and the window that hands its papers over. */
async function office(scene: Scene, matter: Matter) {
  const { decidingBody: body } = await scene.dossier(matter)
  const number = await numberOf(scene, matter)
  return async (name: string, by: 'reviewer' | 'approver' | 'window', input: Record<string, unknown>) => {
    // What it is about has been printed by then.
    await scene.settle()
    const actor: StaffActor = by === 'window' ? matter.clerk : scene.officer({ role: by, body })
    granted(
      name,
      await scene.house.cases.licences.act({
        ...{ number, act: name, actor, input, now: scene.now() },
        ...{ requestId: newId(), requestHash: newId(), reliesOn: [] },
      }),
    )
  }
}

/** Handed over at a window to the holder in person. */
const handed = (matter: Matter) => ({
  ...{ mode: 'window', receiver: matter.person.name, relation: 'self', identified: '居民身份证' },
})

async function askedAbout(
  scene: Scene,
  matter: Matter,
  kind: 'change' | 'renew' | 'cancel',
): Promise<Matter> {
  const about = { licence: await numberOf(scene, matter), kind }
  return scene.file({ item: matter.item.id, town: matter.town, of: matter, about })
}

/** 证照: in force, running out, renewed, being renewed, changed, corrected, given up, and struck off the register by the office. */
export const LICENCES: readonly Path[] = [
  {
    name: '证照有效',
    begins: 30,
    live: async function* (scene) {
      yield* licensed(scene, ITEM, 4 * 365)
    },
  },
  {
    name: '证照快到期',
    begins: 28,
    live: async function* (scene) {
      yield* licensed(scene, ITEM, 60)
    },
  },
  {
    name: '证照已延续',
    begins: 32,
    async *live(scene) {
      const matter = yield* licensed(scene, ITEM, 90)
      yield 8
      const renewal = await askedAbout(scene, matter, 'renew')
      yield 1
      await scene.usual(renewal, 'accept')
      yield 1
      await scene.usual(renewal, 'review')
      yield 1
      await scene.act(renewal, { role: 'approver' }, 'grant', {
        ...{ conclusion: '经营条件没有变化，准予延续。', validUntil: addDays(scene.today(), 4 * 365) },
      })
      await scene.usual(renewal, 'seal')
      yield 1
      await scene.usual(renewal, 'deliver')
    },
  },
  {
    name: '证照延续办理中',
    begins: 26,
    async *live(scene) {
      const matter = yield* licensed(scene, ITEM, 75)
      yield 19
      const renewal = await askedAbout(scene, matter, 'renew')
      yield 1
      await scene.usual(renewal, 'accept')
    },
  },
  {
    name: '证照变更办理中',
    begins: 24,
    async *live(scene) {
      const matter = yield* licensed(scene, 'human-resources-service-licence', 3 * 365)
      yield 18
      const change = await askedAbout(scene, matter, 'change')
      yield 1
      await scene.usual(change, 'accept')
    },
  },
  {
    name: '证照申请注销',
    begins: 22,
    async *live(scene) {
      const matter = yield* licensed(scene, 'publications-retail-licence', 3 * 365, scene.towns[0]!)
      yield 8
      const end = await askedAbout(scene, matter, 'cancel')
      yield 1
      await scene.usual(end, 'accept', 'review', 'grant', 'seal')
      yield 1
      await scene.usual(end, 'deliver')
    },
  },
  {
    name: '证照依职权注销',
    begins: 36,
    async *live(scene) {
      const matter = yield* licensed(scene, ITEM, 20)
      yield 22
      const act = await office(scene, matter)
      await act('cancel', 'approver', {
        ...{ ground: 'not-renewed', conclusion: '有效期届满没有申请延续，依法办理注销手续。' },
      })
      yield 1
      await act('serve', 'window', {
        ...{ mode: 'post', waybill: 'XA00000000137', signer: matter.person.name, receivedOn: scene.today() },
      })
    },
  },
  {
    name: '证照到期前提醒，可以延续',
    begins: 32,
    async *live(scene) {
      const today = await scene.workday(32)
      const matter = await scene.file({
        ...{ item: FOOD, town: scene.ruralTown() },
        ...{ online: true, person: SHOPKEEPER, answers: SHOP },
      })
      yield 1
      await scene.usual(matter, 'accept')
      yield 1
      await scene.usual(matter, 'survey', 'review')
      yield 1
      // So that the reminder has come and the days to ask for renewal have not gone by.
      await scene.act(matter, { role: 'approver' }, 'grant', {
        ...{
          conclusion: '经审查和现场核查，符合食品经营许可条件，准予许可。',
          validUntil: addDays(today, 25),
        },
      })
      await scene.usual(matter, 'seal')
      yield 1
      await scene.usual(matter, 'deliver')
    },
  },
  {
    name: '证照拟注销，公告送达',
    begins: 24,
    async *live(scene) {
      const matter = yield* licensed(scene, ITEM, 3 * 365)
      yield 3
      const act = await office(scene, matter)
      await act('intend', 'reviewer', {
        ...{ ground: 'cancel-other-law', basis: '《公共场所卫生管理条例》第八条（演示）' },
        reason: '场所已经拆除，不再具备许可所依据的条件。',
      })
      yield 1
      await act('serve-intent', 'window', {
        ...{ mode: 'announcement', announcedAt: '区政府网站和原经营场所', announcedOn: scene.today() },
        reason: '经营场所已经拆除，电话停机，邮寄的告知书被退回。',
      })
    },
  },
  {
    name: '证照拟变更，等持证人陈述申辩',
    begins: 9,
    async *live(scene) {
      const matter = await scene.file({
        ...{ item: FOOD, town: scene.ruralTown(), online: true, person: RESIDENT, answers: NOODLES },
      })
      yield 1
      await scene.usual(matter, 'accept')
      yield 1
      await scene.usual(matter, 'survey', 'review')
      yield 1
      await scene.act(matter, { role: 'approver' }, 'grant', {
        ...{
          conclusion: '经审查和现场核查，符合食品经营许可条件，准予许可。',
          validUntil: addDays(scene.today(), 4 * 365),
        },
      })
      await scene.usual(matter, 'seal')
      yield 1
      await scene.usual(matter, 'deliver')
      yield 2
      const act = await office(scene, matter)
      await act('intend', 'reviewer', {
        ...{ ground: 'change-circumstances-changed', basis: '《中华人民共和国行政许可法》第八条第二款' },
        reason: '所在街巷的消防通道改造，门前的加工区不能再用。',
        change: '经营场所面积由60平方米改为45平方米',
      })
      yield 1
      // Handed over two days ago: the days to state and defend oneself run, and the holder may answer under the own account.
      await act('serve-intent', 'window', handed(matter))
    },
  },
  {
    name: '证照依职权变更',
    begins: 26,
    async *live(scene) {
      const matter = yield* licensed(scene, ITEM, 3 * 365)
      yield 2
      const act = await office(scene, matter)
      await act('intend', 'reviewer', {
        ...{ ground: 'change-circumstances-changed', basis: '《中华人民共和国行政许可法》第八条第二款' },
        reason: '所在楼宇的消防疏散通道改造，原核准的营业面积不再符合安全要求。',
        change: '营业面积由120平方米改为90平方米',
      })
      yield 1
      await act('serve-intent', 'window', handed(matter))
      yield 1
      await act('hear', 'reviewer', {
        ...{ result: 'stated', form: 'signed', record: 'read-back', signer: matter.person.name },
        ...{ signedOn: scene.today(), kept: '案卷第9页', text: '同意变更，要求补偿拆改隔墙的费用。' },
      })
      yield 1
      await act('alter', 'approver', {
        ...{ what: ['营业面积：120平方米 → 90平方米'], compensation: '补偿拆改隔墙的费用2000元。' },
        conclusion: '为了公共安全的需要，营业面积应当缩减，持证人没有异议，决定变更。',
      })
      yield 1
      await act('serve-amendment', 'window', handed(matter))
    },
  },
  {
    name: '证照更正错字',
    begins: 20,
    async *live(scene) {
      const matter = yield* licensed(scene, ITEM, 3 * 365)
      yield 1
      const act = await office(scene, matter)
      await act('correct', 'approver', {
        ...{ found: 'holder', wrong: '示列路8号', right: '示例路8号', shownBy: '申请表第3项和场所证明' },
      })
      yield 1
      await act('serve-amendment', 'window', handed(matter))
    },
  },
]
