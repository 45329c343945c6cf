import { itemTypeTitles } from '../words.ts'
import { FIRM_THEMES, PERSON_THEMES } from '../contract/themes.ts'
import type { FieldId } from './fields.ts'

/** A field that takes only words of a list: the words by code, and how else offices write them. */
export interface Choice {
  titles: Readonly<Record<string, string>>
  spellings?: Readonly<Record<string, string>>
  /** More than one may be named (多选). */
  several?: true
}

/** 行使层级 (GB/T 39046 A.2). */
export const LEVELS = {
  ...{ 1: '国家级', 2: '省级', 3: '市级', 4: '县级', 5: '镇（乡、街道）级', 6: '村（社区）级' },
} as const

/** How names and columns say a level. */
export const LEVEL_SPELLINGS: Readonly<Record<string, string>> = {
  ...{ 国家: '1', 省: '2', 市: '3', 设区的市级: '3', 县: '4', 区级: '4', 区: '4', 区县级: '4', 县区级: '4' },
  ...{
    '县(市、区)级': '4',
    '县(区)级': '4',
    镇级: '5',
    乡级: '5',
    街道级: '5',
    乡镇级: '5',
    镇街级: '5',
    镇: '5',
  },
  ...{ '乡镇(街道)级': '5', '镇(街道)级': '5', '乡(镇、街道)级': '5', 镇街道级: '5' },
  ...{ 村级: '6', 社区级: '6', 村: '6', 村居级: '6' },
}

export const LIMIT_UNITS = { 1: '工作日', 2: '自然日', 3: '小时', 6: '工作小时' } as const

export const YES_NO = { 1: '是', 0: '否' } as const
const YES_NO_SPELLINGS = {
  ...{ 有: '1', 支持: '1', 收费: '1', 已进驻: '1', '√': '1', y: '1', yes: '1', true: '1' },
  ...{ 无: '0', 不支持: '0', 不收费: '0', 未进驻: '0', '×': '0', n: '0', no: '0', false: '0' },
}
const yesNo: Choice = { titles: YES_NO, spellings: YES_NO_SPELLINGS }

export const HANDLE_TYPES = {
  ...{ 1: '窗口办理', 2: '电脑端网上办理', 3: '移动端网上办理', 4: '快递申请', 9: '其他' },
} as const
export const POWER_SOURCES = {
  ...{ 1: '法定本级行使', 2: '上级下放', 3: '上级授权', 4: '同级授权', 5: '上级委托', 6: '同级委托' },
} as const
export const PROJECT_TYPES = { 1: '即办件', 2: '承诺件' } as const
export const RESULT_TYPES = { 1: '证照', 2: '批文', 3: '其他', 4: '无' } as const
export const SERVES = {
  ...{
    1: '自然人',
    2: '企业法人',
    3: '事业法人',
    4: '社会组织法人',
    5: '非法人企业',
    6: '行政机关',
    9: '其他组织',
  },
} as const
export const ONLINE_DEPTHS = {
  ...{ 1: '互联网咨询', 2: '互联网收件', 3: '互联网预审', 4: '互联网受理', 5: '互联网办理' },
  ...{ 6: '互联网办理结果信息反馈', 7: '互联网电子证照反馈', 8: '其他' },
} as const

export const CHOICES: Readonly<Partial<Record<FieldId, Choice>>> = {
  taskType: {
    titles: itemTypeTitles,
    spellings: {
      ...{ 许可: '01', 行政审批: '01', 给付: '05', 确认: '07', 奖励: '08', 裁决: '09' },
      ...{ 其他: '10', 其他权力: '10', 其他类别: '10', 其它行政权力: '10', 公共服务事项: '20' },
    },
  },
  useLevel: { titles: LEVELS, spellings: LEVEL_SPELLINGS, several: true },
  powerSource: { titles: POWER_SOURCES, spellings: { 法定: '1', 法定本级: '1', 下放: '2' } },
  serverType: {
    titles: SERVES,
    spellings: { 个人: '1', 公民: '1', 企业: '2', 事业单位: '3', 社会组织: '4', 其他: '9' },
    several: true,
  },
  projectType: { titles: PROJECT_TYPES, spellings: { 即办: '1', 承诺: '2' } },
  anticipateType: {
    titles: LIMIT_UNITS,
    spellings: { 个工作日: '1', 日: '2', 天: '2', 日历日: '2', 个小时: '3' },
  },
  promiseType: {
    titles: LIMIT_UNITS,
    spellings: { 个工作日: '1', 日: '2', 天: '2', 日历日: '2', 个小时: '3' },
  },
  handleType: {
    titles: HANDLE_TYPES,
    spellings: {
      ...{
        窗口: '1',
        现场办理: '1',
        电脑端: '2',
        网上办理: '2',
        移动端: '3',
        掌上办理: '3',
        快递: '4',
        邮寄: '4',
      },
      ...{ 快递办理: '4' },
    },
    several: true,
  },
  isOnline: yesNo,
  onlineHandleDepth: { titles: ONLINE_DEPTHS, several: true },
  isEntryCenter: yesNo,
  isExpress: yesNo,
  isFee: yesNo,
  resultType: { titles: RESULT_TYPES, spellings: { 证件: '1', 证书: '1', 批复: '2', 文件: '2' } },
  userTopicType: { titles: PERSON_THEMES, several: true },
  corpTopicType: { titles: FIRM_THEMES, several: true },
}
