import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { flowOf } from '#capabilities/guide/contract/flow.ts'
import { flowChartCss } from '#ui/chart/flow-chart.css.ts'
import { flowMarkup } from '#ui/chart/markup.ts'
import { editorWords as words } from './words.ts'

interface Props {
  item: ItemVersion
  /** What the law may put in beside the steps (延长、听证…), told by the rules that run the case. */
  ways: readonly string[]
}

/** The chart the public will see, drawn anew with every key that is pressed (GUI-13). */
export function ProcessChart({ item, ways }: Props) {
  const flow = flowOf(
    item,
    ways.map((title) => ({ title })),
  )
  return (
    <section className="stack" aria-label={words.chart}>
      <h3>{words.chart}</h3>
      <style>{flowChartCss}</style>
      <div
        className="flow-chart"
        dangerouslySetInnerHTML={{ __html: flowMarkup(flow, words.chartTitle(item.name)) }}
      />
    </section>
  )
}
