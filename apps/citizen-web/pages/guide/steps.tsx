import type { VNode } from 'preact'
import type { GuideView, ItemVersion } from '#capabilities/portal/contract.ts'
import { DataTable, Disclosure } from '#ui/components/index.ts'
import { FlowChart, FlowList } from '#ui/chart/flow-chart.tsx'
import { limitWords } from '#ui/format/limit.ts'

/** Every step with its time, folded under their names; the anchor stands inside, so that a link to it opens them. */
export function Steps({ view }: { view: GuideView }): VNode {
  const { steps } = view.item.process
  return (
    <Disclosure summary={`怎么一步步办（${steps.length}步）：${steps.map(({ name }) => name).join('、')}`}>
      <div id="process" class="guide-part stack">
        <div class="guide-chart">
          <FlowChart flow={view.flow} title={`${view.item.name}办理流程图`} />
        </div>
        <FlowList flow={view.flow} />
        <Ways ways={view.ways} special={view.item.specialProcedures} />
      </div>
    </Disclosure>
  )
}

/** What may happen beside the ordinary steps, told by the rules that run the case; then what only this item lists. */
function Ways({
  ways,
  special,
}: Pick<GuideView, 'ways'> & { special: ItemVersion['specialProcedures'] }): VNode | null {
  const own = special.filter(({ name }) => !isToldAsWay(name, ways))
  if (ways.length === 0 && own.length === 0) return null
  return (
    // A fold inside a fold: few cases take these ways, and on paper they would fill a sheet. Their names are printed.
    <Disclosure
      summary={`还可能遇到的情形：${[...ways, ...own.map(titled)].map(({ title }) => title).join('、')}`}
    >
      {ways.length > 0 && (
        <DataTable
          caption="除上面的环节以外，依法还可能有的情形"
          rows={ways}
          rowKey={(way) => way.title}
          columns={[
            { title: '情形', cell: (way) => <strong>{way.title}</strong> },
            { title: '怎样办', cell: (way) => way.text },
            { title: '依据', cell: (way) => way.basis },
          ]}
        />
      )}
      {own.length > 0 && (
        <ul class="guide-special">
          {own.map(({ name, limit, basis }) => (
            <li key={name}>{`${name}${limit === undefined ? '' : `，${limitWords(limit)}`}。${basis}`}</li>
          ))}
        </ul>
      )}
    </Disclosure>
  )
}

const titled = ({ name }: { name: string }) => ({ title: name })

/** Lines of an item that the rules tell in full under a name of their own. */
const SAME = [
  [/听证/, '听证'],
  [/延长/, '延长期限'],
  [/公示$/, '公示'],
] as const

function isToldAsWay(name: string, ways: GuideView['ways']): boolean {
  return SAME.some(([line, way]) => line.test(name) && ways.some(({ title }) => title === way))
}
