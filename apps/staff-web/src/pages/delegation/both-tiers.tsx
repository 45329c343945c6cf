import { TakeAway } from '../../lists/take-away.tsx'
import { Table } from '../../lists/table.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { BOTH_TIERS_FILE } from './search.ts'
import { useBothTiers } from './use-delegation.ts'
import { delegationWords as words } from './words.ts'

const TONES = {
  missing: 'bad',
  'not-judged': 'plain',
  'not-qualified': 'plain',
  forbidden: 'plain',
  delegated: 'good',
}

/** 区镇都能办: what qualifies and is not delegated stands first, every other with its reason. */
export function BothTiers() {
  const found = useBothTiers()
  if (found.isPending) return <Waiting />
  if (found.isError) return <FailureNote error={found.error} retry={() => void found.refetch()} />
  const { missing, rows } = found.data
  if (rows.length === 0) return <p>{words.noBothTiers}</p>
  return (
    <div className="stack">
      <p>{words.missing(missing)}</p>
      <TakeAway file={BOTH_TIERS_FILE} onPaper />
      <Table
        label={words.views['both-tiers']}
        heads={[words.item, words.domain, words.owner, words.standing, words.reason]}
        rows={rows.map(({ item, name, domainText, holderName, state, stateText, reason }) => ({
          key: item,
          cells: [
            name,
            domainText,
            holderName,
            <span key={item} className={`tag tag-${TONES[state]}`}>
              {stateText}
            </span>,
            reason,
          ],
        }))}
      />
    </div>
  )
}
