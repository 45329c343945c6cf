/** What a schema found wrong, as its validator reports it. */
interface Found {
  instancePath: string
  keyword: string
  params: Readonly<Record<string, unknown>>
}

/** The same as a short Chinese phrase that follows the name of the field: 至少4个字. */
export function inputFault({ keyword, params }: Found): string {
  return PHRASES[keyword]?.(params) ?? '不符合要求'
}

/** The field that is wrong or missing, as the interface calls it. */
export function faultyField({ instancePath, keyword, params }: Found): string {
  const missing = keyword === 'required' ? String(params['missingProperty']) : ''
  return instancePath.slice(1) || missing || '内容'
}

const PHRASES: Readonly<Record<string, (params: Found['params']) => string>> = {
  required: () => '没有填写',
  minLength: ({ limit }) => `至少${String(limit)}个字`,
  maxLength: ({ limit }) => `最多${String(limit)}个字`,
  minItems: ({ limit }) => `至少${String(limit)}项`,
  maxItems: ({ limit }) => `最多${String(limit)}项`,
  minimum: ({ limit }) => `不能小于${String(limit)}`,
  maximum: ({ limit }) => `不能大于${String(limit)}`,
  uniqueItems: () => '有重复的内容',
  enum: () => '不在可选范围内',
  format: ({ format }) => (format === 'date' ? '请填写日期，例如 2026-09-01' : '格式不对'),
  pattern: () => '格式不对',
  additionalProperties: ({ additionalProperty }) =>
    `有不认识的内容 ${String(additionalProperty).slice(0, 40)}`,
}
