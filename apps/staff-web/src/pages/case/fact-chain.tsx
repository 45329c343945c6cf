import type { ReplyOf } from '#platform/http/contract.ts'
import type { StoryLine } from '#capabilities/case/contract.ts'
import type { caseRoutes } from '#capabilities/case/contract/routes.ts'
import { moment } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useFacts } from './use-facts.ts'
import { caseWords as words } from './words.ts'

type RecordedFact = ReplyOf<(typeof caseRoutes)['facts']>['facts'][number]

interface Props {
  no: string
  version: number
  /** Says in a sentence what the fact of the same number records. */
  story: readonly StoryLine[]
}

/** The recorded facts in order; a link that does not meet the one before it is called out. */
export function FactChain({ no, version, story }: Props) {
  const facts = useFacts(no, version)
  if (facts.isPending) return <Waiting />
  if (facts.isError) return <FailureNote error={facts.error} retry={() => void facts.refetch()} />
  const whole = facts.data.every((fact, at) => isLinked(fact, facts.data[at - 1]))
  return (
    <div className="stack">
      <p className="muted">{words.factsText}</p>
      {whole && <p>{words.chainWhole}</p>}
      <ol className="plain-list">
        {facts.data.map((fact, at) => (
          <li key={fact.seq} className="stack-tight">
            <p>
              <strong>
                {fact.seq} · {story.find((line) => line.seq === fact.seq)?.text ?? fact.kind}
              </strong>{' '}
              <span className="muted">{moment(fact.at)}</span>
            </p>
            {!isLinked(fact, facts.data[at - 1]) && (
              <p role="alert" className="field-error">
                {words.chainBroken}
              </p>
            )}
            <p className="small figures">{`${words.factHash} ${fact.hash}`}</p>
            <p className="small figures muted">{`${words.factPrev} ${fact.prevHash}`}</p>
            <details>
              <summary>{words.factBody}</summary>
              <pre className="small fact-body">
                {JSON.stringify({ kind: fact.kind, actor: fact.actor, body: fact.body }, null, 2)}
              </pre>
            </details>
          </li>
        ))}
      </ol>
    </div>
  )
}

function isLinked(fact: RecordedFact, before: RecordedFact | undefined): boolean {
  return before === undefined || fact.prevHash === before.hash
}
