import type { ItemVersion } from '#capabilities/catalogue/contract.ts'

export interface Undertaking {
  title: string
  /** In the order one does them; a step with several matters asks which of them is one's own. */
  steps: readonly Step[]
}

interface Step {
  title: string
  /** The matters of this step, with what makes each of them the right one. */
  ways: Readonly<Record<string, readonly string[]>>
  /** Who may leave the step out, or what to do when one does not know which way is one's own. */
  note?: string
}

const LICENCE_FIRST: Step = {
  title: '先办营业执照',
  ways: { 'individual-household-registration': [] },
  note: '已经有营业执照的，跳过这一步。',
}

/**
 * What people set out to do and which papers it takes, in their order. The size and the foods of a small restaurant are
 * set by the province's regulation, whose text is not at hand: no figure is told here, the window answers [K].
 */
export const UNDERTAKINGS: readonly Undertaking[] = [
  {
    title: '开饭店、小饭馆',
    steps: [
      LICENCE_FIRST,
      {
        title: '再看是小饭馆还是饭店，两样只办一样',
        ways: {
          'small-restaurant-registration': [
            '有固定门店，店面小、人手少、条件简单：小饭馆、早餐店、小吃店',
            '只做山东省准许小餐饮做的品种',
          ],
          'food-business-licence': [
            '店面或者品种超出小餐饮的范围：饭店、酒楼，一般还有裱花蛋糕、生鱼片这类',
            '学校、托幼机构、养老机构的食堂，不论大小',
          ],
        },
        note: '多大算小、哪些不能做，以《山东省食品小作坊小餐饮和食品摊点管理条例》和窗口答复为准。拿不准，带上店面面积和菜单问窗口。',
      },
    ],
  },
  {
    title: '开小卖部',
    steps: [
      LICENCE_FIRST,
      {
        title: '再给卖的包装食品备案',
        ways: { 'prepackaged-food-filing': [] },
        note: '办营业执照时可以一并备案；已经有执照的，开始卖起五个工作日内备案。',
      },
    ],
  },
  {
    title: '开理发店、旅馆',
    steps: [
      LICENCE_FIRST,
      { title: '再办卫生许可，拿到才能营业', ways: { 'public-place-hygiene-licence': [] } },
    ],
  },
]

/** Every matter that stands in an undertaking with this one. */
export function mattersBeside(id: string): string[] {
  const around = UNDERTAKINGS.filter(({ steps }) => steps.some(({ ways }) => id in ways))
  return [...new Set(around.flatMap(({ steps }) => steps.flatMap(({ ways }) => Object.keys(ways))))]
}

/** The undertakings a matter is part of, with only what is in force; a single step left is no order to tell. */
export function undertakingsOf(id: string, items: readonly Pick<ItemVersion, 'id'>[]): Undertaking[] {
  const inForce = new Set(items.map((item) => item.id))
  return UNDERTAKINGS.filter(({ steps }) => steps.some(({ ways }) => id in ways)).flatMap(
    ({ title, steps }) => {
      const left = steps.flatMap((step) => {
        const ways = Object.fromEntries(Object.entries(step.ways).filter(([matter]) => inForce.has(matter)))
        return Object.keys(ways).length === 0 ? [] : [{ ...step, ways }]
      })
      return left.length < 2 ? [] : [{ title, steps: left }]
    },
  )
}
