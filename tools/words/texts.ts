import fs from 'node:fs'
import { parseAst } from 'rolldown/parseAst'

/** Where a text is read: what is asked of it depends on that. */
export type Register = 'button' | 'screen' | 'guide' | 'paper'

export interface Text {
  file: string
  line: number
  register: Register
  /** Chinese as it is shown; `…` stands for what is filled in. */
  text: string
}

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

const CHINESE = /[\u4e00-\u9fff]/
/** What stands in for a value: long enough to be counted as something. */
const FILLED_IN = '…'

/** Every Chinese text written in a TypeScript source: literals, templates and what stands between tags. */
export function textsOfSource(file: string, register: Register): Text[] {
  const source = fs.readFileSync(file, 'utf8')
  const program = parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node
  const found: Text[] = []
  const lineOf = (at: number) => source.slice(0, at).split('\n').length
  const keep = (node: Node, text: string, as = register) => {
    const shown = text.replace(/\s+/g, ' ').trim()
    if (CHINESE.test(shown)) found.push({ file, line: lineOf(node.start), register: as, text: shown })
  }
  walk(program, (node, above) => {
    if (node.type === 'Literal' && typeof node['value'] === 'string') keep(node, node['value'])
    if (node.type === 'TemplateLiteral') keep(node, templateText(node))
    if (node.type === 'JSXText') keep(node, String(node['value']), isButton(above) ? 'button' : register)
  })
  return found
}

/** Fields of an item that people read as written; statutes are quoted and stand as they are. */
const GUIDE_FIELDS =
  /^(summary|conditions|notAccepted|acceptStandard|fillNote|note|standard|visitReason|question|answer|hint|label|validity|sampleNote)$/

/** The sentences of one item's guide. */
export function textsOfItem(file: string): Text[] {
  const source = fs.readFileSync(file, 'utf8')
  const found: Text[] = []
  const keep = (text: string) => {
    const at = source.indexOf(JSON.stringify(text).slice(1, -1))
    found.push({ file, line: source.slice(0, Math.max(at, 0)).split('\n').length, register: 'guide', text })
  }
  const into = (value: unknown, field: string): void => {
    if (typeof value === 'string' && GUIDE_FIELDS.test(field) && CHINESE.test(value)) keep(value)
    else if (Array.isArray(value)) for (const one of value) into(one, field)
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) {
        const said = fieldOf(name)
        if (said !== 'legalBasis') into(one, said)
      }
  }
  into(JSON.parse(source), '')
  return found
}

/** A layer names a part by its path: `/result/validity`, or a line of a list by its key. */
function fieldOf(name: string): string {
  const [first = name, ...rest] = name.split('/').filter((step) => step !== '')
  return rest.findLast((step) => GUIDE_FIELDS.test(step)) ?? first
}

function templateText(node: Node): string {
  const quasis = node['quasis'] as { value: { cooked: string } }[]
  return quasis.map(({ value }) => value.cooked).join(FILLED_IN)
}

const isButton = (above: Node | undefined): boolean => {
  const name = (above?.['openingElement'] as { name?: { name?: string } } | undefined)?.name?.name
  return name === 'button' || name === 'Button' || name === 'ButtonLink'
}

function walk(node: Node, see: (node: Node, above?: Node) => void, above?: Node): void {
  see(node, above)
  // What is imported has no reader, and a type is no text.
  if (node.type === 'ImportDeclaration' || node.type.startsWith('TS')) {
    if (!['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'].includes(node.type)) return
  }
  for (const value of Object.values(node)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
      if (typeof one === 'object' && one !== null && 'type' in one) walk(one as Node, see, node)
  }
}
