import { fileURLToPath } from 'node:url'
import type { Renderer } from './render.ts'

export interface Bundle {
  title: string
  /** A legal day, or an instant. */
  date: string
  papers: readonly Uint8Array[]
  /** For printing on both sides: every paper begins on a sheet of its own. */
  duplex: boolean
}

/**
 * One PDF for the printer, made of finished ones in their order. It is not an archive copy: a paper with a seal stays what it is in
 * its own file, and only its looks are here.
 */
export function bind(
  renderer: Pick<Renderer, 'render'>,
  { title, date, papers, duplex }: Bundle,
): Promise<Uint8Array> {
  const sheets = papers.flatMap((paper, at) => {
    const pages = Array.from({ length: pagesOf(paper) }, (_, page) => ({ paper: at, page: page + 1 }))
    // The last paper needs no empty back.
    return duplex && pages.length % 2 === 1 && at < papers.length - 1 ? [...pages, {}] : pages
  })
  return renderer.render({ template: TEMPLATE, data: { date, title, sheets }, papers })
}

/** How many pages a PDF of ours has; none when it is not written as the typesetter writes. */
export function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0
  )
}

const TEMPLATE = fileURLToPath(new URL('./bundle.typ', import.meta.url))
