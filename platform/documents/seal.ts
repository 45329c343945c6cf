import { engrave, engraveUpright } from './engraving.ts'
import { documentWords } from './words.ts'

export interface SealDesign {
  /** The full name of the body, as it runs around the star; a town's bears the name of its county. */
  organisation: string
  /** Under the star, for a seal of special use: 行政审批专用章. */
  line?: string
  /** The number along the lower rim that seals registered with the police carry. */
  number?: string
  diameterMm: number
  /** A demo seal shows 演示 and 无法律效力 in place of the star, within a broken ring. */
  demo: boolean
}

/**
 * 国发〔1999〕25号: a town's seal measures exactly 4.2 cm; departments and institutions of a county at most 4.5
 * cm.
 */
export const sealDiameterMm = { town: 42, countyDepartmentAtMost: 45 } as const

export interface DrawnSeal {
  svg: string
  diameterMm: number
}

const RED = '#d8000f'

/**
 * The picture of a round official seal with a five-pointed star, in millimetres. A county government's own seal bears
 * the national emblem, which is not drawn here: it comes as a picture from the body that keeps the seal.
 */
export function drawSeal(design: SealDesign): DrawnSeal {
  const { diameterMm: d, organisation, line, number, demo } = design
  if (d > sealDiameterMm.countyDepartmentAtMost)
    throw new Error(`A seal of ${d} mm is larger than a county may use`)
  const ring = d * 0.028
  const inside = d / 2 - ring - d * 0.022
  const parts = [
    demo
      ? brokenRing(d, ring)
      : `<circle r="${mm(d / 2 - ring / 2)}" fill="none" stroke="${RED}" stroke-width="${mm(ring)}"/>`,
    nameAround(organisation, inside, d * 0.155, line === undefined && number === undefined ? 270 : 225),
    demo ? demoMark(d) : star(d / 6),
    line === undefined ? '' : engraveUpright(line, { y: d * 0.27, height: d * 0.1, maxWidth: d * 0.62 }),
    number === undefined ? '' : numberBelow(number, inside, d * 0.045),
  ]
  const side = mm(d)
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${mm(-d / 2)} ${mm(-d / 2)} ${side} ${side}" width="${side}mm" height="${side}mm">` +
    `<title>${escaped(describe(design))}</title><g fill="${RED}">${parts.join('')}</g></svg>`
  return { svg, diameterMm: d }
}

/** Tall, narrow strokes as on real seals; a long name first gets narrower, then smaller, glyphs. */
function nameAround(name: string, radius: number, tallest: number, maxDegrees: number): string {
  const characters = [...name]
  const maxArc = (maxDegrees * Math.PI) / 180
  let height = tallest
  const pitchAt = (h: number) => ((radius - h / 2) * maxArc) / Math.max(1, characters.length - 1)
  while (height > 1.5 && pitchAt(height) * 0.9 < height / 1.8) height -= 0.05
  const width = Math.min(height * 0.85, pitchAt(height) * 0.9)
  const step = Math.min(pitchAt(height), width * 1.45) / (radius - height / 2)
  return characters
    .map((character, i) => {
      const angle = step * (i - (characters.length - 1) / 2)
      return engrave(character, { angle, radius: radius - height, width, height })
    })
    .join('')
}

/** Digits stand upright at the lowest point, their feet towards the rim. */
function numberBelow(number: string, radius: number, height: number): string {
  const characters = [...number]
  const width = height * 0.62
  const step = (width * 1.35) / radius
  return characters
    .map((character, i) => {
      const angle = step * ((characters.length - 1) / 2 - i)
      return engrave(character, { angle, radius: -radius, width, height })
    })
    .join('')
}

function demoMark(d: number): string {
  return (
    engraveUpright(documentWords['seal-demo'], { y: -d * 0.03, height: d * 0.21, maxWidth: d * 0.44 }) +
    engraveUpright(documentWords['seal-demo-line'], { y: d * 0.13, height: d * 0.075, maxWidth: d * 0.44 })
  )
}

function brokenRing(d: number, ring: number): string {
  const dash = (Math.PI * d) / 60
  return `<circle r="${mm(d / 2 - ring / 2)}" fill="none" stroke="${RED}" stroke-width="${mm(ring)}" stroke-dasharray="${mm(dash * 1.4)} ${mm(dash * 0.6)}"/>`
}

function star(radius: number): string {
  // The inner corners of a regular pentagram lie at (3 − √5) / 2 of its radius.
  const inner = (radius * (3 - Math.sqrt(5))) / 2
  const corners = Array.from({ length: 10 }, (_, i) => {
    const angle = (i * Math.PI) / 5 - Math.PI / 2
    const r = i % 2 === 0 ? radius : inner
    return `${mm(r * Math.cos(angle))} ${mm(r * Math.sin(angle))}`
  })
  return `<path d="M${corners.join('L')}Z"/>`
}

function describe({ organisation, line = '', demo }: SealDesign): string {
  return (
    organisation +
    line +
    (demo ? `（${documentWords['seal-demo']}，${documentWords['seal-demo-line']}）` : '')
  )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function mm(length: number): string {
  return String(Math.round(length * 1000) / 1000)
}
