import type { VNode } from 'preact'
import type { GuideView, PlaceView } from '#capabilities/portal/contract.ts'
import { Disclosure } from '#ui/components/index.ts'
import { handleTypeWords, tierWords } from '../../words.ts'

const TIERS = ['hall', 'centre', 'station'] as const

/** Nearest kind last: the hall, then the towns, then the villages, each folded when there are many. */
export function Places({ view }: { view: GuideView }): VNode {
  const ways = view.item.handleTypes.map((kind) => handleTypeWords[kind]).join('、')
  return (
    <>
      <p>{`办理方式：${ways}。`}</p>
      {TIERS.map((tier) => {
        const places = view.places.filter((place) => place.tier === tier)
        const mode = view.item.entryModes[tier]
        if (places.length === 0 || mode === undefined) return null
        const title = `${tierWords[tier]}（${places.length}处，${mode === 'handle' ? '当地就能办好' : '收下材料送上去办，您不用再跑'}）`
        return (
          <Disclosure key={tier} summary={title} open={tier === 'hall'}>
            <ul class="place-list">
              {places.map((place) => (
                <Place key={place.id} place={place} />
              ))}
            </ul>
          </Disclosure>
        )
      })}
    </>
  )
}

export function Place({ place }: { place: PlaceView }): VNode {
  return (
    <li>
      <strong>{place.name}</strong>
      <span>{place.address}</span>
      <span>{place.hours}</span>
      <span>
        电话 <a href={`tel:${place.phone.replace(/[^\d+]/g, '')}`}>{place.phone}</a>
      </span>
    </li>
  )
}
