import type { VNode } from 'preact'
import { KeptQrPicture } from '../../qr.tsx'
import type { Visit } from '../../house.ts'
import { addressOf } from '../../layout.tsx'

/** Stands at the end of the paper alone: whoever is given the sheet finds the page again, by hand or by phone. */
export function PrintedAddress({ visit, item }: { visit: Visit; item: string }): VNode | null {
  const { options } = visit.house
  if (options.publicOrigin === '' || visit.draft !== undefined) return null
  const address = addressOf(options, `/items/${item}`)
  return (
    <div class="guide-address">
      <KeptQrPicture text={address} label="这一页网址的二维码" />
      <p>
        这份指南会更新，最新的在网上：
        <br />
        <span class="guide-url">{address}</span>
      </p>
    </div>
  )
}
