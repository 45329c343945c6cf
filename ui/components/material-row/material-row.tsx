import type { VNode } from 'preact'
import { Disclosure } from '../disclosure/disclosure.tsx'
import { FileChoice } from '../file-choice/file-choice.tsx'
import { FileLine } from '../file-choice/file-line.tsx'
import { uploadWords } from '../file-choice/words.ts'
import { SignaturePad } from '../signature-pad/signature-pad.tsx'
import { StatusTag } from '../status-tag/status-tag.tsx'

export interface UploadedFile {
  id: string
  name: string
  size: number
  url?: string
}

export interface MaterialRowProps {
  id: string
  name: string
  necessity: 'required' | 'conditional' | 'tolerable'
  /** The application may be sent without it: it is told beside its need, or both would contradict each other. */
  later?: boolean
  requirement: string
  when?: string
  /** 原件1份，复印件1份 */
  copies?: string
  /** What is wrong with what was handed in before, when the office has asked for it again. */
  problem?: { problem: string; remedy: string }
  files: readonly UploadedFile[]
  error?: string
  /** Where the multipart form posts; `remove` posts a file id. */
  uploadAction: string
  /** The id of one form that takes the files of all papers at once; without it each paper has a form of its own. */
  uploadForm?: string
  /** The paper is a picture of a name written by hand (手写签名), so it may be written here. */
  signature?: boolean
  removeAction?: string
  csrfToken: string
}

const NECESSITY_WORDS = { required: '必须有', conditional: '符合情形时要', tolerable: '可以后补' } as const

export function materialId(id: string): string {
  return `material-${id}`
}

function wrongId(id: string): string {
  return `${materialId(id)}-file-error`
}

/** One paper: what it must show, what was handed in, and a form to hand in or replace it. */
export function MaterialRow(props: MaterialRowProps): VNode {
  const done = props.files.length > 0
  return (
    <li
      class={props.error === undefined ? 'material-row' : 'material-row field-wrong'}
      id={materialId(props.id)}
      data-paper={props.id}
    >
      <div class="material-head">
        <h3>{props.name}</h3>
        <span data-when="some" hidden={!done}>
          <StatusTag tone="good">{uploadWords.held(props.files.length)}</StatusTag>
        </span>
        <span data-when="none" hidden={done}>
          <StatusTag tone={props.necessity === 'required' ? 'strong' : 'plain'}>
            {props.necessity === 'required' && props.later === true
              ? '必须有，可以以后补'
              : NECESSITY_WORDS[props.necessity]}
          </StatusTag>
        </span>
      </div>
      {props.error !== undefined && (
        <p class="field-error" id={wrongId(props.id)}>
          <span class="visually-hidden">需要改：</span>
          {props.error}
        </p>
      )}
      {props.when !== undefined && <p>{`什么时候要：${props.when}`}</p>}
      {props.copies !== undefined && <p class="muted">{props.copies}</p>}
      {props.problem === undefined ? (
        <p class="muted">{props.requirement}</p>
      ) : (
        <div class="material-problem">
          <p>
            <strong>问题：</strong>
            {props.problem.problem}
          </p>
          <p>
            <strong>怎样补：</strong>
            {props.problem.remedy}
          </p>
        </div>
      )}
      <ul class="material-files" data-files>
        {props.files.map((file) => (
          <UploadedLine key={file.id} {...props} file={file} />
        ))}
      </ul>
      {props.signature && (
        <SignaturePad
          id={`${materialId(props.id)}-pad`}
          input={`${materialId(props.id)}-file`}
          label={props.name}
        />
      )}
      {done ? (
        <Disclosure summary="再加一份" open={props.error !== undefined}>
          <UploadForm {...props} />
        </Disclosure>
      ) : (
        <UploadForm {...props} />
      )}
    </li>
  )
}

type Uploads = Pick<
  MaterialRowProps,
  'id' | 'name' | 'error' | 'uploadAction' | 'uploadForm' | 'removeAction' | 'csrfToken'
>

/** A file of the paper, with what can be done about it; also the answer to an upload by script. */
export function UploadedLine({ file, ...props }: Uploads & { file: UploadedFile }): VNode {
  const { removeAction, csrfToken } = props
  if (removeAction === undefined) return <FileLine {...file} />
  return (
    <FileLine {...file}>
      <form method="post" action={removeAction} data-remove>
        <input type="hidden" name="csrf" value={csrfToken} />
        <input type="hidden" name="file" value={file.id} />
        <button class="plain-button" type="submit">
          删除<span class="visually-hidden">{file.name}</span>
        </button>
      </form>
      <Disclosure summary="换一份">
        <UploadForm {...props} replaces={file} />
      </Disclosure>
    </FileLine>
  )
}

/** Several pages of one paper may be chosen together where one form takes everything. */
function UploadForm(props: Uploads & { replaces?: UploadedFile }): VNode {
  const { id, name, error, replaces, uploadForm, csrfToken, uploadAction } = props
  const choice = { paper: name, upload: uploadAction }
  if (replaces === undefined && uploadForm !== undefined)
    return (
      <FileChoice
        {...choice}
        id={`${materialId(id)}-file`}
        name={`file.${id}`}
        form={uploadForm}
        many
        {...(error === undefined ? {} : { wrong: wrongId(id) })}
      >
        <button class="button button-normal" type="submit" form={uploadForm} name="then" value="stay">
          上传
        </button>
      </FileChoice>
    )
  const own =
    replaces === undefined
      ? { id: `${materialId(id)}-file`, ...(error === undefined ? {} : { wrong: wrongId(id) }) }
      : {
          id: `${materialId(id)}-${replaces.id}`,
          label: '选新的',
          replaces: replaces.id,
          paper: replaces.name,
        }
  return (
    <form method="post" action={uploadAction} encType="multipart/form-data">
      <input type="hidden" name="csrf" value={csrfToken} />
      {replaces !== undefined && <input type="hidden" name="replaces" value={replaces.id} />}
      <FileChoice {...choice} name="upload" {...own}>
        <button class="button button-normal" type="submit">
          上传
        </button>
      </FileChoice>
    </form>
  )
}
