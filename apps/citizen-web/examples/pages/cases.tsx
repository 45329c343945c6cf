import type { Example } from '#ui/components/example.ts'
import { CasePage } from '../../pages/case/page.tsx'
import { SubmittedPage } from '../../pages/case/submitted-page.tsx'
import { LicenceActPage } from '../../pages/licences/act-page.tsx'
import { LicencePage } from '../../pages/licences/licence-page.tsx'
import { LicencesPage } from '../../pages/licences/page.tsx'
import { MattersPage } from '../../pages/matters/page.tsx'
import { sampleItem } from '../item.ts'
import { answeredObjection, sampleObjection } from '../notices.ts'
import { sampleLicenceDetail, sampleLicences, threatenedLicence } from '../licences.ts'
import {
  closedDetail,
  deniedDetail,
  lateDetail,
  promisedDetail,
  sampleCases,
  sampleDetail,
  sampleDraft,
  sampleRating,
  secondNoticeDetail,
  supplementingDetail,
  specialDetail,
  hearingDetail,
  gapsDetail,
  forwardedDetail,
  jointExtendedDetail,
  pausedDetail,
} from '../views.ts'
import type { Visits } from '../visits.ts'

/** A matter, the list of matters, and what came of them. */
export const casesPages = ({ visit }: Visits): Example[] => [
  { title: 'case-promised', node: CasePage({ visit, detail: promisedDetail }) },
  {
    title: 'case-revoked',
    node: CasePage({
      visit,
      detail: {
        ...promisedDetail,
        revocation: { reason: '现场没有从业人员健康证明，限期内没有改正。', day: '2027-01-20' },
      },
    }),
  },
  {
    title: 'case-check-broken',
    node: CasePage({
      visit,
      detail: { ...promisedDetail, afterCheck: { result: 'broken', text: '没有健康证明。' } },
    }),
  },
  { title: 'case-paper-received', node: CasePage({ visit, detail: sampleDetail, received: true }) },
  { title: 'submitted', node: SubmittedPage({ visit, detail: sampleDetail, queryCode: '123456' }) },
  {
    title: 'submitted-at-once',
    node: SubmittedPage({
      visit,
      detail: { ...sampleDetail, papers: sampleDetail.papers.map(({ url: _url, ...paper }) => paper) },
      queryCode: '123456',
    }),
  },
  {
    title: 'matters',
    node: MattersPage({
      visit,
      cases: sampleCases,
      drafts: [
        { id: sampleDraft.id, itemName: sampleItem.name, savedAt: sampleDraft.savedAt },
        {
          id: 'by-window',
          itemName: sampleItem.name,
          savedAt: sampleDraft.savedAt,
          savedBy: '示例街道便民服务中心',
        },
        {
          id: 'at-counter',
          itemName: sampleItem.name,
          savedAt: sampleDraft.savedAt,
          atCounter: '示例街道便民服务中心',
        },
      ],
      objections: [sampleObjection, answeredObjection],
      nextCursor: 'x',
    }),
  },
  { title: 'licences', node: LicencesPage({ visit, licences: sampleLicences, nextCursor: 'x' }) },
  { title: 'licences-empty', node: LicencesPage({ visit, licences: [] }) },
  { title: 'licence', node: LicencePage({ visit, detail: sampleLicenceDetail }) },
  {
    title: 'licence-answer',
    node: LicenceActPage({
      ...{ visit, detail: threatenedLicence, act: threatenedLicence.allowed[0]!, requestId: 'r' },
    }),
  },
  { title: 'licence-threatened', node: LicencePage({ visit, detail: threatenedLicence }) },
  { title: 'matters-empty', node: MattersPage({ visit, cases: [], drafts: [] }) },
  { title: 'case', node: CasePage({ visit, detail: sampleDetail }) },
  { title: 'case-supplementing', node: CasePage({ visit, detail: supplementingDetail }) },
  { title: 'case-second-notice', node: CasePage({ visit, detail: secondNoticeDetail }) },
  { title: 'case-special', node: CasePage({ visit, detail: specialDetail }) },
  { title: 'case-hearing', node: CasePage({ visit, detail: hearingDetail }) },
  { title: 'case-gaps', node: CasePage({ visit, detail: gapsDetail }) },
  { title: 'case-forwarded', node: CasePage({ visit, detail: forwardedDetail }) },
  { title: 'case-paused', node: CasePage({ visit, detail: pausedDetail }) },
  { title: 'case-joint-extended', node: CasePage({ visit, detail: jointExtendedDetail }) },
  { title: 'case-late', node: CasePage({ visit, detail: lateDetail }) },
  { title: 'case-closed', node: CasePage({ visit, detail: closedDetail, rating: sampleRating }) },
  {
    title: 'case-denied',
    node: CasePage({
      visit,
      detail: deniedDetail,
      rating: { ...sampleRating, open: false, given: { stars: 4, at: '2026-09-06T01:00:00.000Z' } },
    }),
  },
  {
    title: 'case-poorly-rated',
    node: CasePage({
      visit,
      detail: closedDetail,
      rating: {
        ...sampleRating,
        open: false,
        given: { stars: 1, at: '2026-09-06T01:00:00.000Z' },
        followUp: {
          text: '已经作出整改答复，会有人回访您。',
          answer: '让您多跑了一趟，对不起。窗口已经重新培训，材料清单也改清楚了。',
          answeredOn: '2026-09-10',
        },
      },
    }),
  },
]
