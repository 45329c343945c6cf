import type { VNode } from 'preact'
import type { Component } from '#ui/components/example.ts'
import { components } from '#ui/components/examples.ts'
import { PageHeading } from '#ui/components/index.ts'
import { homeTrail } from '../../layout.tsx'
import { GalleryFrame, type GalleryProps } from './frame.tsx'

/** Every component of the house, by its Chinese name. */
export function GalleryPage(props: GalleryProps): VNode {
  const count = Object.values(components).reduce((sum, { examples }) => sum + examples.length, 0)
  return (
    <GalleryFrame {...props} title="界面组件" trail={homeTrail}>
      <PageHeading title="界面组件">
        <p>
          {`网站的每一页都由这些组件拼成，共${Object.keys(components).length}个、${count}种样子。做新页面先到这里找，找不到再添。`}
        </p>
        <p>
          颜色、字号、间距见<a href="/ui/tokens">尺度和颜色</a>。想看深色、高对比、大字的样子，到
          <a href="/display?to=/ui">显示设置</a>里换。
        </p>
      </PageHeading>
      <ul class="gallery-list">
        {Object.entries(components)
          .toSorted(byTitle)
          .map(([name, { usage, examples }]) => (
            <li key={name}>
              <a href={`/ui/${name}`}>
                <strong>{usage.title}</strong>
                <span class="figures small muted">{name}</span>
                <span>{usage.when}</span>
                <span class="small muted">{`${examples.length}种样子`}</span>
              </a>
            </li>
          ))}
      </ul>
    </GalleryFrame>
  )
}

type Entry = [string, Component]

function byTitle([, one]: Entry, [, other]: Entry): number {
  return one.usage.title.localeCompare(other.usage.title, 'zh-Hans-CN')
}
