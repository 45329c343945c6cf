import { fileURLToPath } from 'node:url'
import { qrSvg } from '#platform/documents/qr.ts'
import type { RenderRequest } from '#platform/documents/render.ts'
import type { DrawnSeal } from '#platform/documents/seal.ts'
import type { PaperData, PaperKind } from './paper-data.ts'
import { titleFor } from './titles.ts'
import type { ItemType } from './item-type.ts'

export type * from './paper-data.ts'
export { titleFor } from './titles.ts'
export type { ItemType }

/** The template of a paper, and its title for an item of a given type (事项类型代码). */
export function paper(
  kind: Exclude<PaperKind, 'notice'>,
  itemType: ItemType = '01',
): { template: string; title: string } {
  return { template: template(kind), title: titleFor(kind, itemType) }
}

/** Everything the renderer needs for one paper. Without a seal the place of the seal stays empty. */
export function composePaper(data: PaperData, seal?: DrawnSeal): RenderRequest {
  const title = titleOf(data)
  return {
    template: template(data.kind),
    data: { ...data, title, ...(seal && { sealDiameterMm: seal.diameterMm }) },
    images: {
      ...(data.verifyUrl !== undefined && { qr: qrSvg(data.verifyUrl) }),
      ...(seal && { seal: seal.svg }),
    },
  }
}

function titleOf(data: PaperData): string {
  if (data.kind === 'notice') return data.title
  const notNeeded = data.kind === 'not-accepted' && data.ground === 'not-needed'
  return titleFor(notNeeded ? 'not-needed' : data.kind, data.item.type)
}

function template(kind: PaperKind): string {
  return fileURLToPath(new URL(`./${kind}.typ`, import.meta.url))
}
