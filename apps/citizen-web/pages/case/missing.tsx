import type { VNode } from 'preact'
import type { CaseDetail } from '#capabilities/portal/contract.ts'
import { ButtonRow, LinkButton, NoticeBox } from '#ui/components/index.ts'
import { longDay } from '#ui/format/day.ts'
import { actPath, offeredActs } from '../act/page.tsx'
import { stillMissing } from './still-missing.ts'

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

/** The answer to leaving files for later: they are safe, and nobody has got them yet. */
export function Kept({ detail: { supplement } }: { detail: CaseDetail }): VNode | null {
  if (!supplement?.open) return null
  const { dueDay } = supplement
  return (
    <NoticeBox tone="good" title="已经替您存好，还没有交上去" live>
      <p>{`别的材料准备好了再回来，点“全部补齐，提交”${dueDay === undefined ? '' : `，最晚${longDay(dueDay)}`}。`}</p>
    </NoticeBox>
  )
}

/** The answer to handing in a paper nobody had asked for. */
export function Received({ detail }: { detail: CaseDetail }): VNode {
  const [on, papers] = detail.parts.find(({ key }) => key === 'own-papers')?.table?.rows.at(-1) ?? []
  return (
    <NoticeBox tone="good" title="材料收到了" live>
      {papers !== undefined && <p>{`${papers}，${on}收到。`}</p>}
      <p>
        交的材料已经放进这件事的案卷，窗口核对时一起看。在下面的“<a href="#details">详细情况</a>”里能看到。
      </p>
      <p>{follows(detail)}</p>
    </NoticeBox>
  )
}

/** The answer to putting the form right: what it says now, and what follows. */
export function Corrected({ detail }: { detail: CaseDetail }): VNode | null {
  const last = detail.parts.find(({ key }) => key === 'corrections')?.facts?.at(-1)
  if (last === undefined) return null
  return (
    <NoticeBox tone="good" title="申请表改好了" live>
      <p>{`${last.label}：${last.text}。`}</p>
      <p>{follows(detail)}</p>
    </NoticeBox>
  )
}

/** Who does what next and by when; what a notice still asks for stays asked. */
function follows(detail: CaseDetail): string {
  if (detail.supplement?.open) {
    const { dueDay } = detail.supplement
    return `通知里要补的，还要${dueDay === undefined ? '' : `最晚${longDay(dueDay)}`}交上来。`
  }
  const until = dayOfAnswer(detail)
  return until === undefined
    ? '有变化会在这里写明，现在不用您做什么。'
    : `窗口最晚${longDay(until)}答复${stillMissing(detail).length > 0 ? '。' : '，现在不用您做什么。'}`
}

/** The last day on which the window says whether it takes the application in. */
function dayOfAnswer({ clocks }: CaseDetail): string | undefined {
  return clocks.find(({ clock, state }) => clock === 'notice' && state === 'running')?.day
}
