import type { Example } from '#ui/components/example.ts'
import { DomainPage } from '../../pages/domain/page.tsx'
import { GuidePage } from '../../pages/guide/page.tsx'
import { HomePage } from '../../pages/home/page.tsx'
import { PublicityPage } from '../../pages/publicity/page.tsx'
import { SearchPage } from '../../pages/search/page.tsx'
import { sampleItem, sampleSummaries } from '../item.ts'
import { sampleLifecycle } from '../licences.ts'
import { sampleNotices } from '../notices.ts'
import { promisingItem, sampleGuide, sampleHome } from '../views.ts'
import type { Visits } from '../visits.ts'

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
