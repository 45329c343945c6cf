import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { RECTIFICATION_ACTIONS } from '../model/poor-rating.ts'

const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true })
const checks = new Map<string, ValidateFunction>(
  [...RECTIFICATION_ACTIONS].map(([name, { input }]) => [name, ajv.compile(input)]),
)

/** What is wrong with an act's input, in short Chinese phrases. */
export function inputProblems(act: string, input: unknown): string[] {
  const check = checks.get(act)!
  if (check(input)) return []
  return (check.errors ?? []).slice(0, 10).map(({ instancePath, keyword, params, parentSchema }) => {
    const missing = String(params['missingProperty'] ?? '')
    const titles: Readonly<Record<string, { title?: string }>> =
      (parentSchema?.['properties'] as Record<string, { title?: string }> | undefined) ?? {}
    if (keyword === 'required') return `缺少“${titles[missing]?.title ?? missing}”`
    const field = parentSchema?.['title'] ?? instancePath.slice(1)
    return `“${String(field)}”${WORDED[keyword]?.(params) ?? '不符合要求'}`
  })
}

const WORDED: Readonly<Record<string, (params: Record<string, unknown>) => string>> = {
  minLength: ({ limit }) => `至少${String(limit)}个字`,
  maxLength: ({ limit }) => `最多${String(limit)}个字`,
  enum: () => '不在可选范围内',
  additionalProperties: ({ additionalProperty }) => `里有不认识的内容 ${String(additionalProperty)}`,
}
