import type { FormField } from '#capabilities/catalogue/contract.ts'
import { citizenIdFault } from './citizen-id.ts'
import { creditCodeFault } from './credit-code.ts'
import { readBack } from './read-back.ts'

/** One sentence for each thing that can be wrong with a field: what to do, never whose fault it is. */
export const formErrorWords = {
  missing: (field: FormField) => `请${isChosen(field) ? '选择' : '填写'}“${field.label}”`,
  'too-long': (field: FormField) =>
    `“${field.label}”太长了，请控制在${field.maxLength ?? (field.type === 'long-text' ? 2000 : 200)}个字以内`,
  'not-citizen-id': (field: FormField, value: string) => `请核对“${field.label}”：${citizenIdWords(value)}`,
  'not-credit-code': (field: FormField, value: string) => `请核对“${field.label}”：${creditCodeWords(value)}`,
  'not-phone': (field: FormField, value: string) => `请核对“${field.label}”：${phoneWords(value)}`,
  'not-date': (field: FormField, value: string) => `请核对“${field.label}”：${dateWords(value)}`,
  'not-integer': (field: FormField) => `“${field.label}”请写整数，例如 3`,
  'too-small': (field: FormField) => `“${field.label}”不能小于${field.minimum}`,
  'too-large': (field: FormField) => `“${field.label}”不能大于${field.maximum}`,
  'not-money': (field: FormField) => `“${field.label}”请写金额数字，最多两位小数，例如 1200.50`,
  'not-offered': (field: FormField) => `请从列出的选项里选择“${field.label}”${offered(field)}`,
  'not-yes-no': (field: FormField) => `“${field.label}”请选择“是”或“否”`,
  'not-region': (field: FormField) => `请从列表里选择“${field.label}”`,
} as const satisfies Record<string, (field: FormField, value: string) => string>

/** What does not fit the id number beside it. */
export const personErrorWords = {
  'not-born-yet': (field: FormField, _id: string) => `“${field.label}”不能晚于今天，请核对`,
  'other-birth': (field: FormField, id: string) =>
    `“${field.label}”和“${id}”里的出生日期对不上，请对着身份证核对这两处`,
  'other-sex': (field: FormField, id: string) => `“${field.label}”和“${id}”对不上，请对着身份证核对这两处`,
  unborn: (field: FormField, id: string) => `“${field.label}”早于“${id}”里的出生日期，请核对这两处`,
} as const satisfies Record<string, (field: FormField, id: string) => string>

/** What does not fit the age that another answer tells; what fits is named where it is one of a few. */
export const agreesWords = {
  'other-age': (
    field: FormField,
    { age, by }: { age: number; by: string },
    fitting: readonly string[],
  ): string => {
    const should =
      fitting.length === 0 || fitting.length > OPTIONS_NAMED
        ? '请核对这两处'
        : `请选${fitting.map((label) => `“${label}”`).join('或者')}；年龄不对的，请核对“${by}”`
    return `照“${by}”算，今天满${age}周岁，和“${field.label}”选的对不上，${should}`
  },
}

/** What an act wants beyond the common form. */
export const askedWords = {
  atLeast: (label: string, count: number) => `“${label}”请至少写${count}个字`,
  twoPeople: (label: string) => `“${label}”至少要写两个人的姓名，不能重复`,
}

export type PersonErrorCode = keyof typeof personErrorWords
export type AgreesErrorCode = keyof typeof agreesWords
export type FormErrorCode = keyof typeof formErrorWords | PersonErrorCode | AgreesErrorCode

export const yesWord = '是'
export const noWord = '否'
export const notFilledWord = '未填写'

/** Says which group to look at, as far as the number itself tells. */
function citizenIdWords(value: string): string {
  const fault = citizenIdFault(value)
  switch (fault?.is) {
    case 'length':
      return `应当是18位，现在是${fault.signs}位，请对着身份证再看一遍，最后一位可以是X`
    case 'sign':
      return `第${fault.at}位不是数字，只有最后一位可以是X，请对着身份证改`
    case 'birthday':
      return `第7到14位是出生日期，没有${fault.day}这一天，请对着身份证改`
    default:
      return `18位里有一位不对，请对着身份证一组一组地看：${readBack('citizen-id', value)}`
  }
}

function creditCodeWords(value: string): string {
  const fault = creditCodeFault(value)
  switch (fault?.is) {
    case 'length':
      return `统一社会信用代码是18位，现在是${fault.signs}位，请照营业执照右上方再看一遍`
    case 'sign':
      return fault.at >= 3 && fault.at <= 8
        ? `第3到8位都是数字，第${fault.at}位写成了${fault.sign}，请照营业执照改`
        : `第${fault.at}位不会是${fault.sign}，代码里没有字母I、O、S、V、Z，请看看是不是1、0、5、U、2`
    default:
      return `18位里有一位不对，请照营业执照一组一组地看：${readBack('credit-code', value)}`
  }
}

function phoneWords(value: string): string {
  if (/^1\d*$/.test(value) && value.length !== 11) return `手机号是11位，现在是${value.length}位，请再看一遍`
  if (/^[2-9]\d{6,7}$/.test(value)) return '固定电话前面要写区号，例如 0533-1234567'
  return '手机号是11位，固定电话请写成“区号-号码”'
}

/** Of three boxes it says which one is empty. */
function dateWords(value: string): string {
  const boxes = /^(\d*)-(\d*)-(\d*)$/.exec(value)
  const empty = boxes ? ['年', '月', '日'].filter((_box, at) => boxes[at + 1] === '') : []
  if (empty.length > 0) return `还差${empty.join('和')}，请补上`
  if (boxes && boxes[1]!.length !== 4) return '年份写四位数字，例如 1957'
  return boxes
    ? `没有${boxes[1]}年${boxes[2]}月${boxes[3]}日这一天，请改`
    : '按“年-月-日”写一个真实的日期，例如 2026-01-05'
}

/** As many options as a sentence has room for. */
const OPTIONS_NAMED = 8

function offered({ options = [] }: FormField): string {
  return options.length === 0 || options.length > OPTIONS_NAMED
    ? ''
    : `：${options.map(({ label }) => label).join('、')}`
}

function isChosen(field: FormField): boolean {
  return ['choice', 'choices', 'yes-no', 'region'].includes(field.type)
}
