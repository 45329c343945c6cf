import type { Register, Text } from './texts.ts'

/** A word of the office and what a neighbour would say instead. */
export interface Jargon {
  says: RegExp
  instead: string
  /** Where it has to go; a legal paper keeps the terms the law gives it. */
  registers: readonly Register[]
}

const EVERYWHERE = ['button', 'screen', 'guide', 'paper'] as const
const READ = ['button', 'screen', 'guide'] as const

export const JARGON: readonly Jargon[] = [
  { says: /请予以?(?!许可)/, instead: '请', registers: EVERYWHERE },
  { says: /(?<![不准])予以(?!(?:行政许可|受理|批准|行政处罚))/, instead: '直接说动词', registers: READ },
  {
    says: /进行(?=(?:审核|审查|办理|处理|核对|核验|登记|确认|修改|操作|提交|申请|补正|整改|评价|查询|检查))/,
    instead: '直接说动词',
    registers: EVERYWHERE,
  },
  { says: /相关(?!联)/, instead: '说出是哪些', registers: READ },
  { says: /有关(?:部门|人员|规定|材料|事项|单位)/, instead: '说出是谁、是哪些', registers: READ },
  { says: /及时(?!雨)/, instead: '说出几天内，或者“马上”', registers: READ },
  { says: /(?:按照|按|依照)(?:有关|相关)?规定/, instead: '说出哪一条规定', registers: READ },
  { says: /特此/, instead: '删去', registers: READ },
  { says: /届时/, instead: '“到时候”，或者那一天', registers: READ },
  { says: /前往/, instead: '到、去', registers: EVERYWHERE },
  { says: /(?:办理|处理|提交|上传|操作)完毕/, instead: '办完、传完', registers: EVERYWHERE },
  { says: /敬请|烦请|务请/, instead: '请', registers: EVERYWHERE },
  { says: /(?<!业)务必/, instead: '一定', registers: EVERYWHERE },
  { says: /妥善/, instead: '说出怎么做', registers: READ },
  { says: /(?<!双)方可|即可/, instead: '“才能”“就行”', registers: READ },
  { says: /上述|下述|前述/, instead: '“上面”“下面”', registers: READ },
  { says: /若(?!干)/, instead: '如果', registers: READ },
  {
    says: /系统(?:异常|错误|繁忙)|未知错误|网络异常/,
    instead: '出了什么、接着怎么办',
    registers: EVERYWHERE,
  },
  {
    says: /操作(?:失败|成功|有误)|(?:参数|格式)(?:错误|非法)|非法(?:输入|参数|请求)/,
    instead: '哪里不对、怎么改',
    registers: EVERYWHERE,
  },
  {
    says: /校验(?!码)|鉴权|令牌|会话失效|(?:请求|连接|会话|登录)超时/,
    instead: '人话',
    registers: EVERYWHERE,
  },
  {
    says: /该(?=事项|办件|申请|材料|岗位|机构|部门|页面|账号|用户|证照|文件)/,
    instead: '这件、这份、这个',
    registers: READ,
  },
  { says: /如需/, instead: '“要……的”', registers: READ },
  { says: /如有(?:疑问|问题)/, instead: '说出问谁、电话多少', registers: READ },
  { says: /无法/, instead: '“不能”“没法”', registers: READ },
  { says: /用户(?!名|口)/, instead: '“您”，或者是谁', registers: READ },
  { says: /点击/, instead: '按、打开', registers: READ },
  { says: /暂无/, instead: '还没有什么', registers: READ },
  { says: /加载/, instead: '正在打开', registers: READ },
  { says: /(?<!暂停)失败(?!率)/, instead: '没有成功，为什么，接着怎么办', registers: ['button', 'screen'] },
  { says: /兹|鉴于|谨此/, instead: '删去', registers: READ },
]

/** How many characters a reader takes in without drawing breath. */
export const LONGEST: Readonly<Record<Register, number>> = { button: 8, screen: 40, guide: 60, paper: 90 }

export interface Flaw {
  text: Text
  says: string
  instead: string
}

export function flawsOf(text: Text): Flaw[] {
  const jargon = JARGON.filter(({ registers }) => registers.includes(text.register)).flatMap(
    ({ says, instead }) => {
      const said = says.exec(withoutTitles(text.text))?.[0]
      return said === undefined ? [] : [{ text, says: said, instead }]
    },
  )
  const longest = LONGEST[text.register]
  const long = sentencesOf(text.text).filter((sentence) => lengthOf(sentence) > longest)
  return [
    ...jargon,
    ...long.map((sentence) => ({
      text,
      says: sentence,
      instead: `${lengthOf(sentence)}个字，最多${longest}个：分成几句`,
    })),
  ]
}

/** The names of laws and papers are quoted, not said. */
const withoutTitles = (text: string): string => text.replace(/《[^》]*》|“[^”]*”/g, '')

/** Where a reader may stop; what stands in quotation marks or brackets is passed over in one. */
function sentencesOf(text: string): string[] {
  return withoutTitles(text)
    .replace(/（[^）]*）/g, '')
    .split(/[。！？；：\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A number or a Latin word is read as one sign. */
const lengthOf = (sentence: string): number =>
  sentence.replace(/[A-Za-z0-9.,/:_-]+/g, 'x').replace(/\s/g, '').length
