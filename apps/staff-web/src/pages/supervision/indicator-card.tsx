import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { IndicatorView, TargetView } from '#capabilities/supervision/contract.ts'
import { day } from '#ui/format/day.ts'
import { partWords } from './part-words.ts'
import type { Part } from './use-lists.ts'
import { percent, supervisionWords as words, targetSentence, targetTones, unitWords } from './words.ts'

export interface Opening {
  part: Part
  place?: { id: string; name: string }
}

interface Props {
  indicator: IndicatorView
  /** Shows the cases or attempts behind a number. */
  open: (opening: Opening) => void
}

/** One number, what it is made of, its goals, and how it is counted. */
export function IndicatorCard({ indicator, open }: Props) {
  const { name, numerator, denominator, counts, targets, formula, version, clauses } = indicator
  return (
    <li className="sheet stack-tight indicator">
      <h2>{name}</h2>
      <p className="indicator-number">
        {denominator === undefined ? numerator : percent(numerator, denominator)}
        {denominator === undefined && <span className="small muted"> {unitWords[counts]}</span>}
      </p>
      <p className="muted small">
        {denominator === 0
          ? words.noData
          : denominator !== undefined && words.ofTotal(numerator, denominator, unitWords[counts])}
      </p>
      <Doors indicator={indicator} open={open} />
      {targets.length > 0 && <Targets targets={targets} />}
      <Listed indicator={indicator} />
      <Groups indicator={indicator} open={open} />
      <details className="small">
        <summary>{words.how}</summary>
        <p>{formula}</p>
        <p className="muted">
          {words.formulaVersion(version)}
          {clauses.length > 0 && `，${words.clauses}${clauses.join('、')}`}
        </p>
      </details>
    </li>
  )
}

function Doors({ indicator, open }: Props) {
  const { id, numerator, denominator = 0, counts, name } = indicator
  const label = (text: string) => `${name}：${text}`
  const door = (text: string, part: Part) => (
    <Button key={`${id}-${part}`} size="small" aria-label={label(text)} onClick={() => open({ part })}>
      {text}
    </Button>
  )
  if (counts === 'places' || counts === 'ratings' || counts === 'materials') return null
  if (counts === 'attempts') return numerator === 0 ? null : door(words.records, 'all')
  if (denominator === 0) return null
  // A share of items opens to their cases, which are more than the number says.
  const said = (part: 'numerator' | 'rest', count: number) =>
    counts === 'items' ? words.seeCases(partWords(id, part)) : words.door(partWords(id, part), count)
  return (
    <div className="row">
      {numerator > 0 && door(said('numerator', numerator), 'numerator')}
      {denominator > numerator && door(said('rest', denominator - numerator), 'rest')}
    </div>
  )
}

function Targets({ targets }: { targets: readonly TargetView[] }) {
  return (
    <ul className="indicator-targets small" aria-label={words.targets}>
      {targets.map((target) => (
        <li key={target.by} className={`tag tag-${targetTones[target.standing]}`}>
          {targetSentence(target, day(target.by), percent(target.numerator, target.denominator))}
        </li>
      ))}
    </ul>
  )
}

/** Places of which nothing is known, by name. */
function Listed({ indicator: { counts, listed = [], denominator } }: Pick<Props, 'indicator'>) {
  if (counts === 'ratings') return <LateRatings listed={listed} />
  if (counts === 'items') return <FlaggedItems listed={listed} />
  if (counts !== 'places' || denominator === 0) return null
  if (listed.length === 0) return <p className="small">{words.allRated}</p>
  return (
    <div className="small">
      <p>{words.unrated}</p>
      <ul>
        {listed.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </div>
  )
}

/** Poor ratings that were not handled in time; each opens. */
function LateRatings({ listed }: { listed: NonNullable<IndicatorView['listed']> }) {
  if (listed.length === 0) return null
  return (
    <details className="small">
      <summary>{words.lateRatings(listed.length)}</summary>
      <ul>
        {listed.map(({ id, name }) => (
          <li key={id}>
            <Link to="/rectifications/$id" params={{ id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Items whose own cases contradict what they promise. */
function FlaggedItems({ listed }: { listed: NonNullable<IndicatorView['listed']> }) {
  if (listed.length === 0) return null
  return (
    <details className="small">
      <summary>{words.flaggedItems(listed.length)}</summary>
      <ul>
        {listed.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </details>
  )
}

function Groups({ indicator, open }: Props) {
  const { groups = [], counts } = indicator
  if (groups.length === 0) return null
  const byBody = counts === 'attempts'
  // Their numbers are no cases and open none.
  const isPlain = counts === 'ratings' || counts === 'materials'
  return (
    <details className="small">
      <summary>{byBody ? words.byBody : counts === 'materials' ? words.byItem : words.byPlace}</summary>
      <table className="indicator-groups">
        <tbody>
          {groups.map(({ id, name, numerator, denominator }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{denominator === undefined ? numerator : percent(numerator, denominator)}</td>
              <td>
                {isPlain && `${numerator} / ${denominator ?? 0}`}
                {denominator !== undefined && !isPlain && (
                  <Button
                    size="small"
                    aria-label={`${name}：${numerator} / ${denominator}`}
                    onClick={() => open({ part: 'all', place: { id, name } })}
                  >
                    {numerator} / {denominator}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
