import type { VNode } from 'preact'
import { TYPE } from './box.ts'
import { flowSentences, type Flow } from './flow.ts'
import { baselinesOf, EDGE, headOf, isGround } from './draw.ts'
import { layoutFlow, type Box, type Chart, type Link } from './layout.ts'

/** The flow chart (流程图) of a process: lanes on a wide screen, one column on a phone and on paper. */
export function FlowChart({ flow, title }: { flow: Flow; title: string }): VNode {
  return (
    <div class="flow-chart">
      <Drawn chart={layoutFlow(flow, 'lanes')} flow={flow} title={title} shape="lanes" />
      <Drawn chart={layoutFlow(flow, 'column')} flow={flow} title={title} shape="column" />
    </div>
  )
}

/** The same read as a list: what the picture says and what is done in each step. */
export function FlowList({ flow }: { flow: Flow }): VNode {
  return (
    <ol class="flow-list">
      {flow.steps.map(({ name, role, limit, standard, exits }) => (
        <li key={name}>
          <strong>{name}</strong>
          <span>{`（${role}，${limit}）`}</span>
          {standard !== undefined && <p>{standard}</p>}
          {exits.map(({ text }) => (
            <p key={text} class="muted">{`${text}。`}</p>
          ))}
        </li>
      ))}
    </ol>
  )
}

function Drawn({
  chart,
  flow,
  title,
  shape,
}: {
  chart: Chart
  flow: Flow
  title: string
  shape: 'lanes' | 'column'
}): VNode {
  const ids = { title: `flow-${shape}-title`, said: `flow-${shape}-said` }
  // Heads before lines before boxes: a line never runs over a word.
  return (
    <svg
      class={`flow-${shape}`}
      role="img"
      aria-labelledby={ids.title}
      aria-describedby={ids.said}
      viewBox={`${-EDGE} ${-EDGE} ${chart.width + 2 * EDGE} ${chart.height + 2 * EDGE}`}
    >
      <title id={ids.title}>{title}</title>
      <desc id={ids.said}>{flowSentences(flow).join('')}</desc>
      {chart.boxes.filter(isGround).map((box) => (
        <Rect key={`${box.kind}${box.x}`} box={box} />
      ))}
      {chart.links.map((link) => (
        <Line key={link.points.join()} link={link} />
      ))}
      {chart.boxes
        .filter((box) => !isGround(box))
        .map((box) => (
          <Rect key={`${box.x},${box.y}`} box={box} />
        ))}
    </svg>
  )
}

function Rect({ box }: { box: Box }): VNode {
  const { kind, x, y, width, height, lines } = box
  const baselines = baselinesOf(box)
  return (
    <g class={`flow-${kind}`}>
      <rect x={x} y={y} width={width} height={height} rx={kind === 'end' ? height / 2 : 0} />
      {lines.map(({ text, small }, at) => (
        <text
          key={text}
          x={x + width / 2}
          y={baselines[at]}
          text-anchor="middle"
          font-size={small ? TYPE.small : TYPE.usual}
          class={small ? 'flow-small' : undefined}
        >
          {text}
        </text>
      ))}
    </g>
  )
}

function Line({ link: { points, dashed, bare } }: { link: Link }): VNode {
  return (
    <g class={dashed ? 'flow-link flow-dashed' : 'flow-link'}>
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      {!bare && <polygon points={headOf(points)} />}
    </g>
  )
}

/** The head of an arrow at the end of a line that comes in level or upright. */
