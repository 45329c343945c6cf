import { Button } from 'antd'
import { Fragment } from 'react'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { grouped, keysOf } from './grouped.ts'
import { askedWords, groupWords } from './words.ts'

interface Props {
  allowed: readonly AllowedAct[]
  choose: (act: AllowedAct) => void
}

/** The way forward first and large; what is rarer under plain headings; what ends the matter last. */
export function ActGroups({ allowed, choose }: Props) {
  const groups = grouped(allowed)
  const keys = keysOf(allowed)
  return (
    <div className="asked-acts">
      {groups.map(({ group, acts }) => (
        <Fragment key={group}>
          {/* One group alone needs no heading: it is what there is to do. */}
          {groups.length > 1 && (
            <h3 id={`acts-${group}`} className="small muted">
              {groupWords[group]}
            </h3>
          )}
          <ul className="act-group" {...(groups.length > 1 ? { 'aria-labelledby': `acts-${group}` } : {})}>
            {acts.map((act) => (
              <li key={act.act}>
                <ActButton act={act} shortcut={keys.get(act.act)} choose={choose} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      <Waiting acts={allowed.filter(({ waits }) => waits !== undefined)} />
    </div>
  )
}

/** Mine to do, and not yet: what has to come first, instead of a button that could only be refused. */
function Waiting({ acts }: { acts: readonly AllowedAct[] }) {
  if (acts.length === 0) return null
  return (
    <>
      <h3 id="acts-waiting" className="small muted">
        {askedWords.notYet}
      </h3>
      <ul className="stack-tight small" aria-labelledby="acts-waiting">
        {acts.map(({ act, title, waits }) => (
          <li key={act}>
            {title}：{waits}
          </li>
        ))}
      </ul>
    </>
  )
}

function ActButton({
  act,
  shortcut,
  choose,
}: {
  act: AllowedAct
  shortcut: string | undefined
  choose: Props['choose']
}) {
  const primary = act.tone === 'primary'
  return (
    <>
      <Button
        block
        size={primary ? 'large' : 'middle'}
        data-act={act.act}
        {...(primary ? { type: 'primary' as const } : {})}
        danger={act.tone === 'danger'}
        {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': shortcut })}
        onClick={() => choose(act)}
      >
        {act.title}
      </Button>
      {shortcut !== undefined && (
        <kbd className="act-key" aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </>
  )
}
