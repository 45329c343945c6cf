import type { ComponentChildren, VNode } from 'preact'
import type { Visit } from '../../house.ts'
import { Layout } from '../../layout.tsx'

export interface GalleryProps {
  visit: Visit
  /** The portal's stylesheet with the gallery's own lines, which no citizen has to load. */
  css: string
}

export const galleryTrail = [
  { text: '首页', href: '/' },
  { text: '界面组件', href: '/ui' },
]

export function GalleryFrame({
  visit,
  css,
  title,
  trail,
  scripts = [],
  children,
}: GalleryProps & {
  title: string
  trail: readonly { text: string; href: string }[]
  scripts?: readonly string[]
  children: ComponentChildren
}): VNode {
  return (
    <Layout visit={visit} title={title} trail={trail} shell={{ stylesheet: css, scripts }}>
      {children}
    </Layout>
  )
}
