import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { DifferenceFilter } from './filtered.ts'
import { tierWords as words } from './words.ts'

interface Props {
  filter: DifferenceFilter
  tiers: readonly number[]
  change: (next: DifferenceFilter) => void
  /** How many are left. */
  children: ReactNode
}

const ALL = 'all'

/** Which differences are shown; it lives in the address, so that a sent link shows the same, and paper shows what the screen does. */
export function DifferenceFilters({ filter: { q, tier, approved }, tiers, change, children }: Props) {
  const now: DifferenceFilter = {
    ...(q === undefined ? {} : { q }),
    ...(tier === undefined ? {} : { tier }),
    ...(approved === undefined ? {} : { approved }),
  }
  const without = (key: keyof DifferenceFilter): DifferenceFilter => {
    const { [key]: _gone, ...rest } = now
    return rest
  }
  return (
    <>
      <div className="filters no-print">
        <Input.Search
          className="filter-search"
          aria-label={words.find}
          placeholder={words.find}
          allowClear
          defaultValue={q ?? ''}
          onSearch={(typed) => change(typed.trim() === '' ? without('q') : { ...now, q: typed.trim() })}
        />
        <Select
          aria-label={words.approval}
          value={approved ?? ALL}
          options={[
            { value: ALL, label: words.allApprovals },
            { value: 'no', label: words.notApproved },
            { value: 'yes', label: words.isApproved },
          ]}
          onChange={(value) =>
            change(value === 'yes' || value === 'no' ? { ...now, approved: value } : without('approved'))
          }
        />
        <Select
          aria-label={words.againstTier}
          value={tier ?? 0}
          options={[
            { value: 0, label: words.allTiers },
            ...tiers.map((each) => ({ value: each, label: words.against(words.tiers[each] ?? '') })),
          ]}
          onChange={(value) => change(value === 0 ? without('tier') : { ...now, tier: value })}
        />
      </div>
      <p role="status">{children}</p>
    </>
  )
}
