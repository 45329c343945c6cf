import type { Sentences } from '#platform/http/problem.ts'
import { PART_TITLES } from '../authoring/part-titles.ts'
import type { ChangeRefusalCode, ChangeState, DECLARED, MATERIAL_MARKS } from '../contract/change.ts'

export const STATE_TITLES: Readonly<Record<ChangeState, string>> = {
  draft: '起草中',
  submitted: '待审定',
  returned: '退回修改',
  approved: '已审定，待发布',
  scheduled: '已定发布日期',
  published: '已发布',
  withdrawn: '已撤回',
}

export const FIELD_TITLES = {
  edits: '修改内容',
  comment: '意见',
  on: '针对的部分',
  take: '选用哪一边',
  keptReason: '保留本地写法的理由',
  returned: '退回的原因',
  calledOff: '取消发布的原因',
  withdrawn: '撤回的原因',
  effectiveFrom: '实施日期',
  declared: {
    lawful: '内容合法',
    true: '内容真实',
    accurate: '内容准确',
    complete: '内容完整',
  } satisfies Record<(typeof DECLARED)[number], string>,
  marks: {
    reasonable: '每份材料都合理',
    necessary: '每份材料都必要',
    timely: '每份材料都在该交的时候收',
    complete: '材料清单完整',
  } satisfies Record<(typeof MATERIAL_MARKS)[number], string>,
} as const

interface ActWords {
  title: string
  tone: 'primary' | 'normal' | 'danger'
  help?: string
}

export const ACT_TITLES: Readonly<Record<string, ActWords>> = {
  edit: { title: '修改', tone: 'normal' },
  comment: { title: '写意见', tone: 'normal' },
  submit: { title: '送审', tone: 'primary', help: '送审前逐项确认。编制单位对内容负责。' },
  return: { title: '退回修改', tone: 'normal' },
  approve: { title: '审定', tone: 'primary', help: '审定前逐项核对材料清单。' },
  publish: {
    title: '定发布日期',
    tone: 'primary',
    help: '到这一天自动发布。正在办理的办件仍按受理时的版本办。',
  },
  'call-off': { title: '取消发布', tone: 'normal' },
  withdraw: { title: '撤回', tone: 'danger' },
}

export const CLOCK_TITLES: Readonly<Record<string, string>> = {
  draft: '起草期限',
  review: '审定期限',
  publish: '发布期限',
}

export const FACT_TITLES: Readonly<Record<string, string>> = {
  'change-opened': '开始起草',
  'change-edited': '修改',
  'change-moved-on': '按新导入的目录更新',
  'change-settled': '对照上级目录作出决定',
  'change-commented': '写意见',
  'change-submitted': '送审，确认内容合法、真实、准确、完整',
  'change-returned': '退回修改',
  'change-approved': '审定',
  'change-scheduled': '定发布日期',
  'change-called-off': '取消发布',
  'change-sent-back': '没有发布成，退回修改',
  'change-published': '发布',
  'change-withdrawn': '撤回',
  'change-lapsed': '超过起草期限，自动撤回',
  'change-overdue': '超过期限',
}

const found = (facts: Readonly<Record<string, unknown>>): string =>
  ((facts['findings'] ?? []) as { what: string }[])
    .slice(0, 5)
    .map(({ what }) => what)
    .join('；')

const upper = (facts: Readonly<Record<string, unknown>>): string => {
  const parts = ((facts['problems'] ?? []) as { path: string }[]).map(
    ({ path }) => PART_TITLES[path.split('/')[1] as keyof typeof PART_TITLES] ?? path,
  )
  return [...new Set(parts)].join('、')
}

const partAt = (at: string): string => PART_TITLES[at.split('/')[1] as keyof typeof PART_TITLES] ?? at

const placesOf = (lines: unknown, key: string): string =>
  [...new Set(((lines ?? []) as Readonly<Record<string, string>>[]).map((line) => line[key]))].join('、')

export const changeRefusalWords: Readonly<Record<ChangeRefusalCode, Sentences[string]>> = {
  'change-not-found': '没有找到这次变更。请回到事项变更列表重新查找。',
  'change-moved-on': '这次变更已经有了新进展。请刷新页面，看过以后再办。',
  'change-not-your-step': '这一步不由您办理。起草由编制单位负责，审定和发布由审定单位负责。',
  'change-not-your-item': '这个事项不由您的单位编制。请联系负责这个事项的单位。',
  'change-authoring-off': '本区的方案没有写明由谁编制、审定事项。请先在方案里写明。',
  'change-open-already': '这个事项已经有一次变更在办。请在那次变更里修改，或者等它办完。',
  'change-version-unknown': '没有找到这个事项或者这个版本。请核对后重新选择。',
  'change-edit-misplaced': '要修改的内容找不到位置。请刷新页面后重新修改。',
  'change-edit-blind': '没有说明是在哪一版草稿上改的。请刷新页面后重新修改。',
  'change-edit-overtaken': (facts) =>
    `别人刚改过这几处：${placesOf(facts['conflicts'], 'part')}。您写的还在，请核对后再保存。`,
  'change-incomplete': (facts) =>
    `还有没填的内容：${placesOf(
      ((facts['problems'] ?? []) as string[]).map((at) => ({ part: partAt(at) })),
      'part',
    )}。请填好后再提交。`,
  'change-item-exists': ({ name }) => `已经有叫“${String(name)}”的事项。请在那个事项上修改，或者换一个名称。`,
  'change-misshapen': (facts) =>
    `有的内容填得不对：${((facts['problems'] ?? []) as string[]).slice(0, 5).join('；')}。请改正后再保存。`,
  'change-not-saved': (facts) => `没有保存：${found(facts)}。请改好后再保存。`,
  'change-against-upper': (facts) =>
    `有的内容由上级目录统一规定，本区只能更宽松，不能更严或者改写：${upper(facts)}。请改回去，或者向上级提出修改。`,
  'change-nothing': '草稿和现行版本一样，没有要审定的内容。请先修改，或者撤回。',
  'change-gate-failed': (facts) => `质量检查没有通过：${found(facts)}。请改好后再提交。`,
  'change-papers-do-not-open': (facts) =>
    `申请表或者结果样本打不开：${((facts['problems'] ?? []) as string[]).slice(0, 5).join('；')}。请改好后再提交。`,
  'change-declaration-missing': '送审前要确认内容合法、真实、准确、完整。请逐项核对后打勾。',
  'change-marks-missing': '审定前要确认材料合理、必要、适时、完整。请逐项核对后打勾；做不到的，退回修改。',
  'change-own-hand': '您写过这份草稿，不能由您审定。请交给另一位审定人员。',
  'change-day-past': '实施日期早于今天。请选择今天或者以后的日期。',
  'change-ends-before-it-begins':
    '停用日期早于实施日期，这个版本一天也不会生效。请退回起草人改停用日期，或者换一个实施日期。',
  'change-base-moved': '起草期间这个事项发布了新版本。请撤回这次变更，从新版本重新起草。',
  'change-touched-since-file':
    '上次导入的草稿已经有人改过或者写了意见，没有覆盖。请打开草稿，对照这一行修改。',
  'change-conflict-open': (facts) =>
    `上级目录更新还有${((facts['problems'] ?? []) as unknown[]).length}处没有决定：${upper(facts)}。请逐处选用上级的或者保留本地的。`,
  'change-conflict-unknown': '这一处不在上级目录更新的待定清单里。请刷新页面后重新选择。',
  'change-local-not-lawful': (facts) =>
    `本地的写法比上级现在的规定更严，不能保留：${upper(facts)}。请选用上级的，或者先把这一处改得同样宽松。`,
  'change-local-unexplained': '保留本地的写法要写明理由，让审定的人看得懂。',
  'change-from-above': '这次变更由上级目录更新引起，不能撤回。请逐处决定后送审。',
  'change-not-due': '还没有到日子，暂时不用处理。',
}

export const storyWords = {
  staff: '工作人员',
  system: '系统',
  reason: (reason: string) => `变更原因：${reason}`,
  rollsBack: (version: number) => `恢复第${version}版的内容`,
  edits: (count: number) => `改了${count}处`,
  from: (day: string) => `${day}起实施`,
  failed: (code: string) => `发布当天没有写入（${code}）。请核对后重新送审。`,
  fromFile: (file: string, row: number) => `按导入的目录“${file}”第${row}行`,
  notPassed: '质量检查还没有通过。请先按检查结果改好。',
}

/** What a draft can lack and a published version cannot. */
export const ownFindings = {
  source: '中华人民共和国行政许可法第三十条；沂源方案3.2.5',
  filledIn: '每一部分都填好',
  empty: (place: string) => `“${place}”还没有填好`,
  fillIn: '打开这一部分，把没填的填上',
  line: (part: string, at: number) => `${part}第${at}条`,
  lineNamed: (part: string, name: string) => `${part}：${name}`,
  papersOpen: '空白表格、示范文本和结果样本都打得开',
  mendPapers: '改好申请表里的字句或者示范填写的内容，保存后再看',
}

/** 上级目录更新: why a draft began, and what became of this area's own words. */
export const aboveWords = {
  reason: (lists: string) => `上级目录更新：${lists}`,
  list: (tier: string, version: number) => `${tier}清单第${version}版`,
  why: {
    'both-changed': '上级改了这一处，本地也有自己的写法',
    'no-longer-lawful': '上级改了以后，本地的写法比上级更严',
  },
  moved: {
    renamed: '上级换了编号，本地的内容跟着移过去了',
    adopted: '上级现在和本地写得一样，不再另写',
    gone: '上级已经取消这一行，本地的写法不再需要',
  },
  took: { upper: '选用上级的', local: '保留本地的' },
} as const

export const newItemWords = { allNew: '这是一个新事项，全部内容都是新的。' }
