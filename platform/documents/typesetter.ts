import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { everydayFonts, fontsWithRareHanzi } from './fonts.ts'

/**
 * The program of the typesetting process. It lives apart from the server because the native compiler can abort
 * the process it runs in, and it gets no environment, so that no key of
 * the server is within its reach.
 */
export interface Order {
  id: number
  template: string
  inputs: Record<string, string>
  createdAtSeconds: number
  papers: readonly Uint8Array[]
}

export type Answer =
  | { id: number; pdf: Uint8Array }
  | { id: number; missing: string[] }
  | { id: number; fault: string }

export interface TypesetterSettings {
  workspace: string
  fontDirectories: readonly string[]
}

const settings = JSON.parse(process.argv[2] ?? '{}') as TypesetterSettings
const everyday = compiler(everydayFonts(settings.fontDirectories))
let withRareHanzi: NodeCompiler | undefined

process.on('disconnect', () => process.exit(0))
process.on('message', (order: Order) => {
  void set(order).then((answer) => process.send?.(answer))
})

/** Rare hanzi get a second compiler of their own, so that the same data meets the same fonts in every run. */
async function set(order: Order): Promise<Answer> {
  const first = typeset(everyday, order)
  await rest(everyday)
  if (!('missing' in first)) return first
  withRareHanzi ??= compiler(fontsWithRareHanzi(settings.fontDirectories))
  const second = typeset(withRareHanzi, order)
  await rest(withRareHanzi)
  return second
}

function typeset(by: NodeCompiler, order: Order): Answer {
  const beside = order.papers.map((_, at) => path.join(path.dirname(order.template), `bound-${at}.pdf`))
  order.papers.forEach((paper, at) => by.mapShadow(beside[at]!, Buffer.from(paper)))
  try {
    return compile(by, order)
  } finally {
    for (const paper of beside) by.unmapShadow(paper)
  }
}

function compile(by: NodeCompiler, order: Order): Answer {
  const compiled = by.compile({ mainFilePath: order.template, inputs: order.inputs, resetRead: true })
  if (compiled.result === null) {
    const diagnostics = compiled.takeDiagnostics()
    return { id: order.id, fault: diagnostics ? JSON.stringify(by.fetchDiagnostics(diagnostics)) : 'unknown' }
  }
  try {
    // The typesetter embeds finished papers only where no archive standard is asked for.
    const standard = order.papers.length > 0 ? {} : { pdfStandard: 'a-2b' as const }
    const pdf = by.pdf(compiled.result, { ...standard, creationTimestamp: order.createdAtSeconds })
    return { id: order.id, pdf: new Uint8Array(pdf) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const missing = missingCharacters(message)
    return missing.length > 0 ? { id: order.id, missing } : { id: order.id, fault: message }
  }
}

/** The compiler tells of missing glyphs only in prose; PDF/A is what makes it tell at all. */
function missingCharacters(message: string): string[] {
  const clusters = [...message.matchAll(/the text `\\"(.*?)\\"` could not be displayed/gu)].map(
    (m) => m[1] ?? '',
  )
  const texts = clusters.map((text) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/giu, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
  )
  return [...new Set(texts.flatMap((text) => [...text]))]
}

/** Without a turn of the event loop and an eviction after each document, memory grows without end. */
async function rest(by: NodeCompiler): Promise<void> {
  await new Promise(setImmediate)
  by.evictCache(10)
}

function compiler(fontArgs: ReturnType<typeof everydayFonts>): NodeCompiler {
  return NodeCompiler.create({ workspace: settings.workspace, fontArgs })
}
