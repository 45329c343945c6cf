import type { VNode } from 'preact'
import type { UndertakingView } from '#capabilities/portal/contract.ts'

/** The papers somebody's plan takes, in their order; where two look alike, what tells them apart. */
export function UndertakingSteps({
  undertaking: { steps },
  here,
}: {
  undertaking: UndertakingView
  /** The matter whose guide is being read. */
  here?: string
}): VNode {
  return (
    <ol class="undertaking">
      {steps.map(({ title, ways, note }) => (
        <li key={title}>
          <strong>{title}</strong>
          <Ways ways={ways} {...(here === undefined ? {} : { here })} />
          {note !== undefined && <p class="muted">{note}</p>}
        </li>
      ))}
    </ol>
  )
}

type Way = UndertakingView['steps'][number]['ways'][number]

/** Only a choice needs boxes that tell its sides apart. */
function Ways({ ways, here }: { ways: readonly Way[]; here?: string }): VNode {
  const [only, ...others] = ways
  if (only !== undefined && others.length === 0)
    return (
      <p class="undertaking-only">
        <Name way={only} here={only.id === here} />
      </p>
    )
  return (
    <ul class="undertaking-ways">
      {ways.map((way) => (
        <li key={way.id}>
          <Name way={way} here={way.id === here} />
          <ul class="undertaking-when">
            {way.when.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Name({ way: { id, called, name }, here }: { way: Way; here: boolean }): VNode {
  return (
    <>
      {here ? <strong>{`${called}（您在看的）`}</strong> : <a href={`/items/${id}`}>{called}</a>}
      {called !== name && <span class="muted">{name}</span>}
    </>
  )
}

/** Where somebody has to choose between two papers, that is what the order is asked for. */
export function asksWhich({ steps }: UndertakingView): boolean {
  return steps.some(({ ways }) => ways.length > 1)
}
