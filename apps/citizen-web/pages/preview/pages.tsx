import type { VNode } from 'preact'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { Guide } from '#capabilities/guide/contract.ts'
import type { RegionOption } from '#capabilities/portal/contract.ts'
import { PageHeading, SchemaFields } from '#ui/components/index.ts'
import { renderPage } from '#ui/html.ts'
import { stylesheet } from '#ui/stylesheet.ts'
import { citizenCss } from '../../css.ts'
import type { CitizenWebOptions, Visit } from '../../house.ts'
import { Layout } from '../../layout.tsx'
import { GuidePage } from '../guide/page.tsx'
import { situationOf } from '../guide/situation.tsx'

export interface Previewed {
  options: Pick<CitizenWebOptions, 'areaName' | 'demo'>
  /** Where the preview of the guide stands; its papers stand below it. */
  base: string
}

/** The guide as the public would read it, by the same page; the reader's answers come from the address, as they do there. */
export function guidePreview(of: Previewed, guide: Guide, asked: Readonly<Record<string, unknown>>): string {
  const { base } = of
  const { item } = guide
  const view = {
    ...guide,
    pdfUrl: `${base}/papers/full`,
    noticeUrl: `${base}/papers/short`,
    files: guide.files.map((each) => ({ ...each, href: `${base}/papers/${each.file}` })),
  }
  const page = renderPage(<GuidePage visit={visitOf(of)} view={view} answers={situationOf(item, asked)} />)
  // The questions about one's own situation are answered here too.
  return page.replaceAll(`"/items/${item.id}#bring"`, `"${base}#bring"`)
}

/** Every question of the form on one page, those that hang on an answer too. */
export function formPreview(
  of: Previewed,
  { name, form }: Pick<ItemVersion, 'name' | 'form'>,
  regions: readonly RegionOption[],
): string {
  return renderPage(<FormPreview visit={visitOf(of)} name={name} form={form} regions={regions} />)
}

interface FormProps extends Pick<ItemVersion, 'name' | 'form'> {
  visit: Visit
  regions: readonly RegionOption[]
}

function FormPreview({ visit, name, form, regions }: FormProps): VNode {
  return (
    <Layout visit={visit} title={form.title}>
      <PageHeading title={form.title} over={name}>
        <p>没有写“可不填”的都要填。</p>
      </PageHeading>
      <SchemaFields schema={form} values={{}} errors={[]} regions={regions} folded={{}} />
    </Layout>
  )
}

const DRAFT = '草稿预览，没有发布，只有编制和审定人员看得到'

/** Nobody in particular, looking at a page that is not out yet. */
function visitOf({ options, base: path }: Previewed): Visit {
  const nobody = () => {
    throw new Error('a preview asks nothing of the house')
  }
  return {
    house: {
      // A preview is drawn from what it is given; whatever asks further is a fault of ours.
      services: new Proxy({} as Visit['house']['services'], { get: nobody }),
      options: { ...options, secureCookies: true, fileLimit: 0, publicOrigin: '' },
      css: stylesheet(citizenCss),
      enter: nobody,
    },
    visitor: { csrfToken: '' },
    ...{ elder: false, kiosk: false, path, draft: DRAFT },
  }
}
