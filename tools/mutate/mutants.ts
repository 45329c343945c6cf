import { parseAst } from 'rolldown/parseAst'
import { replacements, type Node } from './operators.ts'

/** One small wrong turn in a source: what stands there, and what it becomes. */
export interface Mutant {
  id: number
  /** Path from the repository's root. */
  file: string
  line: number
  start: number
  end: number
  was: string
  becomes: string
  /** A statement that is left out, rather than an expression that becomes another. */
  statement: boolean
}

/** Every mutant of one source, outermost first; `first` is the id of the first. */
export function mutantsOf(file: string, source: string, first: number): Mutant[] {
  const mutants: Mutant[] = []
  const text = (node: Node): string => source.slice(node.start, node.end)
  walk(parseAst(source, { lang: 'ts' }, file) as unknown as Node, (node, parent) => {
    for (const { becomes, statement = false } of replacements(node, parent, text)) {
      const line = source.slice(0, node.start).split('\n').length
      const { start, end } = node
      mutants.push({
        id: first + mutants.length,
        file,
        line,
        start,
        end,
        was: text(node),
        becomes,
        statement,
      })
    }
  })
  return mutants
}

/** Types say nothing at run time, and an import cannot be turned. */
const SILENT = /^(TS(?!AsExpression|NonNullExpression|SatisfiesExpression)|Import|ExportAll)/

function walk(node: Node, see: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  if (SILENT.test(node.type)) return
  see(node, parent)
  for (const [key, value] of Object.entries(node)) {
    if (
      key === 'typeAnnotation' ||
      key === 'returnType' ||
      key === 'typeArguments' ||
      key === 'typeParameters'
    )
      continue
    for (const child of [value].flat()) {
      if (typeof child === 'object' && child !== null && 'type' in child && 'start' in child)
        walk(child as Node, see, node)
    }
  }
}
