import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { NoticeBox } from '#ui/components/index.ts'
import { longDay } from '#ui/format/day.ts'

type Material = CaseDetail['materials'][number]

/** Papers that were not handed in with an application nobody has looked at yet. */
export function stillMissing({ summary, materials, promise, supplement }: CaseDetail): Material[] {
  // Under a promise (告知承诺) papers are spared, and after a notice the notice says what lacks.
  const promised = promise !== undefined && !promise.withdrawn
  if (summary.state !== 'received' || promised || supplement !== undefined) return []
  return materials.filter((material) => isCalledFor(material) && isOwed(material) && !isHeld(material))
}

const isCalledFor = ({ necessity, applies }: Material): boolean =>
  necessity === 'required' || (necessity === 'conditional' && applies === true)

const isOwed = ({ fromForm, shared, verdict }: Material): boolean =>
  !fromForm && shared !== true && (verdict === 'unchecked' || verdict === 'missing')

const isHeld = ({ files, paperOriginals, paperCopies }: Material): boolean =>
  files.length + paperOriginals + paperCopies > 0

/** What lacks, how it is handed in and when, from the receipt on. */
export function StillMissing({ detail }: { detail: CaseDetail }): VNode | null {
  const missing = stillMissing(detail)
  if (missing.length === 0) return null
  const until = dayOfAnswer(detail)
  return (
    <NoticeBox tone="warn" title={`还缺${missing.length}样材料，补齐才受理`}>
      <ul>
        {missing.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <p>
        {`窗口看过以后，会一次告诉您要补什么${until === undefined ? '' : `，最晚${longDay(until)}`}；收到告知，就在这里补。也可以现在带到${detail.summary.acceptPlace}交给窗口。`}
      </p>
    </NoticeBox>
  )
}

/** What was asked for has come in, and the window owes the next word. */
export function Supplied({ detail }: { detail: CaseDetail }): VNode | null {
  const { summary, supplement } = detail
  if (summary.state !== 'received' || supplement === undefined || supplement.open) return null
  const { supplied = [] } = supplement
  if (supplied.length === 0) return null
  const until = dayOfAnswer(detail)
  return (
    <NoticeBox tone="good" title="补的材料收到了" live>
      <p>{`${supplied.map(({ name, on }) => `${name}（${longDay(on)}）`).join('、')}。`}</p>
      <p>{`${until === undefined ? '窗口接着审核' : `窗口最晚${longDay(until)}答复`}，现在不用您做什么。`}</p>
    </NoticeBox>
  )
}

/** The last day on which the window says whether it takes the application in. */
function dayOfAnswer({ clocks }: CaseDetail): string | undefined {
  return clocks.find(({ clock, state }) => clock === 'notice' && state === 'running')?.day
}
