import { fileURLToPath } from 'node:url'
import { MissingGlyph, TemplateFault, TypesetterLost } from './faults.ts'
import { openPress } from './press.ts'
import { printable, privateUseCharacters } from './printable.ts'
import type { Json } from './printable.ts'
import type { Press } from './press.ts'
import type { Answer, Order } from './typesetter.ts'

export { MissingGlyph, TemplateFault, TypesetterLost } from './faults.ts'
export type { Json } from './printable.ts'

export interface RenderRequest {
  /** Absolute path of a `.typ` file inside the workspace. */
  template: string
  /**
   * `date` (a legal day, or an instant) becomes the creation date of the PDF, so that its hash can be made
   * again.
   */
  data: { readonly date: string; readonly [key: string]: Json | undefined }
  /** SVG pictures by the name under which the template asks for them. */
  images?: Readonly<Record<string, string>>
  /** Finished PDFs, beside the template as `bound-0.pdf` and so on. What holds them is for the printer and no PDF/A. */
  papers?: readonly Uint8Array[]
}

export interface Renderer {
  /** A PDF/A-2b, unless it holds other papers; the same request gives the same bytes. */
  render(request: RenderRequest): Promise<Uint8Array>
  close(): Promise<void>
}

export interface RendererOptions {
  /**
   * Folders of licensed fonts (仿宋_GB2312, 方正小标宋简体), preferred over the free ones where a template names
   * them.
   */
  fontDirectories?: readonly string[]
  workers?: number
  timeoutMs?: number
  idleMs?: number
  /** The folder that templates may read and import from; the root of this project unless told otherwise. */
  workspace?: string
}

export function createRenderer(options: RendererOptions = {}): Renderer {
  const settings = {
    workspace: options.workspace ?? fileURLToPath(new URL('../..', import.meta.url)),
    fontDirectories: options.fontDirectories ?? [],
  }
  const timing = { timeoutMs: options.timeoutMs ?? 30_000, idleMs: options.idleMs ?? 10 * 60_000 }
  const presses = Array.from({ length: options.workers ?? 1 }, () => openPress(settings, timing))
  const free = new Set(presses)
  const queue: ((press: Press) => void)[] = []

  const take = () =>
    new Promise<Press>((resolve) => {
      const [press] = free
      if (press === undefined) return queue.push(resolve)
      free.delete(press)
      resolve(press)
    })
  const giveBack = (press: Press) => {
    const next = queue.shift()
    if (next) next(press)
    else free.add(press)
  }

  return {
    async render(request) {
      const order = orderOf(request)
      const press = await take()
      try {
        return documentOf(await printTwice(press, order), request.template)
      } finally {
        giveBack(press)
      }
    },
    async close() {
      await Promise.all(presses.map((press) => press.close()))
    },
  }
}

/** One retry: a native abort is as often the fault of what came before as of this document. */
async function printTwice(press: Press, order: Omit<Order, 'id'>): Promise<Answer> {
  try {
    return await press.print(order)
  } catch {
    return await press.print(order).catch((error: unknown) => {
      throw new TypesetterLost(error instanceof Error ? error.message : String(error))
    })
  }
}

function documentOf(answer: Answer, template: string): Uint8Array {
  if ('pdf' in answer) return answer.pdf
  if ('missing' in answer) throw new MissingGlyph(answer.missing)
  throw new TemplateFault(template, answer.fault)
}

function orderOf({ template, data, images = {}, papers = [] }: RenderRequest): Omit<Order, 'id'> {
  const text = JSON.stringify(printable(data))
  const unreadable = privateUseCharacters(text)
  if (unreadable.length > 0) throw new MissingGlyph(unreadable)
  const pictures = Object.entries(images).map(([name, svg]) => [`image-${name}`, svg])
  return {
    template,
    inputs: { data: text, ...Object.fromEntries(pictures) },
    createdAtSeconds: seconds(data.date),
    papers,
  }
}

function seconds(date: string): number {
  const at = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00+08:00` : date)
  if (Number.isNaN(at)) throw new Error(`The data of a document needs a date, not "${date}"`)
  return Math.floor(at / 1000)
}
