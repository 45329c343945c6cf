import type { VNode } from 'preact'
import type { CaseDetail, RatingView } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  ChoiceField,
  LinkButton,
  LongTextField,
  PageHeading,
  Rating,
  type Problem,
  type Stars,
} from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout, mattersTrail } from '../../layout.tsx'
import { errorAt } from '../../problems.ts'

export interface RatingPageProps {
  visit: Visit
  detail: CaseDetail
  rating: RatingView
  requestId: string
  posted?: { stars?: Stars; options: readonly string[]; comment: string; anonymous: boolean }
  problems?: readonly Problem[]
}

const NOTHING_POSTED = { options: [], comment: '', anonymous: false }

export function RatingPage({
  visit,
  detail,
  rating,
  requestId,
  posted = NOTHING_POSTED,
  problems = [],
}: RatingPageProps): VNode {
  const { summary } = detail
  const stars = 'stars' in posted ? posted.stars : undefined
  return (
    <Layout
      visit={visit}
      title={`评价：${summary.itemName}`}
      trail={[...mattersTrail, { text: summary.itemName, href: `/my/cases/${summary.no}` }]}
      problems={problems}
      shell={{ searchInHeader: false }}
    >
      <PageHeading title="评一评这次办事" over={summary.itemName}>
        <p>
          评价一次就生效，不能改。不满意的，会有人核实、整改，并给您回话。办事的人看不到匿名评价是谁写的。
        </p>
      </PageHeading>
      <form method="post" action={`/my/cases/${summary.no}/rating`} noValidate>
        <CsrfField visit={visit} />
        <input type="hidden" name="requestId" value={requestId} />
        <Rating
          options={rating.options}
          chosen={posted.options}
          {...(stars === undefined ? {} : { stars })}
          {...errorAt(problems, 'field-stars')}
        />
        <LongTextField
          id="field-comment"
          name="comment"
          label="还想说的话"
          required={false}
          maxLength={500}
          rows={4}
          value={posted.comment}
          {...errorAt(problems, 'field-comment')}
        />
        <ChoiceField
          id="field-anonymous"
          name="anonymous"
          label="怎样署名"
          required
          choices={[
            { value: 'no', label: '实名', hint: '差评核实以后，会电话回访您。' },
            { value: 'yes', label: '匿名' },
          ]}
          chosen={[posted.anonymous ? 'yes' : 'no']}
        />
        <ButtonRow>
          <Button>提交评价</Button>
        </ButtonRow>
      </form>
    </Layout>
  )
}

export function ThanksPage({ visit, no }: { visit: Visit; no: string }): VNode {
  return (
    <Layout visit={visit} title="谢谢您的评价" trail={mattersTrail}>
      <PageHeading title="谢谢您的评价">
        <p>已经收到。评了不满意的，会有人核实和整改；实名的还会回访您，告诉您改得怎样。</p>
      </PageHeading>
      <ButtonRow>
        <LinkButton href={`/my/cases/${no}`}>回到这件事</LinkButton>
        <LinkButton href="/" tone="normal">
          回到首页
        </LinkButton>
      </ButtonRow>
    </Layout>
  )
}
