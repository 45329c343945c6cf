/** A node of the syntax tree (ESTree), with whatever its type carries. */
export interface Node {
  type: string
  start: number
  end: number
  [part: string]: unknown
}

interface Replacement {
  becomes: string
  statement?: boolean
}

const OTHER: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '&&': '||',
  '||': '&&',
  '??': '&&',
}

const OTHER_METHOD: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
}

/** Methods whose work can be left out: what they were called on stands instead. */
const OMITTED = new Set([
  'filter',
  'slice',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'concat',
  'trim',
  'replace',
  'map',
])

type Text = (node: Node) => string

/** The wrong turns one node may take; each is a mistake somebody could have made while typing. */
export function replacements(node: Node, parent: Node | undefined, text: Text): Replacement[] {
  const part = (name: string): Node => node[name] as Node
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const other = OTHER[String(node['operator'])]
      return other === undefined ? [] : [{ becomes: `${text(part('left'))} ${other} ${text(part('right'))}` }]
    }
    case 'UnaryExpression':
      return node['operator'] === '!' ? [{ becomes: text(part('argument')) }] : []
    case 'ConditionalExpression':
      return [{ becomes: text(part('consequent')) }, { becomes: text(part('alternate')) }]
    case 'Literal':
      return ofLiteral(node, parent)
    case 'ArrayExpression':
      return (node['elements'] as Node[]).length > 0 && parent?.type !== 'TSAsExpression'
        ? [{ becomes: '[]' }]
        : []
    case 'CallExpression':
      return ofCall(part('callee'), node['arguments'] as Node[], text)
    case 'IfStatement':
    case 'ExpressionStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return isGuarded(node, parent) ? [{ becomes: '', statement: true }] : []
    default:
      return []
  }
}

/** A statement in a block can be left out; a directive or the only branch of an `if` is met elsewhere. */
function isGuarded(node: Node, parent: Node | undefined): boolean {
  const inBlock = parent?.type === 'BlockStatement' || parent?.type === 'SwitchCase'
  // Any other statement carries `null` there, or nothing.
  return inBlock && typeof node['directive'] !== 'string'
}

function ofLiteral(node: Node, parent: Node | undefined): Replacement[] {
  const { value } = node
  if (typeof value === 'boolean') return [{ becomes: String(!value) }]
  if (typeof value === 'number') return [{ becomes: String(value + 1) }]
  const isKey = parent?.type === 'Property' && parent['key'] === node && parent['value'] !== node
  const names = parent?.type === 'ImportExpression' || parent?.type === 'ExportNamedDeclaration'
  return typeof value === 'string' && value !== '' && !isKey && !names ? [{ becomes: "''" }] : []
}

function ofCall(callee: Node, parameters: readonly Node[], text: Text): Replacement[] {
  if (callee.type !== 'MemberExpression' || callee['computed'] === true) return []
  const name = String((callee['property'] as Node)['name'])
  const object = text(callee['object'] as Node)
  const given = parameters.map(text).join(', ')
  const optional = callee['optional'] === true ? '?.' : '.'
  if (OTHER_METHOD[name] !== undefined)
    return [{ becomes: `${object}${optional}${OTHER_METHOD[name]}(${given})` }]
  return OMITTED.has(name) ? [{ becomes: object }] : []
}
