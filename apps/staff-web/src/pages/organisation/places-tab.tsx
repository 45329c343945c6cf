import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { BodyLine, PlaceLine } from '#capabilities/organisation/contract/ground-routes.ts'
import { FindWords } from '../../lists/find-words.tsx'
import { PlaceDrawer } from './place-drawer.tsx'
import { ReformButton } from './reform-button.tsx'
import type { OrganisationSearch } from './search.ts'
import { organisationWords as words } from './words.ts'

interface Props {
  places: readonly PlaceLine[]
  bodies: readonly BodyLine[]
  keeps: boolean
  search: OrganisationSearch
}

/** Halls, centres below them, stations below those; a name that is looked for shows without its branches. */
export function PlacesTab({ places, bodies, keeps, search }: Props) {
  const [wanted, setWanted] = useState<string>()
  const [opened, setOpened] = useState<string>()
  const below = useMemo(() => Map.groupBy(places, ({ parent }) => parent ?? ''), [places])
  const known = useMemo(() => new Set(places.map(({ id }) => id)), [places])
  const found = wanted === undefined ? undefined : places.filter(({ name }) => name.includes(wanted))
  const roots = places.filter(({ parent }) => parent === null || !known.has(parent))
  return (
    <div className="stack">
      <div className="filters no-print">
        <FindWords label={words.findLabel} hint={words.find} value={wanted} change={setWanted} />
        <span className="muted small">{words.places((found ?? places).length)}</span>
        {keeps && (
          <ReformButton
            subject="place"
            title={words.actions.reformPlaces}
            existing={places.map(({ id, name }) => ({ value: id, label: name }))}
            bodies={bodies.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          />
        )}
      </div>
      {found?.length === 0 && <p>{words.none}</p>}
      <ul className="ground-tree sheet">
        {(found ?? roots).map((place) => (
          <Branch
            key={place.id}
            place={place}
            below={found === undefined ? below : NOTHING}
            depth={0}
            open={setOpened}
          />
        ))}
      </ul>
      {opened !== undefined && <PlaceDrawer id={opened} search={search} close={() => setOpened(undefined)} />}
    </div>
  )
}

type Below = ReadonlyMap<string, readonly PlaceLine[]>
const NOTHING: Below = new Map()

function Branch({
  place,
  below,
  depth,
  open,
}: {
  place: PlaceLine
  below: Below
  depth: number
  open: (id: string) => void
}) {
  const children = below.get(place.id) ?? []
  const [unfolded, setUnfolded] = useState(depth === 0)
  const line = (
    <div className="ground-line">
      <span>
        <strong>{place.name}</strong> <span className="tag tag-plain">{place.kindText}</span>
        {place.synthetic && ' '}
        {place.synthetic && <span className="tag tag-warn">{words.synthetic}</span>}
      </span>
      <span className="small muted">{`${place.address}　${place.phone}`}</span>
      <Button
        size="small"
        className="no-print"
        aria-label={words.open(place.name)}
        onClick={() => open(place.id)}
      >
        {words.look}
      </Button>
    </div>
  )
  if (children.length === 0) return <li>{line}</li>
  return (
    <li>
      {line}
      <details open={unfolded} onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}>
        <summary className="small">{words.below(children.length)}</summary>
        {unfolded && (
          <ul>
            {children.map((child) => (
              <Branch key={child.id} place={child} below={below} depth={depth + 1} open={open} />
            ))}
          </ul>
        )}
      </details>
    </li>
  )
}
