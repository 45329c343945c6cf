import type { OperatingProcedure } from '#capabilities/guide/contract/copy.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import './guides.css'
import { useProcedure } from './use-guides.ts'
import { procedureWords as words } from './words.ts'

/** Which step of the item's own process the case waits for, by what the case calls it. */
const STEP_OF: Readonly<Record<string, string>> = {
  ...{ 受理: 'accept', 现场勘验: 'survey', 审查: 'review', 听证: 'review', 公示: 'review' },
  ...{ 决定: 'decide', 制证: 'issue', 送达办结: 'issue' },
}

/** 工作规程 beside the work: what each step asks of whoever does it, and where the item stands in an undertaking (一件事). */
export function Procedure({ item, waitsFor = '' }: { item: string; waitsFor?: string | undefined }) {
  const step = STEP_OF[waitsFor]
  const found = useProcedure(item)
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { steps, undertakings } = found.data
  return (
    <div className="stack">
      <h3>{words.steps}</h3>
      <ol className="stack-tight">
        {steps.map((each) => (
          <li key={each.name} aria-current={each.step === step ? 'step' : undefined}>
            <strong>{each.name}</strong>{' '}
            <span className="small muted">
              {each.role}，{words.limit(each.limitWorkingDays)}
            </span>{' '}
            {each.step === step && <span className="tag tag-good">{words.now}</span>}
            <div>{each.standard}</div>
          </li>
        ))}
      </ol>
      {undertakings.map((undertaking) => (
        <Undertaking key={undertaking.title} undertaking={undertaking} />
      ))}
    </div>
  )
}

function Undertaking({
  undertaking: { title, at, steps },
}: {
  undertaking: OperatingProcedure['undertakings'][number]
}) {
  return (
    <section className="stack-tight">
      <h3>{words.undertaking(title, at)}</h3>
      <ol className="stack-tight">
        {steps.map((each) => (
          <li key={each.title} aria-current={each.here ? 'step' : undefined}>
            <strong>{each.title}</strong> <span className="small muted">{each.by}</span>{' '}
            {each.here && <span className="tag tag-good">{words.here}</span>}
            <ul>
              {each.does.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <div className="small">
              {words.passesOn}
              {each.passesOn}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
