import type { VNode } from 'preact'
import type { DraftView, PlaceView, PostalAddress, RegionOption } from '#capabilities/portal/contract.ts'
import { ChoiceField, RegionField, type Problem } from '#ui/components/index.ts'
import { villageField } from '#ui/form/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { deliveryWords, freightWords } from '../../words.ts'
import { GoOn } from './go-on.tsx'
import { placesScript } from './places-script.ts'
import { addressKnown, PostalFields } from './postal-fields.tsx'
import { backTo, stepPath } from './progress.ts'
import { ApplyStep } from './steps.tsx'

export interface WhereProps {
  visit: Visit
  draft: DraftView
  regions: readonly RegionOption[]
  /** The village the places are for: the one just chosen, the draft's, or where the visitor said they live. */
  region?: string
  /** The places that take this item for the region, the nearest first; empty until it is known. */
  places: readonly PlaceView[]
  /** Where a result by post goes, as typed or as known. */
  postal?: Partial<PostalAddress>
  problems?: readonly Problem[]
  /** Come from the page of all answers, and back to it afterwards. */
  back?: boolean
}

export function WherePage({
  visit,
  draft,
  regions,
  region = draft.region ?? visit.region ?? '',
  places,
  postal,
  problems = [],
  back = false,
}: WhereProps): VNode {
  return (
    <ApplyStep
      visit={visit}
      draft={draft}
      step="where"
      title="在哪里办"
      problems={problems}
      scripts={[placesScript.path]}
    >
      <form method="post" action={`${stepPath(draft.id, 'where')}${backTo({ back })}`} noValidate>
        <CsrfField visit={visit} />
        <RegionField
          id="field-region"
          name="region"
          {...regionWords(draft.item)}
          required
          whole
          chosen={region}
          regions={regions}
          {...errorAt(problems, 'field-region')}
        />
        <div id="places" aria-live="polite">
          <Places draft={draft} region={region} places={places} />
        </div>
        <ChoiceField
          id="field-delivery"
          name="delivery"
          label="办好以后怎样拿结果"
          required
          choices={draft.item.delivery.map((mode) => ({
            value: mode,
            label: deliveryWords[mode],
            ...(mode === 'post'
              ? {
                  hint: freightWords,
                  conditional: <PostalFields postal={postal ?? postalOf(draft)} problems={problems} />,
                }
              : {}),
          }))}
          chosen={[draft.delivery ?? (draft.item.delivery.length === 1 ? draft.item.delivery[0]! : '')]}
          {...errorAt(problems, 'field-delivery')}
        />
        <GoOn draft={draft} back={back} first />
      </form>
    </ApplyStep>
  )
}

/** The nearest stands chosen and by itself; the others wait under a line of their own. */
function Places({
  draft,
  region,
  places,
}: {
  draft: DraftView
  region: string
  places: readonly PlaceView[]
}) {
  const kept = region === draft.region ? places.find(({ id }) => id === draft.acceptPlace) : undefined
  const chosen = kept ?? places[0]
  if (chosen === undefined) return null
  const others = places.filter((place) => place !== chosen)
  const choice = (place: PlaceView) => ({
    value: place.id,
    label: place.name,
    hint: `${place === places[0] && others.length > 0 ? '离您选的地方最近。' : ''}${place.address}，${place.hours}，电话${place.phone}`,
  })
  return (
    <>
      <input type="hidden" name="placesOf" value={region} />
      <ChoiceField
        id="field-acceptPlace"
        name="acceptPlace"
        label="由哪个地方收您的材料"
        hint="已经替您选好了，一般不用改。在网上交材料不用跑；有事要问、要领纸质证件，就到这里。"
        required
        choices={[choice(chosen)]}
        rest={{ summary: `换一个地方（还有${others.length}个可以选）`, choices: others.map(choice) }}
        chosen={[chosen.id]}
      />
    </>
  )
}

/**
 * Asked in the words of the form where it asks for one place (户籍所在村, 门店所在村): that one decides. Otherwise a person's own
 * matter belongs where they live; what is done for a business may belong to its premises.
 */
export function regionWords({ serves, form }: DraftView['item']): { label: string; hint: string } {
  const asked = villageField(form)
  if (asked !== undefined) return { label: asked.label, hint: '决定由哪里办理。填表时不用再选一遍。' }
  return serves.every((whom) => whom === '1')
    ? {
        label: '您家在哪个村或社区',
        hint: '按现在住的地方选；给家人办的，按家人住的地方选。决定由哪里办理。',
      }
    : {
        label: '这件事属于哪个村或社区',
        hint: '开店、办企业的按经营地点选，个人的事按您家选，决定由哪里办理。',
      }
}

function postalOf({ postal, item, values }: DraftView): Partial<PostalAddress> {
  return postal ?? addressKnown(item.form, values)
}
