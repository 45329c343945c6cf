import type { VNode } from 'preact'
import { PageHeading } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'

/** GB/T 37668-2019 and WCAG 2.2 AA: what holds, what does not yet, and where to say so. */
export function AccessibilityPage({ visit }: { visit: Visit }): VNode {
  return (
    <Layout visit={visit} title="无障碍和大字版说明" trail={homeTrail} shell={{ current: 'help' }}>
      <PageHeading title="无障碍和大字版说明">
        <p>
          本网站按《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668-2019）和 WCAG 2.2 AA
          级的要求建设。
        </p>
      </PageHeading>
      <div class="stack-wide">
        <section class="stack" aria-labelledby="big">
          <h2 id="big">大字版</h2>
          <p>
            每页右上角都有“大字版”按钮。按一下，字和按钮都放大到一倍半，再按一下就回到标准字。您的选择会记住一年。
          </p>
          <p>
            看浅色费眼、字看不清边，可以在<a href="/display?to=/accessibility">显示设置</a>
            里换成深色或者高对比。
          </p>
          <p>浏览器自己的放大（到四倍）也可以用，内容不会被切掉。手机上不用左右拖动。</p>
        </section>
        <section class="stack" aria-labelledby="keyboard">
          <h2 id="keyboard">只用键盘，或者用读屏软件</h2>
          <ul>
            <li>每一页开头有“跳到正文”，可以跳过重复的栏目。</li>
            <li>用 Tab 键能走到每一个链接、按钮和填空，走到哪里都有明显的黄黑框。</li>
            <li>填错的地方，页面开头会一次列出来，按回车就跳到要改的那一项。</li>
            <li>没有只靠颜色表示的意思，没有自动播放的声音、弹窗和要看图才能过的验证码。</li>
          </ul>
        </section>
        <section class="stack" aria-labelledby="slow">
          <h2 id="slow">网速慢、手机旧</h2>
          <p>所有页面不用脚本也能用完整，不下载字体和广告。浏览器关掉脚本，照样能申请、能查、能评价。</p>
          <p>
            断了网，页面会说清楚，不会丢掉您正在填的内容；这一项要用脚本，关掉脚本的，每按一次“保存并继续”才会保存。
          </p>
        </section>
        <section class="stack" aria-labelledby="limits">
          <h2 id="limits">还做不到的</h2>
          <p>
            申请人自己上传的照片没有文字说明。下载的PDF文书带有文字，可以被读屏软件读出，但表格的朗读顺序可能不理想；需要的话，窗口可以念给您听。
          </p>
        </section>
        <section class="stack" aria-labelledby="checked">
          <h2 id="checked">怎样检查的</h2>
          <p>
            每一种页面都用工具（axe）逐页检查：没有内容、有内容、填错了、大字、深色、最窄的手机。查出问题就改好再上线。
            只用键盘办完一件事，也有自动的演练。
          </p>
          <p>还没有请残疾人和老年人逐项实测，也没有经过第三方机构评测；做了以后会写在这里。</p>
        </section>
        <section class="stack" aria-labelledby="tell">
          <h2 id="tell">用着不方便，请告诉我们</h2>
          <p>
            拨打
            12345，说清楚是哪一页、用什么设备，会有人记下来并给您回话。等不及的，到任何一个窗口都可以由工作人员替您操作。
          </p>
        </section>
      </div>
    </Layout>
  )
}
