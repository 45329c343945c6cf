import type { VNode } from 'preact'
import { qrSvg } from '#platform/documents/qr.ts'

interface Code {
  text: string
  label: string
}

/** A QR code with its words, for a phone or a counter's scanner; the same text stands beside it in signs. */
export function QrPicture({ text, label }: Code): VNode {
  return drawn(qrSvg(text), label)
}

const kept = new Map<string, string>()
const KEPT_MAX = 1000

/** For addresses that many pages show: drawing one takes four milliseconds, longer than the rest of a guide. */
export function KeptQrPicture({ text, label }: Code): VNode {
  const svg = kept.get(text) ?? qrSvg(text)
  if (kept.size < KEPT_MAX) kept.set(text, svg)
  return drawn(svg, label)
}

function drawn(svg: string, label: string): VNode {
  return <div class="qr-picture" role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />
}
