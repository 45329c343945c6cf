import QR from 'qrcode'

export type QrLevel = 'L' | 'M' | 'Q' | 'H'

/**
 * A QR code as SVG of filled runs: one path of rectangles, because stroked lines leave hairlines between the
 * modules in print. The quiet zone of four modules belongs to the picture, so no layout can forget it.
 */
export function qrSvg(text: string, level: QrLevel = 'M'): string {
  const { size, path } = qrRuns(text, level)
  const side = size + 2 * QUIET
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-QUIET} ${-QUIET} ${side} ${side}" width="${side}" height="${side}">` +
    `<rect x="${-QUIET}" y="${-QUIET}" width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  )
}

const QUIET = 4

function qrRuns(text: string, level: QrLevel): { size: number; path: string } {
  const { modules } = QR.create(text, { errorCorrectionLevel: level })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y++) {
    let x = 0
    while (x < size) {
      let end = x
      while (end < size && modules.get(y, end)) end++
      if (end > x) path += `M${x} ${y}h${end - x}v1h${x - end}z`
      x = end + 1
    }
  }
  return { size, path }
}
