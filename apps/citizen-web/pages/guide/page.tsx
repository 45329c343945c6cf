import type { VNode } from 'preact'
import type { GuideView, UndertakingView } from '#capabilities/portal/contract.ts'
import { ButtonRow, Disclosure, LinkButton, PageHeading, PrintArea } from '#ui/components/index.ts'
import { situationOf } from '#ui/form/index.ts'
import { homeTrail, Layout } from '../../layout.tsx'
import { Afterwards } from './lifecycle.tsx'
import { PrintedAddress } from './address.tsx'
import { Answers, bringTitle } from './answers.tsx'
import { Ask } from './ask.tsx'
import { Coming } from './coming.tsx'
import { AtAGlance } from './glance.tsx'
import type { GuideProps } from './guide-props.ts'
import { Particulars } from './particulars.tsx'
import { PromiseWay } from './promise.tsx'
import { asksWhich, UndertakingSteps } from './undertaking.tsx'

/** The five answers people come for, then folded everything else a guide must say (GB/T 36114, 26 elements). */
export function GuidePage(props: GuideProps): VNode {
  const { visit, view, asking } = props
  const { item } = view
  const trail = [...homeTrail, { text: view.domainTitle, href: `/domains/${item.domain}` }]
  return (
    <Layout visit={visit} title={`${item.name}办事指南`} trail={trail} shell={{ current: 'home' }}>
      <PageHeading title={item.name} over={`${view.itemTypeTitle}，由${view.decidingBodyName}决定`}>
        {view.called !== undefined && view.called !== item.name && (
          <p class="muted">{`大家常说：${view.called}`}</p>
        )}
        <p>{item.summary}</p>
      </PageHeading>
      <AtAGlance item={item} online={view.onlineFiling} />
      <div class="guide-begin">
        {view.onlineFiling && (
          <p class="guide-apply no-print">
            <LinkButton href={`/items/${item.id}/apply`}>网上申请</LinkButton>
          </p>
        )}
        <ButtonRow>
          <LinkButton href="#where" tone="normal">
            看去哪里办
          </LinkButton>
        </ButtonRow>
      </div>
      <Contents view={view} />
      <Which view={view} />
      <Answers {...props} />
      <Coming view={view} />
      <PromiseWay item={item} />
      <Afterwards item={item} />
      <Particulars view={view} />
      <section class="guide-section no-print" aria-labelledby="take-along">
        <h2 id="take-along">带走这份指南</h2>
        <PrintArea
          papers={[
            { text: '下载打印版（PDF）', href: view.pdfUrl },
            { text: '一次性告知单（一页，PDF）', href: view.noticeUrl },
            ...(view.layouts ?? []).map(({ title, href }) => ({ text: title, href })),
            ...ownPrint(props),
          ]}
        />
      </section>
      {asking !== undefined && visit.draft === undefined && (
        <Ask visit={visit} item={item.id} asking={asking} />
      )}
      <PrintedAddress visit={visit} item={item.id} />
    </Layout>
  )
}

/** The page of the reader's own place, for the situation they said they are in. */
function ownPrint({ view: { item, nearest, noticeUrl }, answers = {} }: GuideProps): PrintedLink[] {
  const mine = situationOf(item, answers)
  if (nearest === undefined && mine === undefined) return []
  const query = new URLSearchParams({
    ...(nearest === undefined ? {} : { place: nearest.id }),
    ...(mine === undefined ? {} : { situation: mine.no }),
  })
  const whose = [nearest?.name, mine?.name].filter(Boolean).join('，')
  return [{ text: `一次性告知单（${whose}）`, href: `${noticeUrl}?${query.toString()}` }]
}

type PrintedLink = { text: string; href: string }

/** Before anything else whether this is the right paper; what only follows another one is folded. */
function Which({ view: { item, undertakings = [] } }: { view: GuideView }): VNode | null {
  const [only, ...others] = undertakings
  if (only === undefined) return null
  return (
    <section class="guide-section" aria-labelledby="which">
      <h2 id="which">{whichTitle(undertakings)}</h2>
      {others.length === 0 ? (
        <>
          <UndertakingSteps undertaking={only} here={item.id} />
          <WholeGuide undertaking={only} />
        </>
      ) : (
        undertakings.map((undertaking) => (
          <Disclosure key={undertaking.title} summary={undertaking.title}>
            <UndertakingSteps undertaking={undertaking} here={item.id} />
            <WholeGuide undertaking={undertaking} />
          </Disclosure>
        ))
      )}
    </section>
  )
}

/** The undertaking has a guide of its own, with all its papers in one place. */
function WholeGuide({ undertaking: { title, href } }: { undertaking: UndertakingView }): VNode | null {
  return href === undefined ? null : (
    <p class="no-print">
      <a href={href}>{`“${title}”从头到尾怎么办、一共要什么材料`}</a>
    </p>
  )
}

function whichTitle([first, ...others]: readonly UndertakingView[]): string {
  if (first === undefined || others.length > 0) return '先办哪样，再办哪样'
  return asksWhich(first) ? `${first.title}，要办哪样` : `${first.title}，按这个顺序办`
}

/** Where on this page which answer stands. */
function Contents({ view: { item, onlineFiling, undertakings = [] } }: { view: GuideView }): VNode {
  const lines = [
    ...(undertakings.length === 0 ? [] : [['which', whichTitle(undertakings)]]),
    ['may-i', '我能办吗'],
    ['bring', bringTitle(onlineFiling)],
    ['how-long', '要多久'],
    ['process', `分${item.process.steps.length}步，每步多久`],
    ['how-much', '要多少钱'],
    ['where', '去哪里办'],
    ...(item.process.commitment === undefined ? [] : [['promise', '先承诺、当场办']]),
    ...(item.lifecycle === undefined ? [] : [['afterwards', '已经有证的']]),
    ['more', '其他要知道的'],
  ] as const
  return (
    <nav class="no-print" aria-label="本页内容">
      <ul class="guide-contents">
        {lines.map(([id, text]) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
