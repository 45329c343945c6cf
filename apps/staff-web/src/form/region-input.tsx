import { Select } from 'antd'
import { FailureNote } from '../server/failure-note.tsx'
import { useRegions } from './use-regions.ts'
import { formWords as words } from './words.ts'

/** Town first, then village; a town as a whole may be meant. */
export function RegionInput({
  id,
  code,
  change,
}: {
  id: string
  code: string
  change: (code: string) => void
}) {
  const regions = useRegions()
  if (regions.isError) return <FailureNote error={regions.error} retry={() => void regions.refetch()} />
  const towns = regions.data ?? []
  const town = towns.find((one) => one.code === code || one.children.some((village) => village.code === code))
  const villages = town === undefined ? [] : [{ code: town.code, name: words.wholeTown }, ...town.children]
  return (
    <div className="row">
      <Select
        id={id}
        aria-label={words.town}
        className="half"
        loading={regions.isPending}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={words.town}
        value={town?.code ?? null}
        onChange={(next) => change(next ?? '')}
        options={towns.map((one) => ({ value: one.code, label: one.name }))}
      />
      <Select
        id={`${id}-village`}
        aria-label={words.village}
        className="half"
        disabled={town === undefined}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={words.village}
        value={town === undefined ? null : code}
        onChange={(next) => change(next ?? '')}
        options={villages.map((one) => ({ value: one.code, label: one.name }))}
      />
    </div>
  )
}
