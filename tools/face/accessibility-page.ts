import fs from 'node:fs/promises'
import { indicators, OF_THE_STANDARD, type Indicator, type State } from './indicators.ts'

export const PAGE = new URL('../../docs/accessibility.md', import.meta.url)

export async function run(_options: unknown): Promise<number> {
  await fs.writeFile(PAGE, accessibilityPage())
  return 0
}

const STATES: Readonly<Record<State, string>> = {
  holds: '做到',
  'does-not-arise': '不涉及',
  partly: '部分做到',
  unchecked: '未核实',
}

/** `docs/accessibility.md`, written from the list. */
export function accessibilityPage(): string {
  const counts = Object.entries(STATES)
    .map(([state, words]) => `${words} ${indicators.filter((each) => each.state === state).length}`)
    .join('，')
  const [one, two, three] = OF_THE_STANDARD
  return `# 无障碍：逐项的状态

网页按 WCAG 2.2 A、AA 级做，同时对照 GB/T 37668-2019《信息技术 互联网内容无障碍可访问性技术要求与测试方法》。
国标共 ${indicators.length} 项指标：一级 ${one} 项，二级再加 ${two} 项，三级再加 ${three} 项。

**怎么看这张表。** 手头没有国标正文。表按国标所依据的 WCAG 2.0 逐项列出，措辞、次序和“级别”（这里写 WCAG 的级别）都是我们的，
拿到正文后要逐项对号 [K]。“未核实”的项目需要真人、读屏软件或者国标正文才能判断，不算做到。

**现在：${counts}。**

| 号 | 要求 | WCAG | 级别 | 状态 | 依据 |
| --- | --- | --- | --- | --- | --- |
${indicators.map(row).join('\n')}

## 怎么验证

- \`npm run face\`：在真浏览器里打开每一页，axe（WCAG 2.2 A + AA）要求零问题，320 px 不左右滚动；浅色、深色、高对比、大字版都查。
- \`npm test\`：组件和页面的每个示例，主要流程只用键盘走完。
- 没有做过、需要真人做的：争渡、阳光等国产读屏软件实机朗读；老年人、视障者试用；国标要求的第三方评测。
`
}

function row({ no, principle, asks, wcag, level, state, evidence }: Indicator): string {
  return `| ${no} | ${principle}：${asks} | ${wcag} | ${level} | ${STATES[state]} | ${evidence} |`
}
