import { fileURLToPath } from 'node:url'
import type { RenderRequest } from '#platform/documents/render.ts'
import type { HandbookContent } from '../handbook/content.ts'

/** What stands on a handbook besides its content. */
export interface HandbookCover {
  title: string
  area: string
  /** Who compiles it (编制单位). */
  body: string
  /** The day of its content; also the date of the PDF. */
  date: string
  version: number
  demo: boolean
}

export function composeHandbook(cover: HandbookCover, content: HandbookContent): RenderRequest {
  const count = content.chapters.reduce((sum, { items }) => sum + items.length, 0)
  return {
    template: fileURLToPath(new URL('./handbook.typ', import.meta.url)),
    data: {
      ...cover,
      version: String(cover.version),
      count: String(count),
      ...content,
    } as unknown as RenderRequest['data'],
  }
}
