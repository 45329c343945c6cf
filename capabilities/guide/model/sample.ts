import type { FormField, ItemVersion } from '#capabilities/catalogue/contract.ts'
import {
  askedFields,
  check,
  type FieldValue,
  type FormError,
  type FormValues,
  type RegionOption,
} from '#ui/form/index.ts'
import { citizenIdCheck } from '#ui/form/citizen-id.ts'
import { creditCodeCheck } from '#ui/form/credit-code.ts'

type Item = Pick<ItemVersion, 'form' | 'guide' | 'effectiveFrom'>

/** What an example says of a field that this person has nothing to write in. */
const LEFT_BLANK = '不填'

/** A village that is nowhere. */
export const SAMPLE_REGIONS: readonly RegionOption[] = [
  { code: '990000001000', name: '示例镇', children: [{ code: '990000001001', name: '示例村' }] },
]

/**
 * The form filled in as it should be (示范文本): by the item's own example where it gives one, else by made-up answers. Persons are
 * invented; a number of an id card names a year in which nobody now alive was born.
 */
export function sampleValues(item: Item): FormValues {
  const { form, guide } = item
  const values: Record<string, FieldValue> = {}
  for (const field of form.fields) {
    const given = guide?.example?.[field.name]
    if (given === LEFT_BLANK) continue
    values[field.name] = given === undefined ? made(field, item) : fromWords(field, given)
  }
  const asked = askedFields(form, values).filter(({ name }) => values[name] !== undefined)
  return Object.fromEntries(asked.map(({ name }) => [name, values[name]!]))
}

/** What keeps the sample from being a form that would be taken: the same check as for anybody who files it. */
export function sampleFaults(item: Item): FormError[] {
  const names = new Set(item.form.fields.map(({ name }) => name))
  const unknown = Object.keys(item.guide?.example ?? {}).filter((name) => !names.has(name))
  return [
    ...unknown.map((field): FormError => ({
      field,
      code: 'not-offered',
      message: `表单里没有“${field}”这一项，请从示范文本里删去`,
    })),
    ...check(item.form, sampleValues(item), { regions: SAMPLE_REGIONS }),
  ]
}

/** An example is written as people read it; the form knows its answers by their values. */
function fromWords(field: FormField, words: string): FieldValue {
  const value = (word: string) => field.options?.find(({ label }) => label === word)?.value ?? word
  if (field.type === 'choices') return words.split('、').map(value)
  if (field.type === 'choice') return value(words)
  if (field.type === 'region') return villageCalled(words)
  if (field.type === 'yes-no') return words === '是' ? 'yes' : words === '否' ? 'no' : words
  return words
}

function villageCalled(words: string): string {
  const villages = SAMPLE_REGIONS.flatMap((town) =>
    town.children.map(({ code, name }) => ({ code, name: `${town.name}${name}` })),
  )
  return villages.find(({ name }) => name === words)?.code ?? words
}

// 990000 is no region (GB/T 2260), so nobody takes these numbers for somebody's.
const CITIZEN = '99000019000101001'
const FIRM = '91990000000000001'

function made(field: FormField, item: Item): FieldValue {
  const [first] = field.options ?? []
  switch (field.type) {
    case 'citizen-id':
      return `${CITIZEN}${citizenIdCheck(CITIZEN)}`
    case 'credit-code':
      return `${FIRM}${creditCodeCheck(FIRM)}`
    case 'phone':
      return '19900000000'
    case 'date':
      return field.label.includes('出生') ? '1900-01-01' : item.effectiveFrom
    case 'integer':
    case 'money-yuan':
      return String(amount(field))
    case 'choice':
      return (oldest(field) ?? first?.value)!
    case 'choices':
      return first === undefined ? [] : [first.value]
    case 'yes-no':
      return /承诺|确认|同意|知晓|属实/u.test(field.label) ? 'yes' : 'no'
    case 'region':
      return SAMPLE_REGIONS[0]!.children[0]!.code
    default:
      return [...sentence(field, item)].slice(0, field.maxLength ?? 200).join('')
  }
}

function amount({ type, minimum, maximum }: FormField): number {
  const usual = type === 'integer' ? 1 : 1000
  return Math.min(Math.max(usual, Math.ceil(minimum ?? usual)), maximum ?? Number.MAX_SAFE_INTEGER)
}

/** Among answers that each hold for an age, the one that fits the made-up day of birth. */
function oldest({ agrees }: FormField): string | undefined {
  return agrees?.ranges.find(({ to }) => to === undefined)?.answer
}

/** What is written where a text is asked, by what the label asks for. */
const SENTENCES: readonly [asks: RegExp, text: string][] = [
  [/(开户行|银行名称|开户银行)/u, '示例银行示例支行'],
  [/(账号|账户号|卡号)/u, '6200000000000000000'],
  [/(邮箱|电子邮件)/u, 'shili@example.invalid'],
  [/(姓名|负责人|代表人|联系人|监护人|配偶|经办人|户主)/u, '张示例'],
  [/(地址|住所|场所|地点|位置|坐落|住址)/u, '示例镇示例村示例路1号'],
  [/(单位|企业|机构|商户|字号|学校|医院|名称)/u, '示例商贸有限公司'],
  [/(证号|编号|号码|文号)/u, '示例0001号'],
  [/(关系)/u, '本人'],
  [/(原因|理由|情况|说明|事由)/u, '照实写清时间、地点和经过，例如：2026年1月因示例原因需要办理。'],
]

function sentence(field: FormField, { form }: Item): string {
  if (field.element === 'party.name') {
    const person = field.label.includes('姓名') && form.fields.some(({ type }) => type === 'citizen-id')
    return person ? '张示例' : '示例商贸有限公司'
  }
  return SENTENCES.find(([asks]) => asks.test(field.label))?.[1] ?? '（照实际情况填写）'
}
