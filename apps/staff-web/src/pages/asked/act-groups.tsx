import { Button } from 'antd'
import { Fragment } from 'react'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { grouped, keyOf } from './grouped.ts'
import { groupWords } from './words.ts'

interface Props {
  allowed: readonly AllowedAct[]
  choose: (act: AllowedAct) => void
}

/** The way forward first and large; what is rarer under plain headings; what ends the matter last. */
export function ActGroups({ allowed, choose }: Props) {
  const groups = grouped(allowed)
  const inOrder = groups.flatMap(({ acts }) => acts)
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
                <ActButton act={act} shortcut={keyOf(inOrder.indexOf(act))} choose={choose} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
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
