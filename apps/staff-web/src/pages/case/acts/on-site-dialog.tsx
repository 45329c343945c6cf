import { askedWords } from '#ui/form/words.ts'
import { Alert } from 'antd'
import { useState, type ReactNode } from 'react'
import type { RawValues } from '../../../form/raw-values.ts'
import { ErrorSummary } from '../../../form/error-summary.tsx'
import { SchemaFields } from '../../../form/schema-fields.tsx'
import { useKept } from '../../../session/kept/use-kept.ts'
import { useSignedIn } from '../../../session/use-session.ts'
import { PromiseText } from '../promise-text.tsx'
import type { ActField } from './act-field.ts'
import { checkFields, surveyFields } from './on-site-fields.ts'
import { ActFrame } from './act-frame.tsx'
import type { ActProps } from './act.tsx'
import { NamesInput, readNames } from './names-input.tsx'
import { useFields } from './use-fields.ts'
import { actWords as words } from './words.ts'

/** The visit to the place (现场勘验): who was there, when, what was found, and whether the conditions are met. */
export function SurveyDialog(props: ActProps) {
  return <OnSiteDialog {...props} who="surveyors" label={words.surveyors} fields={surveyFields} />
}

/** The check after the decision (事后核查), with the promise beside it and what each result leads to. */
export function CheckDialog(props: ActProps) {
  const { detail } = props
  const again = detail.summary.state === 'rectifying'
  return (
    <OnSiteDialog
      {...props}
      who="checkers"
      label={words.checkers}
      fields={checkFields(again)}
      after={({ result }) =>
        typeof result === 'string' &&
        result in words.checkLeadsTo && (
          <Alert
            type={result === 'met' ? 'info' : 'warning'}
            role="presentation"
            title={words.checkLeadsTo[result as keyof typeof words.checkLeadsTo]}
          />
        )
      }
    >
      {detail.promise && (
        <div className="beside-act small">
          <p>{detail.promise.checkedHow}</p>
          <PromiseText promise={detail.promise} />
        </div>
      )}
    </OnSiteDialog>
  )
}

interface Props extends ActProps {
  /** The field of the input that lists the people. */
  who: string
  label: string
  fields: readonly ActField[]
  /** What the answers so far lead to. */
  after?: (raw: RawValues) => ReactNode
  children?: ReactNode
}

const NAMES_ID = 'act-people'

/** Two or more officers go and look, and write down what they found; whoever writes is usually one of them. */
function OnSiteDialog({ detail, act, close, done, who, label, fields, after, children }: Props) {
  const { person } = useSignedIn()
  const [names, setNames] = useKept<readonly string[]>('names', '', () => [person.name, ''])
  const [missing, setMissing] = useState<string>()
  const { raw, problems, times, drawn, read } = useFields(act.title, fields)

  function ready() {
    const people = readNames(names)
    setMissing(people === undefined ? askedWords.twoPeople(label) : undefined)
    const input = read()
    return people && input && { act: act.act, input: { ...input, [who]: people } }
  }

  return (
    <ActFrame detail={detail} act={act} ready={ready} close={close} done={done}>
      <ErrorSummary
        times={times}
        problems={[...(missing === undefined ? [] : [{ target: NAMES_ID, message: missing }]), ...problems]}
      />
      {children}
      <NamesInput
        id={NAMES_ID}
        label={label}
        hint={words.twoPeopleHint}
        names={names}
        error={missing}
        change={(next) => {
          setNames(next)
          setMissing(undefined)
        }}
      />
      <SchemaFields {...drawn} />
      <div role="status">{after?.(raw)}</div>
    </ActFrame>
  )
}
