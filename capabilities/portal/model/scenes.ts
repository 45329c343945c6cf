import type { ItemVersion } from '#capabilities/catalogue/contract.ts'

export interface Scene {
  /** Stands in the address of its page. */
  key: string
  title: string
  who: 'person' | 'firm'
  /** What people call it at the counter, the most wanted first. */
  wanted: Readonly<Record<string, string>>
  /** Wanted in another scene and needed in this one as well. */
  also?: readonly string[]
  /** Scenes of the catalogue (主题) that belong here: a newly published matter finds its place by itself. */
  topics: readonly string[]
}

/**
 * What happens in a life or a business, in people's own words. No two of them answer the same question, so that whoever
 * reads the list from above stops once.
 */
export const SCENES: readonly Scene[] = [
  {
    key: 'birth',
    title: '生孩子、上户口',
    who: 'person',
    wanted: {
      'newborn-household-registration': '给孩子上户口',
      'birth-service-registration': '生育登记（准生证）',
      'maternity-benefit-payment': '领生育津贴',
      'spouse-household-move-in': '结婚迁户口',
    },
    topics: ['结婚生育', '生育收养', '户籍办理'],
  },
  {
    key: 'elderly',
    title: '家里有老人',
    who: 'person',
    wanted: {
      'elderly-allowance': '领高龄津贴',
      'resident-pension-claim': '领养老金',
      'senior-preferential-card': '办老年证',
      'social-insurance-enrolment-residents': '参加养老保险',
    },
    topics: ['老年生活', '退休养老', '养老服务'],
  },
  {
    key: 'illness',
    title: '看病、医保',
    who: 'person',
    wanted: {
      'medical-manual-reimbursement': '看病报销',
      'resident-medical-insurance-enrolment': '参加居民医保',
      'off-site-medical-filing': '去外地看病备案',
      'medical-assistance': '大病医疗救助',
    },
    topics: ['医疗保障', '生病就医'],
  },
  {
    key: 'hardship',
    title: '日子遇到困难',
    who: 'person',
    wanted: {
      'subsistence-allowance': '申请低保',
      'temporary-assistance': '急难救助（临时救助）',
      'extreme-poverty-support': '特困供养（五保）',
      'orphan-basic-living': '孤儿生活费',
    },
    topics: ['生活困难', '社会救助', '儿童福利', '意外灾害'],
  },
  {
    key: 'disability',
    title: '残疾人和家里人',
    who: 'person',
    wanted: { 'disability-certificate': '办残疾人证', 'disability-two-subsidies': '领残疾人补贴' },
    topics: ['残疾人服务', '残疾人帮扶'],
  },
  {
    key: 'house',
    title: '盖房、用地、房产',
    who: 'person',
    wanted: {
      'village-homestead': '申请宅基地',
      'rural-housing-construction': '村里建房规划许可',
      'real-estate-registration-query': '查房产、开无房证明',
    },
    topics: ['农村建房', '住房保障', '不动产登记', '住房'],
  },
  {
    key: 'farm',
    title: '种地、养殖、砍树',
    who: 'person',
    wanted: {
      'grain-subsidy': '领种地补贴',
      'farm-machinery-subsidy': '领农机补贴',
      'animal-epidemic-prevention-certificate': '办养殖场防疫证',
      'tree-felling-permit': '办砍树证',
    },
    topics: ['惠农补贴', '农林牧渔', '农业生产', '林业'],
  },
  {
    key: 'work',
    title: '找工作、自己创业',
    who: 'person',
    wanted: {
      'unemployment-registration': '失业登记',
      'employment-difficulty-recognition': '就业困难认定',
      'startup-guaranteed-loan': '申请创业贷款',
    },
    topics: ['就业创业', '就业援助', '失业保障', '求职招聘'],
  },
  {
    key: 'veteran',
    title: '当过兵、军属',
    who: 'person',
    wanted: {
      'veteran-preferential-card': '办退役军人优待证',
      'veterans-survivor-pension': '领烈属、军属抚恤金',
    },
    topics: ['退役军人', '退役军人事务', '优待抚恤'],
  },
  {
    key: 'dispute',
    title: '打官司、有纠纷',
    who: 'person',
    wanted: { 'legal-aid': '请免费律师', 'peoples-mediation-application': '找人调解' },
    topics: ['法律服务', '纠纷调解', '劳动维权'],
  },
  {
    key: 'shop',
    title: '开个店',
    who: 'firm',
    wanted: {
      'individual-household-registration': '办营业执照（个体户）',
      'publications-retail-licence': '开书店',
      'public-place-hygiene-licence': '开理发店、旅馆（卫生许可）',
      'individual-household-cancellation': '关店、注销执照',
    },
    topics: ['个体经营', '文化经营', '卫生健康'],
  },
  {
    key: 'food',
    title: '做餐饮、卖食品',
    who: 'firm',
    wanted: {
      'food-business-licence': '开饭店、办食品证',
      'small-restaurant-registration': '开小饭馆、早餐店',
      'prepackaged-food-filing': '小卖部卖包装食品',
    },
    also: ['individual-household-registration'],
    topics: ['食品药品', '开办餐饮店'],
  },
  {
    key: 'organisation',
    title: '办机构、办中介',
    who: 'firm',
    wanted: {
      'private-nonenterprise-registration': '办民办幼儿园、养老院',
      'human-resources-service-licence': '开职业介绍所',
    },
    topics: ['社会组织', '人力资源'],
  },
  {
    key: 'site',
    title: '工地临时用地',
    who: 'firm',
    wanted: {
      'temporary-land-use': '临时占地（不占耕地）',
      'temporary-land-use-arable': '临时占用耕地',
    },
    topics: ['工程建设'],
  },
]

/** The matters of a scene that are in force: the wanted ones in their order, then what its topics bring. */
export function itemsOfScene(scene: Scene, items: readonly ItemVersion[]): ItemVersion[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const named = [...Object.keys(scene.wanted), ...(scene.also ?? [])]
  const further = items.filter(
    (item) =>
      !named.includes(item.id) &&
      servesWho(item, scene.who) &&
      item.topics.some((topic) => scene.topics.includes(topic)),
  )
  return [...named.flatMap((id) => byId.get(id) ?? []), ...further]
}

export const servesWho = (item: { serves: readonly string[] }, who: Scene['who']): boolean =>
  who === 'person' ? item.serves.includes('1') : item.serves.some((kind) => kind !== '1' && kind !== '6')

/** What people call the matters of the scenes, by item; they are asked for by these names too. */
export const PLAIN_NAMES: ReadonlyMap<string, string> = new Map(
  SCENES.flatMap(({ wanted }) => Object.entries(wanted)),
)

/** What people call a matter; its first alias where no scene names it, and the official name as the last resort. */
export function calledOf({ id, aliases, name }: Pick<ItemVersion, 'id' | 'aliases' | 'name'>): string {
  return PLAIN_NAMES.get(id) ?? aliases[0] ?? name
}
