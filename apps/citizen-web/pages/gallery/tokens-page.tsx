import type { VNode } from 'preact'
import { PageHeading } from '#ui/components/index.ts'
import { themes, type ColourName, type ThemeName } from '#ui/tokens/colour.ts'
import { durations, elevation, shape, space, type } from '#ui/tokens/scale.ts'
import { GalleryFrame, galleryTrail, type GalleryProps } from './frame.tsx'

/** Colours, sizes and the rest, as the stylesheets name them. */
export function TokensPage(props: GalleryProps): VNode {
  return (
    <GalleryFrame {...props} title="尺度和颜色" trail={galleryTrail}>
      <PageHeading title="尺度和颜色">
        <p>
          组件里只写名字，不写色号和像素。颜色按意思取名；每一对字和底都量过，普通配色至少 4.5:1，高对比至少
          7:1。
        </p>
      </PageHeading>
      <div class="stack-wide">
        <section aria-labelledby="colours" class="stack">
          <h2 id="colours">颜色</h2>
          <div class="gallery-themes">
            {(Object.keys(themes) as ThemeName[]).map((name) => (
              <Theme key={name} name={name} />
            ))}
          </div>
        </section>
        <Sizes id="type" title="字号" of={type}>
          {(name) => <TypeSample name={name} />}
        </Sizes>
        <Sizes id="space" title="间距" of={space}>
          {(_name, value) => (
            <svg width={value} height="1rem" aria-hidden="true">
              <rect width="100%" height="100%" fill="var(--primary)" />
            </svg>
          )}
        </Sizes>
        <Sizes id="elevation" title="高低" of={elevation}>
          {(name) => <div class={`gallery-block gallery-${name}`} />}
        </Sizes>
        <Sizes id="shape" title="圆角和尺寸" of={shape}>
          {(name) => <Shape name={name} />}
        </Sizes>
        <Sizes id="motion" title="动作（读者不要动画时一律为零）" of={durations} />
      </div>
    </GalleryFrame>
  )
}

const THEME_WORDS: Record<ThemeName, string> = {
  light: '浅色',
  dark: '深色',
  'contrast-light': '高对比，白底黑字',
  'contrast-dark': '高对比，黑底亮字',
}

function Theme({ name }: { name: ThemeName }): VNode {
  const { colours } = themes[name]
  return (
    <div class="gallery-theme" data-theme={name}>
      <h3>{THEME_WORDS[name]}</h3>
      <ul class="gallery-swatches">
        {(Object.keys(colours) as ColourName[]).map((colour) => (
          <li key={colour}>
            <svg width="1.5rem" height="1.5rem" aria-hidden="true">
              <rect width="100%" height="100%" fill={colours[colour]} />
            </svg>
            <span>
              {colour} <span class="figures">{colours[colour]}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Sizes({
  id,
  title,
  of,
  children,
}: {
  id: string
  title: string
  of: Readonly<Record<string, string>>
  children?: (name: string, value: string) => VNode
}): VNode {
  return (
    <section aria-labelledby={id} class="stack">
      <h2 id={id}>{title}</h2>
      <ul class="gallery-sizes">
        {Object.entries(of).map(([name, value]) => (
          <li key={name}>
            <code>{`${name} ${value}`}</code>
            {children?.(name, value)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Shape({ name }: { name: string }): VNode {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return name.startsWith('radius') ? <div class={`gallery-block gallery-${kebab}`} /> : <span />
}

function TypeSample({ name }: { name: string }): VNode {
  return <span class={`gallery-type-${name}`}>一窗受理，限时办结</span>
}
