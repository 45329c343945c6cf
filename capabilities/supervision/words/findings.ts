import { chineseDay } from '#engine/clock/explain.ts'
import type { NewPointGround } from '#capabilities/case/contract.ts'
import type { Deed, ExceptionUsed, FindingCode, FindingRule, UnjudgedCode } from '../model/findings.ts'
import type { BadLine } from '../model/imported.ts'

export const FINDING_RULE_TITLES: Readonly<Record<FindingRule, string>> = {
  'beyond-power': '超权限',
  upward: '上推',
  'over-limit': '超时限',
  'out-of-order': '逆程序',
  'one-time-notice': '一次性告知',
}

export const SOURCE_TITLES = { own: '本平台办件', import: '导入数据' } as const

type Facts = Readonly<Record<string, unknown>>
const day = (value: unknown): string => chineseDay(String(value).slice(0, 10)).replace(/（.*$/, '')

const WITHOUT: Readonly<Record<string, (facts: Facts) => string>> = {
  'power-none': () => '权责清单里没有这项权力',
  'power-expired': ({ lastDay }) => `授权已于${day(lastDay)}到期`,
  'power-taken-back': ({ on }) => `授权已自${day(on)}起收回`,
  'power-not-yet': ({ from }) => `授权自${day(from)}起才生效`,
}

/** A step as a sentence names it: what was done, when, and by whom. */
export interface ToldDeed {
  step: Deed['step']
  day: string
  who?: string
}

const DEED_WORDS: Readonly<Record<Deed['step'], string>> = {
  apply: '申请',
  accept: '受理',
  survey: '现场勘验',
  review: '审查',
  decide: '作出决定',
  issue: '制证',
  close: '办结',
  notify: '告知补正',
  attempt: '操作',
}

const deedsIn = (facts: Facts) => (facts['deeds'] ?? []) as readonly ToldDeed[]
const deed = ({ step, day: on, who }: ToldDeed) => `${day(on)}${who ? `由${who}` : ''}${DEED_WORDS[step]}`

/** The sentence, and after it which step that was, whose and when. */
const named = (sentence: (facts: Facts) => string) => (facts: Facts) => {
  const deeds = deedsIn(facts)
  return sentence(facts) + (deeds.length === 0 ? '' : `${deeds.map(deed).join('，')}。`)
}

/** Who tried it and on which day, before what was tried. */
const tried = (sentence: (facts: Facts) => string) => (facts: Facts) => {
  const [first] = deedsIn(facts)
  return (first === undefined ? '' : `${day(first.day)}，${first.who ?? ''}`) + sentence(facts)
}

const withoutPower = (what: string) =>
  named(
    (facts) =>
      `${String(facts['bodyName'])}${what}时没有相应权力：${WITHOUT[String(facts['why'])]?.(facts) ?? '授权不在有效期内'}。`,
  )

const late = (limit: string) =>
  named((facts) => {
    const { dueDay, endedDay, late: days, step } = facts
    const ended = endedDay === undefined ? '至今没有办结记录' : `${day(endedDay)}才办结`
    const colon = deedsIn(facts).length > 0 ? '：' : '。'
    const slowest = step ? `用时最长的环节是${stepTitle(step)}${colon}` : ''
    return `${limit}应于${day(dueDay)}届满，${ended}，超过${String(days)}个工作日。${slowest}`
  })

const STEP_TITLES: Readonly<Record<string, string>> = {
  accept: '受理',
  survey: '现场勘验',
  review: '审查',
  decide: '决定',
  issue: '制证',
}

/** Steps of our own by their code, those of a file as the file calls them. */
const stepTitle = (step: unknown): string => STEP_TITLES[String(step)] ?? String(step)

/** Why a newly supplied paper raised a point; the clerk's own reason stands in the case, sealed. */
const RAISED_HOW: Readonly<Record<NewPointGround, string>> = {
  'own-defect': '新交的材料本身不合要求',
  contradiction: '与其他材料不一致',
  'new-circumstance': '反映出新的情况',
}

const exception = ({ round, material, by, ground }: ExceptionUsed): string =>
  `第${round}次补正告知增加了“${material}”的问题，写明由申请人新补交的“${by}”引出（${RAISED_HOW[ground]}）`

/** One sentence for each finding. */
export const FINDING_SENTENCES: Readonly<Record<FindingCode, (facts: Facts) => string>> = {
  'accept-without-power': withoutPower('受理'),
  'decide-without-power': withoutPower('作出决定'),
  attempted: tried(({ what, why }) => `想做“${String(what)}”，被系统拦下：${String(why)}。`),
  'decided-above': named(
    ({ bodyName, aboveName }) =>
      `按权责清单应由${String(bodyName)}自己决定，却由${String(aboveName)}作出决定。`,
  ),
  'upward-attempted': tried(({ what, why }) => `想做“${String(what)}”，被系统拦下：${String(why)}。`),
  'statutory-limit': late('法定时限'),
  'promised-limit': late('承诺时限'),
  'step-limit': named(
    ({ step, dueDay, endedDay, late: days }) =>
      `“${stepTitle(step)}”环节应于${day(dueDay)}完成，${day(endedDay)}才完成，超过${String(days)}个工作日。`,
  ),
  'decided-before-accepted': named(() => '还没有受理就作出了决定。'),
  'accepted-before-applied': named(() => '受理时间早于申请时间。'),
  'reviewed-after-decided': named(() => '作出决定以后才审查。'),
  'closed-before-decided': named(() => '还没有作出决定就已经办结。'),
  'step-missing': named(({ missing }) => `缺少环节：${(missing as string[]).join('、')}。`),
  'notice-exception': named(
    ({ uses }) =>
      `一次性告知例外：${(uses as ExceptionUsed[]).map(exception).join('；')}。具体理由见办件的办理经过。`,
  ),
  'notice-blocked': tried(
    ({ materials, why }) =>
      `再次告知补正时想增加${(materials as string[]).map((name) => `“${name}”`).join('、')}的问题，被系统拦下：${String(why)}。`,
  ),
  'same-person': named(
    ({ steps }) => `${(steps as string[]).map(stepTitle).join('和')}是同一个人，岗位没有分设。`,
  ),
}

export const FINDING_BASES: Readonly<Record<FindingRule, string>> = {
  'beyond-power':
    '行政许可法第二十二条：行政许可由具有行政许可权的行政机关在其法定职权范围内实施。许可以外的事项参照。',
  upward: '县（区）改革方案和权责清单：镇（街道）有权决定的事项由镇（街道）自己决定，不得推给上级。',
  'over-limit': '行政许可法第四十二条和服务指南公开的承诺时限。许可以外的事项参照。',
  'out-of-order': '行政许可法第四章规定的实施程序和实施清单公开的办理流程。许可以外的事项参照。',
  'one-time-notice':
    '行政许可法第三十二条第一款第四项：一次告知申请人需要补正的全部内容；第七十二条第四项：不一次告知的责令改正。许可以外的事项参照。',
}

export const UNJUDGED_TITLES: Readonly<Record<UnjudgedCode, string>> = {
  'not-accepted': '没有受理信息',
  'item-unknown': '事项编码和名称在本地目录里对不上',
  'item-not-in-force': '受理当天本地目录里没有生效的实施清单',
  'body-unknown': '办理部门的名称和信用代码在机构名录里对不上',
  'no-limit': '没有可对照的法定时限和承诺时限',
  'no-steps': '没有过程信息',
}

export const BAD_LINE_TITLES: Readonly<Record<BadLine['problem'], (field: string) => string>> = {
  'columns-differ': () => '列数和表头不一致，请检查这一行的逗号和引号。',
  missing: (field) => `缺少“${field}”。`,
  'too-long': (field) => `“${field}”超过500字。`,
  'no-time': (field) =>
    `“${field}”不是日期或时间，可以写成20260316T093000、2026-03-16 09:30:00或2026-03-16。`,
  'in-future': (field) => `“${field}”晚于今天。`,
  reversed: (field) => `“${field}”早于开始时间。`,
  'operation-unknown': () => '同步类型只能是 I（新增）、U（修改）或 D（删除）。',
}

/** Pieces of evidence that are no lines of a file. */
export const EVIDENCE_TITLES = {
  grant: '权责清单',
  register: '公开的办理流程',
  clock: '时限怎么算的',
  fact: '本平台记录',
} as const

export const FACT_TITLES: Readonly<Record<string, string>> = {
  accepted: '受理',
  surveyed: '现场勘验',
  reviewed: '审查',
  granted: '准予决定',
  denied: '不予决定',
  attempted: '被拦下的操作',
  'supplement-notified': '补正告知',
}

export const EVIDENCE_LABELS = {
  body: '机构',
  valid: '有效期',
  basis: '依据',
  steps: '环节',
  due: '说明',
  what: '动作',
  at: '时间',
  by: '岗位',
} as const

export function rowTitle(dataset: string, file: string, line: number): string {
  return `${dataset}：${file}第${line}行`
}

/** Whole-file refusals of an import. */
export const importRefusalWords = {
  'import-encoding-unknown': '文件不是 UTF-8 或 GB18030 编码的文本。请在表格软件里另存为 CSV 后再上传。',
  'import-columns-unknown':
    '认不出这是哪一类数据。表头要有国家汇聚库的字段名，例如 projectNo、acceptDate。请核对表头后再上传。',
  'import-not-json': '文件不是正确的 JSON：要么是一组记录，要么按 up_pro_accept 等表名分组。请改正后再上传。',
  'import-empty': '文件里没有数据行。请核对后再上传。',
  'import-too-long': '文件行数太多，一次最多5万行。请分成几个文件上传。',
} as const
