import { Button, Input, Select } from 'antd'
import type { ImportField } from '#capabilities/catalogue/contract/item-import-routes.ts'
import { describedBy, Labelled } from '../../form/labelled.tsx'
import { importWords as words } from './words.ts'

interface Props {
  field: ImportField
  /** What somebody is writing, before it is saved. */
  typed: string | undefined
  works: boolean
  type: (text: string) => void
}

/** One field: what the file says stays beside what it will be. */
export function MendField({ field, typed, works, type }: Props) {
  const { field: name, title, original, text, standing, problems, proposal } = field
  const id = `import-${name}`
  const wrong = problems.length === 0 ? undefined : problems.join(' ')
  const value = typed ?? text
  return (
    <div className="import-field">
      {works ? (
        <Labelled id={id} label={title} required error={wrong}>
          <Control id={id} field={field} value={value} wrong={wrong} type={type} />
        </Labelled>
      ) : (
        <>
          <strong>{title}</strong>
          <div className="import-text">{text}</div>
        </>
      )}
      {original !== '' && original !== value && (
        <div className="small muted import-text">{words.original(original)}</div>
      )}
      {standing !== undefined && standing !== value && (
        <div className="small muted import-text">{words.standing(standing)}</div>
      )}
      {proposal !== undefined && works && (
        <div className="row small">
          <span className="import-text">{words.proposal(proposal)}</span>
          {!proposal.includes('\n') && !proposal.includes('、') && (
            <Button
              size="small"
              aria-label={`${words.takeProposal}：${title}`}
              onClick={() => type(proposal)}
            >
              {words.takeProposal}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

interface ControlProps {
  id: string
  field: ImportField
  value: string
  wrong: string | undefined
  type: (text: string) => void
}

function Control({ id, field: { choices, long }, value, wrong, type }: ControlProps) {
  const tied = { id, 'aria-describedby': describedBy(id, undefined, wrong) }
  if (choices !== undefined)
    return (
      <Select
        {...tied}
        className="wide"
        placeholder={words.choose}
        value={choices.includes(value) ? value : null}
        options={choices.map((choice) => ({ value: choice, label: choice }))}
        onChange={(chosen) => type(chosen ?? '')}
      />
    )
  if (long || value.includes('\n'))
    return (
      <Input.TextArea
        {...tied}
        value={value}
        autoSize={{ minRows: 2, maxRows: 12 }}
        onChange={(event) => type(event.target.value)}
      />
    )
  return <Input {...tied} value={value} onChange={(event) => type(event.target.value)} />
}
