import type { Example } from '#ui/components/example.ts'
import { DomainPage } from '../../pages/domain/page.tsx'
import { GuidePage } from '../../pages/guide/page.tsx'
import { HomePage } from '../../pages/home/page.tsx'
import type { PublicityNotice } from '#capabilities/case/contract.ts'
import { ObjectingPage, ObjectionToConfirmPage } from '../../pages/objection/form-page.tsx'
import { ObjectionPage } from '../../pages/objection/receipt-page.tsx'
import { PublicityPage } from '../../pages/publicity/page.tsx'
import { SearchPage } from '../../pages/search/page.tsx'
import { sampleItem, sampleSummaries } from '../item.ts'
import { sampleLifecycle } from '../licences.ts'
import { answeredObjection, sampleNotices, sampleObjection } from '../notices.ts'
import { promisingItem, sampleGuide, sampleHome } from '../views.ts'
import { requestId, type Visits } from '../visits.ts'

/** Finding a matter and reading its guide. */
export const findingPages = ({ guest, visit }: Visits): Example[] => [
  { title: 'home', node: HomePage({ visit: guest, view: sampleHome }) },
  {
    title: 'home-closed-and-new',
    node: HomePage({
      visit,
      view: {
        ...sampleHome,
        topics: [],
        domains: [],
        openNow: { day: '2026-11-22', open: false, sentence: '今天星期日，明天9:00开门。' },
      },
    }),
  },
  { title: 'search-empty', node: SearchPage({ visit: guest, words: '', items: [] }) },
  { title: 'search-nothing', node: SearchPage({ visit: guest, words: '摘星星', items: [] }) },
  {
    title: 'search-found',
    node: SearchPage({ visit: guest, words: '摆摊', items: sampleSummaries, nextCursor: 'x', later: true }),
  },
  { title: 'domain', node: DomainPage({ visit: guest, title: '市场准入', items: sampleSummaries }) },
  { title: 'domain-empty', node: DomainPage({ visit: guest, title: '户籍', items: [] }) },
  { title: 'publicity', node: PublicityPage({ visit: guest, notices: sampleNotices }) },
  {
    title: 'objecting',
    node: ObjectingPage({
      visit,
      notice: sampleNotices[0] as PublicityNotice,
      said: { text: '不', from: '', contact: '' },
      problems: [{ target: 'field-text', message: '请写出异议内容，至少4个字' }],
    }),
  },
  {
    title: 'objection-to-confirm',
    node: ObjectionToConfirmPage({
      ...{ visit, notice: sampleNotices[0] as PublicityNotice, requestId },
      said: { text: sampleObjection.text, from: '', contact: '19900000001' },
    }),
  },
  { title: 'objection', node: ObjectionPage({ visit, objection: sampleObjection }) },
  { title: 'objection-answered', node: ObjectionPage({ visit, objection: answeredObjection }) },
  { title: 'publicity-empty', node: PublicityPage({ visit: guest, notices: [] }) },
  { title: 'guide', node: GuidePage({ visit: guest, view: sampleGuide }) },
  {
    title: 'guide-paid',
    node: GuidePage({
      visit: guest,
      view: {
        ...sampleGuide,
        onlineFiling: false,
        item: {
          ...sampleItem,
          visits: 1,
          visitReason: '要当面核对原件。',
          fee: {
            charged: true,
            basis: '《示例收费办法》',
            lines: [
              { name: '工本费', standard: '10元/本', basis: '《示例收费办法》第三条', reducible: true },
            ],
          },
        },
      },
    }),
  },
  {
    title: 'guide-promise',
    node: GuidePage({ visit: guest, view: { ...sampleGuide, item: promisingItem } }),
  },
  {
    title: 'guide-afterwards',
    node: GuidePage({
      visit: guest,
      view: { ...sampleGuide, item: { ...sampleItem, lifecycle: sampleLifecycle } },
    }),
  },
]
