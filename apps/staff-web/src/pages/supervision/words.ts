import type {
  AlertView,
  IndicatorView,
  SupervisedCase,
  TargetView,
} from '#capabilities/supervision/contract.ts'
import type { FindingView } from '#capabilities/supervision/contract/findings.ts'

export const supervisionWords = {
  title: '监督',
  text: '数字都由办件记录算出，点数字可以看到是哪些办件。',
  ownPlace: '您看到的是本场所的数据。',
  tabs: {
    indicators: '指标',
    alerts: '预警',
    gaps: '卡住的办件',
    findings: '超权限·超时限·逆程序',
    imports: '数据导入监督',
    reengineering: '流程再造对照',
    attempts: '越权记录',
  },
  tabList: '监督内容',
  period: '期间',
  periods: { month: '本月', before: '上月', custom: '自选' },
  place: '场所',
  anyPlace: '全区',
  span: (from: string, to: string) => `${from}至${to}`,
  soFar: (day: string) => `数据截至${day}`,
  noData: '期内没有数据',
  none: '—',
  ofTotal: (numerator: number, denominator: number, unit: string) => `${numerator} / ${denominator} ${unit}`,
  door: (what: string, count: number) => `${what} ${count} 件`,
  seeCases: (what: string) => `看${what}办件`,
  records: '看记录',
  byPlace: '分场所',
  byBody: '分机构',
  how: '怎么算的',
  formulaVersion: (version: number) => `公式第${version}版`,
  clauses: '依据条款：',
  targets: '目标',
  unrated: '没有评价的场所',
  lateRatings: (count: number) => `没有按期处理的差评，共${count}条`,
  allRated: '每个大厅和中心都有评价。',
  allCases: '全部办件',
  close: '关闭',
  emptyCases: '期内没有这样的办件。',
  emptyAlerts: '现在没有临近或超期的办件。',
  emptyAttempts: '期内没有越权、上推或重复告知的记录。',
  received: (day: string) => `${day}收件`,
  decided: (day: string) => `${day}决定`,
  ended: (day: string) => `${day}结束`,
  promised: (day: string) => `承诺${day}到期`,
  lateBy: (days: number) => `超期${days}个工作日`,
  leftOpen: (reason: string) => `未当场办结：${reason}`,
  stepLate: (step: string, due: string, end: string | undefined) =>
    `${step}超时：应于${due}完成，${end === undefined ? '还没有完成' : `${end}完成`}`,
  levelFilter: '级别',
  anyLevel: (count: number) => `全部 ${count}`,
  levelCount: (level: AlertView['level'], count: number) => `${levelWords[level]} ${count}`,
  dueIn: (title: string, day: string, left: number) =>
    left < 0
      ? `${title}${day}到期，已超${-left}个工作日`
      : left === 0
        ? `${title}今天到期`
        : `${title}${day}到期，还有${left}个工作日`,
  alertsNow: '按今天的情况，不分期间；一个办件只计最重的一级。',
  gapKind: '卡在哪里',
  gapsText: '每件在办的事都应有人该办、有权可办、有期限在计时。缺了哪一样，列在这里；补上以后自动消失。',
  checked: (at: string, cases: number) => `上一次全部检查完的时间是${at}，共检查在办件${cases}件。`,
  emptyGaps: '没有卡住的办件。',
  since: (at: string) => `${at}发现`,
  findingRule: '问题类别',
  findingSource: '来源',
  anySource: '全部来源',
  sources: { own: '本平台办件', import: '导入数据' },
  findingsText:
    '系统按权责清单、时限和办理流程自动核对每一件，展开可以看到证据。导入的数据有误的，更正后再导入一次，对应的问题自动消失。',
  ruleCount: (rule: FindingView['rule'], count: number) => `${ruleWords[rule]} ${count}`,
  emptyFindings: '期内没有查出这样的问题。',
  evidence: (count: number) => `看证据（${count}）`,
  evidenceOf: (no: string, rule: string) => `看证据：${no}，${rule}`,
  importTitle: '导入其他系统的办件数据',
  importText:
    '选择 CSV 或 JSON 文件，字段用国家汇聚库的名称：受理（up_pro_accept）、过程（up_pro_process）、特别程序（up_pro_special_procedure）、材料（up_pro_material）、办结（up_pro_result）。编码为 UTF-8 或 GB18030，一次不超过5万行。同一个文件导入两次不会重复。',
  importPrivacy: '申请人的姓名、证件号码、电话等不会保存。',
  importLabel: '选择文件',
  templates: '下载空白模板（第一行是列名，填好后存为 CSV）：',
  importing: '正在核对和保存…',
  importedBefore: '这个文件以前导入过，这次没有改动任何数据。',
  importedFiles: '导入过的文件',
  emptyImports: '还没有导入过文件。',
  importedCases: (count: number) => `已导入办件${count}件。查出的问题在“超权限·超时限·逆程序”里。`,
  unjudged: '有些办件缺少信息，没有判断',
  unjudgedLine: (rule: string, why: string, count: number) => `${rule}：${count}件，${why}`,
  importedLines: (lines: { kept: number; removed: number; unchanged: number; bad: number; cases: number }) =>
    `新增或修改${lines.kept}行，删除${lines.removed}行，没有变化${lines.unchanged}行，不能用${lines.bad}行，涉及办件${lines.cases}件。`,
  badLines: (count: number) => `不能用的行（${count}），其余已保存`,
  badLine: (dataset: string, line: number, text: string) => `${dataset}第${line}行：${text}`,
  moreBadLines: (count: number) => `还有${count}行没有列出。`,
  ignored: (columns: readonly string[]) => `没有用到的列：${columns.join('、')}`,
  reengineeringText: '新版本只用于发布以后收到的办件，在办的仍按收件时的版本办理。',
  emptyReengineering: '还没有发布过第二个版本的事项。',
  version: '版本',
  versionFrom: (version: number, from: string) => `第${version}版（${from}起）`,
  versionsOf: (name: string) => `${name}的各个版本`,
  versionColumns: {
    steps: '办理环节',
    materials: '列明的材料',
    demanded: '要交的材料',
    fields: '要填的项',
    visits: '到现场次数',
    limit: '承诺时限',
    cases: '办件',
    openCases: '其中在办',
  },
  changedFrom: (from: number, to: number) => `第${from}版到第${to}版`,
  changed: (title: string, before: number, after: number) =>
    after < before
      ? `${title}由${before}减到${after}，少${before - after}`
      : `${title}由${before}增到${after}，多${after - before}`,
  unitsDiffer: '两个版本的承诺时限单位不同，不作比较',
  changeLists: {
    stepsDropped: (names: string) => `减少的环节：${names}`,
    stepsAdded: (names: string) => `增加的环节：${names}`,
    materialsDropped: (names: string) => `取消的材料：${names}`,
    materialsShared: (names: string) => `改为共享获取、不用再交的材料：${names}`,
    materialsAdded: (names: string) => `增加的材料：${names}`,
  },
  papersSpared: (count: number) => `与第一版相比，办件已少交材料${count}份。`,
  byItem: '分事项',
  flaggedItems: (count: number) => `承诺一次、实际跑了两次以上的事项，共${count}项`,
  attemptKind: '类别',
  anyKind: '全部',
  kinds: { 'beyond-power': '越权', upward: '上推', 'second-notice': '重复告知' },
  tried: (action: string) => `想做：${action}`,
  stopped: (why: string) => `拦下：${why}`,
}

export const ruleWords: Record<FindingView['rule'], string> = {
  'beyond-power': '超权限',
  upward: '上推',
  'over-limit': '超时限',
  'out-of-order': '逆程序',
  'one-time-notice': '一次性告知',
}

export const levelWords: Record<AlertView['level'], string> = { red: '红牌', yellow: '黄牌', near: '临近' }

export const levelTones: Record<AlertView['level'], string> = { red: 'bad', yellow: 'warn', near: 'blue' }

export const unitWords: Record<IndicatorView['counts'], string> = {
  cases: '件',
  items: '个事项',
  attempts: '次',
  places: '个场所',
  ratings: '条差评',
  materials: '份材料',
}

export const standingWords: Record<SupervisedCase['standing'], string> = {
  'in-time': '按时',
  running: '在办',
  overdue: '超期',
  over: '已终止',
}

export const standingTones: Record<SupervisedCase['standing'], string> = {
  'in-time': 'good',
  running: 'plain',
  overdue: 'bad',
  over: 'plain',
}

const targetStandings: Record<TargetView['standing'], string> = {
  met: '已达到',
  'not-met': '未达到',
  'not-due': '未到期',
  'no-data': '没有数据',
}

export const targetTones: Record<TargetView['standing'], string> = {
  met: 'good',
  'not-met': 'bad',
  'not-due': 'plain',
  'no-data': 'plain',
}

export function targetSentence(target: TargetView, day: string, rate: string): string {
  return `${day}前达到 ${target.value}%：${targetStandings[target.standing]}（${rate}）`
}

/** `66.7%`; a dash where nothing was counted. */
export function percent(numerator: number, denominator: number): string {
  if (denominator === 0) return supervisionWords.none
  const tenths = Math.round((numerator * 1000) / denominator)
  return `${tenths / 10}%`
}
