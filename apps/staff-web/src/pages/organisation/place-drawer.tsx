import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { day, moment } from '#ui/format/day.ts'
import type { ReplyOf } from '#platform/http/contract.ts'
import type { groundRoutes } from '#capabilities/organisation/contract/ground-routes.ts'
import { SmallPhoto } from '../../lists/small-photo.tsx'
import { Particulars } from '../../lists/particulars.tsx'
import { Read } from '../../server/read.tsx'
import { SideDrawer } from '../../shell/side-drawer.tsx'
import { changeText } from './change-text.ts'
import { PlaceActs } from './place-acts.tsx'
import type { OrganisationSearch } from './search.ts'
import { useGroundPlace } from './use-ground.ts'
import { organisationWords as words } from './words.ts'

type Detail = ReplyOf<typeof groundRoutes.groundPlace>

interface Props {
  id: string
  search: OrganisationSearch
  close: () => void
}

/** One place: particulars, windows, standards with where each comes from, every version, and what was changed by hand. */
export function PlaceDrawer({ id, search, close }: Props) {
  const found = useGroundPlace(id, search)
  return (
    <SideDrawer title={found.data?.place.name ?? words.title} close={close}>
      <Read found={found}>
        {(detail) => (
          <div className="stack">
            {detail.mine && (
              <PlaceActs
                place={detail.place}
                hours={detail.standards.find(({ name }) => name === 'openingHours')?.hours}
              />
            )}
            <OfPlace detail={detail} />
            <Standards detail={detail} />
            <Walls detail={detail} />
            <Versions detail={detail} />
            <Changes detail={detail} />
            <Button className="no-print" onClick={() => window.print()}>
              {words.print}
            </Button>
          </div>
        )}
      </Read>
    </SideDrawer>
  )
}

function OfPlace({ detail: { place, windows } }: { detail: Detail }) {
  const lines: [string, string][] = [
    [words.owner, place.ownerName],
    [words.address, place.address],
    [words.phone, place.phone],
    [words.supervisionPhone, place.supervisionPhone],
    [words.serves, place.serves.join('、')],
    [
      words.windows,
      windows.map(({ name, takesAll }) => (takesAll ? `${name}（${words.takesAll}）` : name)).join('、'),
    ],
  ]
  return <Particulars lines={lines} />
}

function Standards({ detail: { standards } }: { detail: Detail }) {
  if (standards.length === 0) return null
  return (
    <section>
      <h2>{words.standards}</h2>
      <ul className="stack-tight">
        {standards.map(({ name, title, text, from, own }) => (
          <li key={name}>
            <strong>{title}</strong> {text}
            <div className="small muted">{own ? words.ownStandard : words.standardFrom(from)}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 制度上墙: what the place keeps to, each with the photo of its wall or the word that there is none. */
function Walls({ detail: { walls } }: { detail: Detail }) {
  if (walls.length === 0) return null
  return (
    <section>
      <h2>{words.walls}</h2>
      <ul className="ground-walls">
        {walls.map(({ entry, title, edition, photo }) => (
          <li key={entry}>
            {photo === undefined ? (
              <span className="tag tag-warn">{words.noPhoto}</span>
            ) : (
              <SmallPhoto url={photo} of={words.wallOf(title)} />
            )}
            <Link to="/books/$book/$id" params={{ book: 'adoption', id: entry }}>
              {words.edition(title, edition)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Versions({ detail: { versions } }: { detail: Detail }) {
  return (
    <section>
      <h2>{words.versions}</h2>
      <ol className="stack-tight">
        {versions.map(({ name, from, to, address }) => (
          <li key={`${from} ${name}`}>
            {name} <span className="small muted">{address}</span>
            <div className="small muted">
              {words.since(day(from))}
              {to !== undefined && `，${words.until(day(to))}`}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Changes({ detail: { changes } }: { detail: Detail }) {
  return (
    <section>
      <h2>{words.changes}</h2>
      {changes.length === 0 && <p className="muted">{words.noChanges}</p>}
      <ol className="stack-tight">
        {changes.map(({ id, at, from, who, basis, state, stateText, because, changes: fields }) => (
          <li key={id}>
            {state !== 'in-force' && (
              <span className={`tag tag-${state === 'coming' ? 'blue' : 'plain'}`}>{stateText}</span>
            )}{' '}
            <span className="small muted">{`${moment(at)} ${who}，${words.since(day(from))}，${basis}`}</span>
            {fields.map((change) => (
              <div key={change.label}>{changeText(change)}</div>
            ))}
            {because !== undefined && <div className="small muted">{because}</div>}
          </li>
        ))}
      </ol>
    </section>
  )
}
