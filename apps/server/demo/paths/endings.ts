import type { Path } from './path.ts'

const LICENSING = '《中华人民共和国行政许可法》'

/** 不受理、不予受理、退件、终止, each with its ground. */
export const ENDINGS: readonly Path[] = [
  {
    name: '不受理（不需要许可）',
    begins: 6,
    async *live(scene) {
      const matter = await scene.file({ item: 'small-restaurant-registration', town: scene.towns[0]! })
      const reason = '申请人只在自家摊位出售整个的鲜果，不需要办理小餐饮登记。'
      await scene.act(matter, matter.clerk, 'propose-refusal', { reason, ground: 'not-needed' })
      await scene.act(matter, { role: 'approver' }, 'refuse-acceptance', {
        ...{ reason, ground: 'not-needed', basis: `${LICENSING}第三十二条第一款第一项` },
      })
      yield 1
      await scene.usual(matter, 'deliver')
    },
  },
  {
    name: '不予受理（不属本机关职权）',
    begins: 4,
    async *live(scene) {
      const matter = await scene.file({ item: 'public-place-hygiene-licence', town: scene.ruralTown() })
      const grounds = { ground: 'not-competent', competentBody: '演示邻区行政审批服务局' }
      const reason = '经营场所在邻区，应向邻区的审批机关申请。'
      await scene.act(matter, matter.clerk, 'propose-refusal', { reason, ...grounds })
      await scene.act(matter, { role: 'approver' }, 'refuse-acceptance', {
        ...{ reason, ...grounds, basis: `${LICENSING}第三十二条第一款第二项` },
      })
      yield 0
    },
  },
  {
    name: '退件',
    begins: 4,
    async *live(scene) {
      const matter = await scene.file({ item: 'rural-housing-construction', town: scene.ruralTown() })
      yield 1
      await scene.act(matter, matter.clerk, 'return-application', {
        ...{ how: 'in-writing', reason: '申请人书面说明今年不再建房，要求退回材料。' },
      })
    },
  },
  {
    name: '终止',
    begins: 11,
    async *live(scene) {
      const matter = await scene.file({ item: 'small-restaurant-registration', town: scene.towns[1]! })
      yield 1
      await scene.usual(matter, 'accept')
      yield 2
      // The applicant is there: told first, and silent for the days to answer.
      const grounds = { ground: 'subject-gone', basis: `参照${LICENSING}第七十条` }
      const reason = '申请登记的门面已经拆除，没有可以继续办理的内容。'
      await scene.act(matter, { role: 'reviewer' }, 'tell-ending', { ...grounds, reason })
      yield 1
      await scene.act(matter, matter.clerk, 'serve-notice', {
        ...{ mode: 'window', receiver: matter.person.name, relation: 'self', identified: '居民身份证' },
      })
      yield 6
      await scene.act(matter, { role: 'approver' }, 'terminate', { ...grounds, reason })
    },
  },
]
