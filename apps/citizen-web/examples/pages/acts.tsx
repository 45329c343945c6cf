import type { Example } from '#ui/components/example.ts'
import { RatingPage, ThanksPage } from '../../pages/rating/page.tsx'
import { SupplementPage } from '../../pages/supplement/page.tsx'
import { ChoosePage } from '../../pages/act/choose-page.tsx'
import { ActPage } from '../../pages/act/page.tsx'
import { afterChoice } from '../../pages/act/two-steps.ts'
import { correctForm, formNoticeDetail } from '../correcting.ts'
import { WithdrawPage } from '../../pages/withdraw/page.tsx'
import {
  addPaper,
  closedDetail,
  promisedDetail,
  offeredDetailActs,
  sampleDetail,
  sampleRating,
  secondNoticeDetail,
  supplementingDetail,
} from '../views.ts'
import { requestId, type Visits } from '../visits.ts'

/** What an applicant does to a matter of their own. */
export const actsPages = ({ visit }: Visits): Example[] => [
  { title: 'supplement', node: SupplementPage({ visit, detail: supplementingDetail, requestId }) },
  { title: 'supplement-again', node: SupplementPage({ visit, detail: secondNoticeDetail, requestId }) },
  {
    title: 'supplement-wrong',
    node: SupplementPage({
      visit,
      detail: supplementingDetail,
      requestId,
      handed: [{ material: 'id-card', id: 'f1', name: '反面.jpg' }],
      problems: [{ target: 'material-health-certificate-file', message: '请补上“从业人员健康证明”' }],
    }),
  },
  { title: 'supplement-form', node: SupplementPage({ visit, detail: formNoticeDetail, requestId }) },
  { title: 'act-choose', node: ChoosePage({ visit, detail: formNoticeDetail, act: correctForm }) },
  {
    title: 'act-chosen',
    node: ActPage({
      ...{ visit, detail: formNoticeDetail, requestId, chosen: { field: 'band' } },
      act: afterChoice(correctForm, 'band')!,
    }),
  },
  {
    title: 'act-papers',
    node: ActPage({ visit, detail: sampleDetail, act: offeredDetailActs[0]!, requestId }),
  },
  {
    title: 'act-any-paper',
    node: ActPage({ visit, detail: sampleDetail, act: addPaper, requestId }),
  },
  {
    title: 'act-any-paper-wrong',
    node: ActPage({
      ...{ visit, detail: sampleDetail, act: addPaper, requestId },
      handed: [{ material: 'health', id: 'f1', name: '健康证明.jpg' }],
      problems: [{ target: 'material-id-card-file', message: '请至少选一样材料的照片或文件' }],
    }),
  },
  {
    title: 'act-wrong',
    node: ActPage({
      visit,
      detail: sampleDetail,
      act: offeredDetailActs[1]!,
      requestId,
      values: { attend: 'yes' },
      problems: [{ target: 'field-reason', message: '“为什么要听证”请至少写4个字' }],
    }),
  },
  { title: 'withdraw', node: WithdrawPage({ visit, detail: sampleDetail, requestId }) },
  {
    title: 'withdraw-promise',
    node: WithdrawPage({ visit, detail: promisedDetail, requestId, what: 'promise' }),
  },
  {
    title: 'withdraw-wrong',
    node: WithdrawPage({
      visit,
      detail: sampleDetail,
      requestId,
      problems: [{ target: 'field-reason', message: '请写一句为什么撤回' }],
    }),
  },
  { title: 'rating', node: RatingPage({ visit, detail: closedDetail, rating: sampleRating, requestId }) },
  {
    title: 'rating-wrong',
    node: RatingPage({
      visit,
      detail: closedDetail,
      rating: sampleRating,
      requestId,
      posted: { options: [], comment: '等了很久', anonymous: true },
      problems: [{ target: 'field-stars', message: '请选一个满意程度' }],
    }),
  },
  {
    title: 'rating-poor',
    node: RatingPage({
      visit,
      detail: closedDetail,
      rating: sampleRating,
      requestId,
      posted: { stars: 2, options: ['209'], comment: '', anonymous: false },
    }),
  },
  { title: 'rating-thanks', node: ThanksPage({ visit, no: sampleDetail.summary.no }) },
]
