import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { flowOf } from '#capabilities/guide/contract/flow.ts'
import { TYPE } from '#ui/chart/box.ts'
import { baselinesOf, EDGE, headOf, isGround } from '#ui/chart/draw.ts'
import { flowChartCss } from '#ui/chart/flow-chart.css.ts'
import { flowSentences, layoutFlow, type Box, type Chart, type Link } from '#ui/chart/index.ts'
import { editorWords as words } from './words.ts'

/** The chart the public will see, drawn anew with every key that is pressed (GUI-13). */
export function ProcessChart({ item }: { item: ItemVersion }) {
  const flow = flowOf(item)
  const title = words.chartTitle(item.name)
  const said = flowSentences(flow).join('')
  return (
    <section className="stack" aria-label={words.chart}>
      <h3>{words.chart}</h3>
      <style>{flowChartCss}</style>
      <div className="flow-chart">
        <Drawn chart={layoutFlow(flow, 'lanes')} shape="lanes" title={title} said={said} />
        <Drawn chart={layoutFlow(flow, 'column')} shape="column" title={title} said={said} />
      </div>
    </section>
  )
}

interface DrawnProps {
  chart: Chart
  shape: 'lanes' | 'column'
  title: string
  said: string
}

/** As `ui/chart/flow-chart.tsx` draws it for the portal, by the same layout and the same style. */
function Drawn({ chart: { boxes, links, width, height }, shape, title, said }: DrawnProps) {
  const view = `${-EDGE} ${-EDGE} ${width + 2 * EDGE} ${height + 2 * EDGE}`
  return (
    <svg className={`flow-${shape}`} role="img" aria-label={title} viewBox={view}>
      <title>{title}</title>
      <desc>{said}</desc>
      {boxes.filter(isGround).map((box) => (
        <Rect key={`${box.kind}${box.x}`} box={box} />
      ))}
      {links.map((link) => (
        <Line key={link.points.join()} link={link} />
      ))}
      {boxes
        .filter((box) => !isGround(box))
        .map((box) => (
          <Rect key={`${box.x},${box.y}`} box={box} />
        ))}
    </svg>
  )
}

function Rect({ box }: { box: Box }) {
  const { kind, x, y, width, height, lines } = box
  const baselines = baselinesOf(box)
  return (
    <g className={`flow-${kind}`}>
      <rect x={x} y={y} width={width} height={height} rx={kind === 'end' ? height / 2 : 0} />
      {lines.map(({ text, small }, at) => (
        <text
          key={text}
          x={x + width / 2}
          y={baselines[at]}
          textAnchor="middle"
          fontSize={small ? TYPE.small : TYPE.usual}
          className={small ? 'flow-small' : undefined}
        >
          {text}
        </text>
      ))}
    </g>
  )
}

function Line({ link: { points, dashed, bare } }: { link: Link }) {
  return (
    <g className={dashed ? 'flow-link flow-dashed' : 'flow-link'}>
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      {!bare && <polygon points={headOf(points)} />}
    </g>
  )
}
