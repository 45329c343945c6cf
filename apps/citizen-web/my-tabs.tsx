import type { VNode } from 'preact'
import { Tabs } from '#ui/components/index.ts'

const PAGES = [
  { text: '办件', href: '/my' },
  { text: '证照', href: '/my/licences' },
  { text: '证明', href: '/my/certificates' },
  { text: '数据', href: '/my/data' },
] as const

/** What somebody has here, side by side: matters, what came of them, what is kept for the next one. */
export function MyTabs({ at }: { at: (typeof PAGES)[number]['href'] }): VNode {
  return <Tabs label="我的" tabs={PAGES.map((page) => ({ ...page, current: page.href === at }))} />
}
