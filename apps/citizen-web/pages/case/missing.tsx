import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { ButtonRow, LinkButton, NoticeBox } from '#ui/components/index.ts'
import { longDay } from '#ui/format/day.ts'
import { actPath, offeredActs } from '../act/page.tsx'

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

/** Handing in a paper of one's own accord. */
const ADD = 'add-paper'

/** What lacks, how it is handed in and when, from the receipt on. */
export function StillMissing({ detail }: { detail: CaseDetail }): VNode | null {
  const missing = stillMissing(detail)
  if (missing.length === 0) return null
  const until = dayOfAnswer(detail)
  const adds = offeredActs(detail).some(({ act }) => act === ADD)
  return (
    <NoticeBox tone="warn" title={`还缺${missing.length}样材料，补齐才受理`}>
      <ul>
        {missing.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <p>
        {`窗口看过以后，会一次告诉您要补什么${until === undefined ? '' : `，最晚${longDay(until)}`}。手边有的，现在就可以${adds ? '在这里交，或者' : ''}带到${detail.summary.acceptPlace}交给窗口。`}
      </p>
      {adds && (
        <ButtonRow>
          <LinkButton href={actPath(detail.summary.no, ADD)}>现在就交</LinkButton>
        </ButtonRow>
      )}
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
      <ul>
        {supplied.map(({ name, on }) => (
          <li key={`${name}${on}`}>{`${name}，${longDay(on)}收到`}</li>
        ))}
      </ul>
      <p>{`${until === undefined ? '窗口接着审核' : `窗口最晚${longDay(until)}答复`}，现在不用您做什么。`}</p>
    </NoticeBox>
  )
}

/** The last day on which the window says whether it takes the application in. */
function dayOfAnswer({ clocks }: CaseDetail): string | undefined {
  return clocks.find(({ clock, state }) => clock === 'notice' && state === 'running')?.day
}
