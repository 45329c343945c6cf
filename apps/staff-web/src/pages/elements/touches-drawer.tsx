import { Link } from '@tanstack/react-router'
import type { Touches } from '#capabilities/catalogue/contract/element-routes.ts'
import { Read } from '../../server/read.tsx'
import { SideDrawer } from '../../shell/side-drawer.tsx'
import { useTouches, type Looked } from './use-elements.ts'
import { elementWords as words } from './words.ts'

/** What hangs on one element or paper, before anybody changes it. */
export function TouchesDrawer({ looked, name, close }: { looked: Looked; name: string; close: () => void }) {
  const found = useTouches(looked)
  return (
    <SideDrawer title={words.touches(name)} close={close}>
      <Read found={found}>{(touched) => <Touched {...touched} />}</Read>
    </SideDrawer>
  )
}

function Touched({ places, guides, undertakings, openDrafts, changes }: Touches) {
  return (
    <div className="stack">
      <ul>
        <li>{words.sum(places.length, guides)}</li>
        <li>{words.drafts(openDrafts)}</li>
        {undertakings.length > 0 && <li>{words.undertakings(undertakings)}</li>}
        {changes.length > 0 && (
          <li>
            {words.changes}：
            {changes.map(({ id, name }) => (
              <span key={id}>
                <Link to="/item-changes/$id" params={{ id }}>
                  {name}
                </Link>{' '}
              </span>
            ))}
          </li>
        )}
      </ul>
      <h2>{words.place}</h2>
      <ul className="stack-tight">
        {places.map(({ item, name, at, called, required }) => (
          <li key={`${item} ${at}`}>
            <a href={`/items/${item}`} target="_blank" rel="noreferrer">
              {name}
            </a>{' '}
            <span className="muted">{`${called}（${required ? words.required : words.optional}）`}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
