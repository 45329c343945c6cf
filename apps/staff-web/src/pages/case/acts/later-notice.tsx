import { Button, Checkbox, Input, Radio } from 'antd'
import type { MaterialView } from '#capabilities/case/contract.ts'
import { verdictId, type JudgedLine } from './checklist.ts'
import { newPoint, pointsOf, repeated, type LastNotice, type NewPoint } from './later-notice.ts'
import { actWords as words } from './words.ts'

interface Props {
  material: MaterialView
  line: JudgedLine
  last: LastNotice
  write: (part: Partial<JudgedLine>) => void
}

/**
 * One paper in a later notice: the points of the last one to tick, and, folded away, a new one that a newly supplied paper
 * raised (行政许可法第三十二条第一款第四项).
 */
export function LaterNotice({ material, line, last, write }: Props) {
  const { id, name } = material
  const key = verdictId(id)
  const points = pointsOf(last, id)
  const still = repeated(last, id, line)
  const { raised } = line
  return (
    <div className="notice-line" role="group" aria-label={`${name} ${words.noticeLines}`}>
      {points.length === 0 && <p className="small">{words.notNamedBefore}</p>}
      {points.map(({ at, line: { problem, remedy } }) => (
        <div key={at} className="stack-tight">
          <Checkbox
            checked={still[at] !== undefined}
            onChange={({ target }) => write({ again: ticked(still, at, target.checked) })}
          >
            {words.namedBefore(problem, remedy)}
          </Checkbox>
          {still[at] !== undefined && (
            <div className="notice-part">
              <label htmlFor={`${key}-still-${at}`}>{words.still}</label>
              <Input.TextArea
                id={`${key}-still-${at}`}
                autoSize={{ minRows: 1, maxRows: 6 }}
                maxLength={300}
                value={still[at]}
                onChange={(event) => write({ again: { ...still, [at]: event.target.value } })}
              />
            </div>
          )}
        </div>
      ))}
      {last.papers.length > 0 && (
        <Button
          type="link"
          className="notice-fold"
          aria-expanded={raised !== undefined}
          onClick={() => write({ raised: raised === undefined ? newPoint(last) : undefined })}
        >
          {raised === undefined ? words.newPoint : words.noNewPoint}
        </Button>
      )}
      {raised !== undefined && (
        <NewPointFields
          id={key}
          name={name}
          last={last}
          point={raised}
          change={(part) => write({ raised: { ...raised, ...part } })}
        />
      )}
    </div>
  )
}

function ticked(
  still: Readonly<Record<number, string>>,
  at: number,
  checked: boolean,
): Record<number, string> {
  const { [at]: before = '', ...rest } = still
  return checked ? { ...rest, [at]: before } : rest
}

interface FieldsProps {
  id: string
  name: string
  last: LastNotice
  point: NewPoint
  change: (part: Partial<NewPoint>) => void
}

function NewPointFields({ id, name, last, point, change }: FieldsProps) {
  const choices = [
    ['by', words.newBy, last.papers],
    ['ground', words.newGround, last.grounds],
  ] as const
  const texts = [
    ['problem', words.problem],
    ['remedy', words.remedy],
    ['basis', words.basis],
    ['why', words.newWhy],
  ] as const
  return (
    <div className="notice-new" role="group" aria-label={`${name} ${words.newPoint}`}>
      <p className="small muted">{words.newPointText}</p>
      {choices.map(([part, label, options]) => (
        <div key={part} className="stack-tight" id={`${id}-new-${part}-field`}>
          <span className="small" id={`${id}-new-${part}-label`}>
            {label}
          </span>
          <Radio.Group
            aria-labelledby={`${id}-new-${part}-label`}
            name={`${id}-new-${part}`}
            className="choice"
            value={point[part]}
            onChange={(event) => change({ [part]: String(event.target.value) })}
            options={options.map(({ value, label: text }) => ({ value, label: text }))}
          />
        </div>
      ))}
      {texts.map(([part, label]) => (
        <div key={part} className="notice-part">
          <label htmlFor={`${id}-new-${part}`}>{label}</label>
          <Input.TextArea
            id={`${id}-new-${part}`}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={300}
            value={point[part]}
            onChange={(event) => change({ [part]: event.target.value })}
          />
        </div>
      ))}
    </div>
  )
}
