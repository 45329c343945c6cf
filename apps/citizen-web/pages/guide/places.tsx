import { Fragment, type VNode } from 'preact'
import type { NearPlace, PlaceView } from '#capabilities/portal/contract.ts'
import { Disclosure } from '#ui/components/index.ts'
import type { FormValues } from '#ui/form/index.ts'
import { Phone } from '../../phone.tsx'
import { handleTypeWords, tierWords } from '../../words.ts'
import type { GuideProps } from './guide-props.ts'
import { Notices, OpenSentence, PhoneLine } from '../near/nearest.tsx'

const TIERS = ['hall', 'centre', 'station'] as const

/** First the one nearest to the reader, then the hall, the towns, the villages, each folded. */
export function Places({ visit, view, answers = {} }: GuideProps): VNode {
  const { nearest, item } = view
  const ways = item.handleTypes.map((kind) => handleTypeWords[kind]).join('、')
  return (
    <>
      <p>{`办理方式：${ways}。`}</p>
      {nearest !== undefined && (
        <First nearest={nearest} handles={item.entryModes[nearest.tier] === 'handle'} />
      )}
      {!visit.kiosk && (
        <p class="near-more no-print">
          <a href={`/near?to=${encodeURIComponent(hereWith(item.id, answers))}`}>
            {nearest === undefined ? '说说您住哪里，看最近的窗口' : '不住这里，改地方'}
          </a>
        </p>
      )}
      {TIERS.map((tier) => {
        const places = view.places.filter((place) => place.tier === tier)
        const mode = item.entryModes[tier]
        if (places.length === 0) return null
        // Without a mode for the tier, these places have it by name.
        const how =
          mode === undefined
            ? '只有这里收材料'
            : mode === 'handle'
              ? '当地就能办好'
              : '收下材料送上去办，您不用再跑'
        const title = `${tierWords[tier]}（${places.length}处，${how}）`
        return (
          <Disclosure
            key={tier}
            summary={title}
            open={nearest === undefined && tier === 'hall'}
            // Hundreds of villages fill a book; who has said where they live has their own above.
            paper={nearest !== undefined || tier === 'station' ? 'line' : 'open'}
          >
            {sameHours(places).map(({ hours, at }) => (
              <Fragment key={hours}>
                {at.length > 1 && <p>{`${at.length === places.length ? '都是' : ''}${hours}：`}</p>}
                <ul class="place-list">
                  {at.map((place) => (
                    <Place key={place.id} place={place} hours={at.length === 1} />
                  ))}
                </ul>
              </Fragment>
            ))}
          </Disclosure>
        )
      })}
    </>
  )
}

function hereWith(item: string, answers: FormValues): string {
  const asked = new URLSearchParams(
    Object.entries(answers).flatMap(([name, answer]) => (typeof answer === 'string' ? [[name, answer]] : [])),
  ).toString()
  return `/items/${item}${asked === '' ? '' : `?${asked}`}#where`
}

function First({ nearest, handles }: { nearest: NearPlace; handles: boolean }): VNode {
  return (
    <div class="near-first">
      <h3>{`离您最近：${nearest.name}`}</h3>
      <OpenSentence now={nearest.now} />
      <Notices place={nearest} />
      <p>{handles ? '在这里就能办好。' : '这里收下材料送上去办，您不用再跑。'}</p>
      <p>{nearest.address}</p>
      <p>{nearest.hours}</p>
      <PhoneLine phone={nearest.phone} />
    </div>
  )
}

/** Ten towns that open alike tell it once. */
function sameHours(places: readonly PlaceView[]): { hours: string; at: PlaceView[] }[] {
  const groups = Map.groupBy(places, ({ hours }) => hours)
  return [...groups].map(([hours, at]) => ({ hours, at }))
}

function Place({ place, hours }: { place: PlaceView; hours: boolean }): VNode {
  return (
    <li>
      <strong>{place.name}</strong>
      <span>{place.address}</span>
      {hours && <span>{place.hours}</span>}
      <span>
        电话 <Phone number={place.phone} />
      </span>
    </li>
  )
}
