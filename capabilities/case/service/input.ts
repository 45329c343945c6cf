import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { ACTIONS } from '../model.ts'

const ajv = new Ajv2020({ allErrors: true, strict: false })
addFormats.default(ajv)
const checks = new Map<string, ValidateFunction>(
  [...ACTIONS].map(([name, { input }]) => [name, ajv.compile(input)]),
)

/** What is wrong with an act's input, in short Chinese phrases; the engine itself trusts what passed here. */
export function inputProblems(act: string, input: unknown): string[] {
  const check = checks.get(act)!
  if (check(input)) return []
  return (check.errors ?? [])
    .slice(0, 10)
    .map((error) => `${error.instancePath.slice(1) || '内容'}：${worded(error)}`)
}

function worded({
  keyword,
  params,
  message,
}: {
  keyword: string
  params: Record<string, unknown>
  message?: string
}): string {
  const words: Record<string, string> = {
    required: `缺少 ${String(params['missingProperty'])}`,
    minLength: `至少 ${String(params['limit'])} 个字`,
    maxLength: `最多 ${String(params['limit'])} 个字`,
    enum: '不在可选范围内',
    additionalProperties: `不认识的内容 ${String(params['additionalProperty'])}`,
  }
  return words[keyword] ?? message ?? '不符合要求'
}
