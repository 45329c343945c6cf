import type { VNode } from 'preact'
import type { DraftView, FileView } from '#capabilities/portal/contract.ts'
import {
  ButtonRow,
  LinkButton,
  MaterialRow,
  NoticeBox,
  UploadedLine,
  UploadStatus,
  type Problem,
} from '#ui/components/index.ts'
import { signatureScript } from '#ui/components/signature-pad/signature-script.ts'
import { uploadScript } from '#ui/components/file-choice/upload-script.ts'
import { fileSize } from '#ui/format/quantity.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { copies } from '../guide/materials.ts'
import { OnPhone } from '../kiosk/on-phone.tsx'
import { notUploaded } from './not-uploaded.ts'
import { ApplyStep } from './steps.tsx'

export interface MaterialsProps {
  visit: Visit
  draft: DraftView
  problems?: readonly Problem[]
  /** They pressed on with a paper lacking: the two ways there are stand out. */
  mayGoOn?: boolean
}

export function MaterialsPage({ visit, draft, problems = [], mayGoOn = false }: MaterialsProps): VNode {
  const limit = fileSize(visit.house.options.fileLimit)
  const lacks = notUploaded(draft).length > 0
  return (
    <ApplyStep
      visit={visit}
      draft={draft}
      step="materials"
      title="交材料"
      lead={
        <p>{`可以用手机拍照，也可以传PDF或OFD文件，每个不超过${limit}。拍的时候四个角都要在照片里，字能看清。`}</p>
      }
      problems={problems}
      scripts={scriptsOf(draft)}
    >
      {mayGoOn ? <TwoWays draft={draft} /> : <Later draft={draft} />}
      {visit.kiosk && <OnPhone visit={visit} draft={draft} />}
      <form
        id={UPLOADS}
        method="post"
        action={`/apply/${draft.id}/uploads`}
        encType="multipart/form-data"
        data-uploads
      >
        <CsrfField visit={visit} />
      </form>
      <ul class="material-list">
        {draft.papers.asked.map(({ material, needed }) => (
          <MaterialRow
            key={material.id}
            id={material.id}
            name={material.name}
            necessity={needed ? 'required' : material.necessity}
            later={material.medium !== 'paper'}
            requirement={asFiles(material)}
            {...(material.when === undefined || needed ? {} : { when: material.when })}
            {...(material.medium === 'paper' ? { copies: `这样材料要带到窗口：${copies(material)}` } : {})}
            files={(draft.files[material.id] ?? []).map((file) => seen(draft, file))}
            {...uploadsOf(visit, draft, material)}
            signature={isSignature(material)}
            {...wrongWith(problems, material.id)}
          />
        ))}
      </ul>
      <Spared draft={draft} />
      <p class="upload-hint plain-only">
        可以把几样材料都选好，再一起上传；按“保存并继续”也会先把选好的传上去。
      </p>
      <UploadStatus limit={visit.house.options.fileLimit} />
      <div class="button-row no-print">
        <button class="button button-primary" type="submit" form={UPLOADS} name="then" value="next">
          保存并继续
        </button>
        <button class="button button-normal" type="submit" form={UPLOADS} name="then" value="back">
          上一步
        </button>
        <button class="button button-normal plain-only" type="submit" form={UPLOADS} name="then" value="stay">
          全部上传
        </button>
        {lacks && (
          <button
            id={LATER}
            class="button button-normal"
            type="submit"
            form={UPLOADS}
            name="then"
            value="later"
          >
            缺的以后补，继续
          </button>
        )}
      </div>
    </ApplyStep>
  )
}

/** Every file of a paper that was refused, on the line of that paper. */
function wrongWith(problems: readonly Problem[], material: string): { error?: string } {
  const said = problems.filter(({ target }) => target === `material-${material}-file`)
  return said.length === 0 ? {} : { error: said.map(({ message }) => message).join('\n') }
}

/** Said before anything is refused: nobody has to stop here for want of a paper (行政许可法第三十二条). */
function Later({ draft }: { draft: DraftView }): VNode | null {
  if (notUploaded(draft).length === 0) return null
  return (
    <div class="apply-changes">
      <NoticeBox title="有的材料现在拿不出来？缺的可以以后补">
        <p>
          按页尾的“<a href={`#${LATER}`}>缺的以后补，继续</a>”，先把申请交上。{FOLLOWS}
        </p>
      </NoticeBox>
    </div>
  )
}

/** Nothing is wrong: they may hand it in now or go on without it. */
function TwoWays({ draft }: { draft: DraftView }): VNode | null {
  const lacks = notUploaded(draft)
  const [first] = lacks
  if (first === undefined) return null
  return (
    <div class="apply-changes" id={LACKING} tabIndex={-1}>
      <NoticeBox tone="warn" title={`还有${lacks.length}样材料没有上传`}>
        <ul>
          {lacks.map(({ id, name }) => (
            <li key={id}>
              <a href={`#material-${id}`}>{name}</a>
            </li>
          ))}
        </ul>
        <p>手边有，现在就传；没有，也可以先把申请交上。{FOLLOWS}</p>
        <ButtonRow>
          <LinkButton href={`#material-${first.id}`}>先去上传</LinkButton>
          <button class="button button-normal" type="submit" form={UPLOADS} name="then" value="later">
            缺的以后补，继续
          </button>
        </ButtonRow>
      </NoticeBox>
    </div>
  )
}

/** What going on without a paper means. */
const FOLLOWS = '窗口会一次告诉您还缺什么，补齐才受理，才开始算办理期限。'
/** Where the two ways stand, and the button that goes on without what lacks. */
export const LACKING = 'lacking'
const LATER = 'go-on-later'

/** What a picture must show; that an original is looked at and given back belongs to the counter. */
function asFiles({ acceptStandard, medium }: DraftView['item']['materials'][number]): string {
  return medium === 'paper' ? acceptStandard : acceptStandard.replace(/[；，]原件核对后(?:当场)?退还/gu, '')
}

/** A paper that is nothing but a signature; what has to be signed as a whole is signed on paper and photographed. */
function isSignature({ name }: { name: string }): boolean {
  return name.endsWith('手写签名')
}

function scriptsOf({ papers }: DraftView): string[] {
  const pad = papers.asked.some(({ material }) => isSignature(material)) ? [signatureScript.path] : []
  return [uploadScript.path, ...pad]
}

/** The answer to a script that has sent one file. */
export function UploadedFile({
  visit,
  draft,
  material,
  file,
}: {
  visit: Visit
  draft: DraftView
  material: string
  file: FileView
}): VNode | null {
  const asked = draft.item.materials.find(({ id }) => id === material)
  if (asked === undefined) return null
  return (
    <UploadedLine
      {...uploadsOf(visit, draft, asked)}
      name={asked.name}
      id={asked.id}
      file={seen(draft, file)}
    />
  )
}

/** A file with the address at which its sender looks at it. */
function seen(draft: DraftView, { id, name, size }: FileView) {
  return { id, name, size, url: `/apply/${draft.id}/files/${id}` }
}

function uploadsOf(visit: Visit, draft: DraftView, { id }: { id: string }) {
  return {
    uploadAction: `/apply/${draft.id}/materials/${id}`,
    uploadForm: UPLOADS,
    removeAction: `/apply/${draft.id}/materials/${id}/remove`,
    csrfToken: visit.visitor.csrfToken,
  }
}

/** One form for all the files, so that one press sends everything that was chosen. */
const UPLOADS = 'uploads'

/** What these answers or this way spare somebody, each with its reason. */
export function Spared({ draft }: { draft: DraftView }): VNode | null {
  const { spared } = draft.papers
  if (spared.length === 0) return null
  return (
    <section class="papers-spared" aria-labelledby="spared">
      <h2 id="spared">这次不用交</h2>
      <ul>
        {spared.map(({ material, because }) => (
          <li key={material.id}>{`${material.name}：${because}`}</li>
        ))}
      </ul>
    </section>
  )
}
