import type { VNode } from 'preact'
import type { Flow } from './flow.ts'
import { flowMarkup } from './markup.ts'

/** The flow chart (流程图) of a process: lanes on a wide screen, one column on a phone and on paper. */
export function FlowChart({ flow, title }: { flow: Flow; title: string }): VNode {
  return <div class="flow-chart" dangerouslySetInnerHTML={{ __html: flowMarkup(flow, title) }} />
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
