import { TYPE } from './box.ts'
import { baselinesOf, EDGE, headOf, isGround } from './draw.ts'
import { flowSentences, type Flow } from './flow.ts'
import { layoutFlow, type Box, type Link } from './layout.ts'

/**
 * The flow chart (流程图) of a process as SVG text: lanes for a wide screen, one column for a phone and for paper. The portal and the
 * workbench put the same text on their pages, so whoever draws a process sees what the public will see.
 */
export const flowMarkup = (flow: Flow, title: string): string =>
  (['lanes', 'column'] as const).map((shape) => drawn(flow, title, shape)).join('')

function drawn(flow: Flow, title: string, shape: 'lanes' | 'column'): string {
  const { boxes, links, width, height } = layoutFlow(flow, shape)
  const ids = { title: `flow-${shape}-title`, said: `flow-${shape}-said` }
  const view = `${-EDGE} ${-EDGE} ${width + 2 * EDGE} ${height + 2 * EDGE}`
  return [
    `<svg class="flow-${shape}" role="img" aria-labelledby="${ids.title}" aria-describedby="${ids.said}" viewBox="${view}">`,
    `<title id="${ids.title}">${escaped(title)}</title>`,
    `<desc id="${ids.said}">${escaped(flowSentences(flow).join(''))}</desc>`,
    // Heads before lines before boxes: a line never runs over a word.
    ...boxes.filter(isGround).map(rect),
    ...links.map(line),
    ...boxes.filter((box) => !isGround(box)).map(rect),
    '</svg>',
  ].join('')
}

function rect(box: Box): string {
  const { kind, x, y, width, height, lines } = box
  const baselines = baselinesOf(box)
  const round = kind === 'end' ? height / 2 : 0
  const words = lines.map(({ text, small }, at) => {
    const size = small ? ` font-size="${TYPE.small}" class="flow-small"` : ` font-size="${TYPE.usual}"`
    return `<text x="${x + width / 2}" y="${baselines[at]}" text-anchor="middle"${size}>${escaped(text)}</text>`
  })
  return `<g class="flow-${kind}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}"/>${words.join('')}</g>`
}

function line({ points, dashed, bare }: Link): string {
  const path = points.map((point) => point.join(',')).join(' ')
  const head = bare ? '' : `<polygon points="${headOf(points)}"/>`
  return `<g class="flow-link${dashed ? ' flow-dashed' : ''}"><polyline points="${path}"/>${head}</g>`
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/gu, (sign) => SIGNS[sign]!)
