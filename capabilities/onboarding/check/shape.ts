import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { PackFileText } from './pack-file.ts'
import type { PackFlaw } from './flaw.ts'

const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true })
addFormats.default(ajv)
const compiled = new WeakMap<object, ValidateFunction>()
/** More than this of one file hides what matters; the rest shows once these are mended. */
const AT_MOST = 20

/** What a file has that its schema does not allow, and what it lacks. */
export function shapeProblems({ file, value, lineOf }: PackFileText, schema: object): PackFlaw[] {
  let check = compiled.get(schema)
  if (check === undefined) compiled.set(schema, (check = ajv.compile(schema)))
  if (check(value)) return []
  // Which branch of a choice failed says nothing to people; that the choice failed does.
  const errors = (check.errors ?? []).filter(({ schemaPath }) => !/\/anyOf\/\d+\//.test(schemaPath))
  return errors.slice(0, AT_MOST).map((error) => ({
    file,
    line: lineOf(placeOf(error)),
    ...said(error),
  }))
}

/** What is too much stands on a line of its own; what is missing, where it ought to be. */
function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  return keyword === 'additionalProperties'
    ? `${instancePath}/${String(params.additionalProperty)}`
    : instancePath
}

function said({ instancePath, keyword, params, data }: ErrorObject): Pick<PackFlaw, 'what' | 'remedy'> {
  const at = instancePath === '' ? '文件' : instancePath.slice(1).replaceAll('/', '.')
  const given = typeof data === 'string' || typeof data === 'number' ? `（现在是“${data}”）` : ''
  switch (keyword) {
    case 'required':
      return { what: `${at} 缺少 ${params.missingProperty}`, remedy: `补上 ${params.missingProperty}` }
    case 'additionalProperties':
      return {
        what: `${at} 有不认识的 ${params.additionalProperty}`,
        remedy: '核对名称的拼写；没有程序会用到的内容请删去',
      }
    case 'enum':
    case 'const':
      return { what: `${at} 不在可选范围内${given}`, remedy: `改成其中之一：${choices(params)}` }
    case 'type':
      return { what: `${at} 的类型不对${given}`, remedy: `改成 ${String(params.type)}` }
    case 'pattern':
    case 'format':
      return {
        what: `${at} 的写法不对${given}`,
        remedy: `按规定的格式写：${String(params.pattern ?? params.format)}`,
      }
    case 'minimum':
    case 'maximum':
      return {
        what: `${at} 超出范围${given}`,
        remedy: `应 ${String(params.comparison)} ${String(params.limit)}`,
      }
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
      return { what: `${at} 的长短不合要求`, remedy: `${keyword} 是 ${String(params.limit)}` }
    default:
      return { what: `${at} 不合要求（${keyword}）`, remedy: '对照 packs/README.md 里这一项的说明改正' }
  }
}

function choices(params: Record<string, unknown>): string {
  const values = (params['allowedValues'] ?? [params['allowedValue']]) as unknown[]
  return values.slice(0, 12).join('、')
}
