import type { FormField } from '#capabilities/catalogue/contract.ts'

/** One sentence for each thing that can be wrong with a field: what to do, never whose fault it is. */
export const formErrorWords = {
  missing: (field: FormField) => `请${isChosen(field) ? '选择' : '填写'}“${field.label}”`,
  'too-long': (field: FormField) =>
    `“${field.label}”太长了，请控制在${field.maxLength ?? (field.type === 'long-text' ? 2000 : 200)}个字以内`,
  'not-citizen-id': (field: FormField) =>
    `请核对“${field.label}”：18位里有一位不对，请对着身份证再看一遍，最后一位可以是X`,
  'not-credit-code': (field: FormField) =>
    `请核对“${field.label}”：统一社会信用代码是18位，见营业执照右上方，不含字母I、O、S、V、Z`,
  'not-phone': (field: FormField) => `请核对“${field.label}”：手机号是11位，固定电话请写成“区号-号码”`,
  'not-date': (field: FormField) => `请核对“${field.label}”：按“年-月-日”写一个真实的日期，例如 2026-01-05`,
  'not-integer': (field: FormField) => `“${field.label}”请写整数，例如 3`,
  'too-small': (field: FormField) => `“${field.label}”不能小于${field.minimum}`,
  'too-large': (field: FormField) => `“${field.label}”不能大于${field.maximum}`,
  'not-money': (field: FormField) => `“${field.label}”请写金额数字，最多两位小数，例如 1200.50`,
  'not-offered': (field: FormField) => `请从列出的选项里选择“${field.label}”`,
  'not-yes-no': (field: FormField) => `“${field.label}”请选择“是”或“否”`,
  'not-region': (field: FormField) => `请从列表里选择“${field.label}”`,
} as const satisfies Record<string, (field: FormField) => string>

/** What an act wants beyond the common form. */
export const askedWords = {
  atLeast: (label: string, count: number) => `“${label}”请至少写${count}个字`,
  twoPeople: (label: string) => `“${label}”至少要写两个人的姓名，不能重复`,
}

export type FormErrorCode = keyof typeof formErrorWords

export const yesWord = '是'
export const noWord = '否'
export const notFilledWord = '未填写'

function isChosen(field: FormField): boolean {
  return ['choice', 'choices', 'yes-no', 'region'].includes(field.type)
}
