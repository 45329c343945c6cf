import type { VNode } from 'preact'
import { qrSvg } from '#platform/documents/qr.ts'

/** A QR code with its words, for a phone or a counter's scanner; the same text stands beside it in signs. */
export function QrPicture({ text, label }: { text: string; label: string }): VNode {
  return (
    <div class="qr-picture" role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: qrSvg(text) }} />
  )
}
