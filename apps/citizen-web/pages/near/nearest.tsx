import type { VNode } from 'preact'
import type { HomeView, NearPlace, OpenNow } from '#capabilities/portal/contract.ts'
import type { Visit } from '../../house.ts'
import { Phone } from '../../phone.tsx'

/** Where to go and whether the door is open now; without a region that is the hall. */
export function Nearest({ visit, view }: { visit: Visit; view: HomeView }): VNode {
  const { near, hall } = view
  const first = near?.places[0] ?? hall
  return (
    <section class="near-box" aria-labelledby="near">
      <h2 id="near">{near === undefined ? '到窗口办' : '离您最近的窗口'}</h2>
      {first !== undefined && <Door place={first} />}
      {!visit.kiosk && (
        <p class="near-live">
          {near === undefined ? (
            <a href="/near">说说您住哪里，看最近的窗口</a>
          ) : (
            <>
              <span>{`您住在${near.regionName}`}</span>
              <a href="/near">
                {near.places.length > 1 ? `看全部${near.places.length}处，或者改地方` : '改地方'}
              </a>
            </>
          )}
        </p>
      )}
      <p class="near-more">
        <a href="/my">查我的事办到哪了</a>
      </p>
    </section>
  )
}

/** For what can only be done at the counter, a closed door is told by its hours and by no word of applying online. */
export function Door({ place, onlyHere = false }: { place: NearPlace; onlyHere?: boolean }): VNode {
  return (
    <>
      <p>
        <strong>{place.name}</strong>
      </p>
      {(place.now.open || !onlyHere) && <OpenSentence now={place.now} />}
      {onlyHere && <p>{place.hours}</p>}
      <Notices place={place} />
      <p>{place.address}</p>
      <PhoneLine phone={place.phone} />
    </>
  )
}

/** Windows of this place that are closed, or will be. */
export function Notices({ place: { notices = [] } }: { place: NearPlace }): VNode | null {
  if (notices.length === 0) return null
  return (
    <ul class="near-notices" aria-label="暂停服务公告">
      {notices.map((notice) => (
        <li key={notice}>{notice}</li>
      ))}
    </ul>
  )
}

export function OpenSentence({ now: { open, sentence } }: { now: OpenNow }): VNode {
  return <p class={open ? 'open-now open-now-yes' : 'open-now'}>{sentence}</p>
}

export function PhoneLine({ phone }: { phone: string }): VNode {
  return (
    <p class="near-phone">
      电话 <Phone number={phone} />
    </p>
  )
}
