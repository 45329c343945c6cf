import type { VNode } from 'preact'
import type { NearView, RegionOption } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, PageHeading, RegionField, type Problem } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, homeTrail, Layout } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'
import { tierWords } from '../../words.ts'
import { Notices, OpenSentence, PhoneLine } from './nearest.tsx'

export interface NearProps {
  visit: Visit
  regions: readonly RegionOption[]
  near?: NearView
  /** The page to come back to once a region is chosen. */
  to?: string
  /** What was chosen with the problems, so that only what lacks is chosen again. */
  chosen?: string
  problems?: readonly Problem[]
}

/** Where I live, and the places that serve it. */
export function NearPage({ visit, regions, near, to = '/near', chosen, problems = [] }: NearProps): VNode {
  return (
    <Layout
      visit={visit}
      title="离我最近的窗口"
      trail={homeTrail}
      problems={problems}
      shell={{ current: 'home', searchInHeader: false }}
    >
      <PageHeading title="离我最近的窗口" />
      {near !== undefined && <Places near={near} />}
      <form class="near-form" method="post" action="/near" noValidate>
        <CsrfField visit={visit} />
        <input type="hidden" name="to" value={to} />
        <RegionField
          id="field-region"
          name="region"
          label={near === undefined ? '您住在哪个村或社区' : '改成别的村或社区'}
          hint="只记在这个浏览器里，不用登录；办事的时候还会再问您。"
          required
          whole
          chosen={chosen ?? near?.region ?? ''}
          regions={regions}
          {...errorAt(problems, 'field-region')}
        />
        <ButtonRow>
          <Button>记住</Button>
          {near !== undefined && (
            <Button tone="normal" name="forget" value="yes">
              不用记了
            </Button>
          )}
        </ButtonRow>
      </form>
    </Layout>
  )
}

function Places({ near: { regionName, places } }: { near: NearView }): VNode {
  return (
    <>
      <p>{`您住在${regionName}，可以去这${places.length}处。多数事到最近的就行：收下材料送上去办，您不用再跑。哪件事哪里收，办事指南里写着。`}</p>
      <ul class="near-places">
        {places.map((place) => (
          <li key={place.id}>
            <h2>{place.name}</h2>
            <OpenSentence now={place.now} />
            <Notices place={place} />
            <p class="muted">{tierWords[place.tier]}</p>
            <p>{place.address}</p>
            <p>{place.hours}</p>
            <PhoneLine phone={place.phone} />
          </li>
        ))}
      </ul>
    </>
  )
}
