import type { VNode } from 'preact'
import { fileSize } from '../../format/quantity.ts'
import { Disclosure } from '../disclosure/disclosure.tsx'
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
  removeAction?: string
  csrfToken: string
}

const NECESSITY_WORDS = { required: '必须有', conditional: '符合情形时要', tolerable: '可以后补' } as const

/** What may be chosen in the phone's file picker; the server looks at the content itself. */
const ACCEPT = 'image/jpeg,image/png,application/pdf,.ofd'

export function materialId(id: string): string {
  return `material-${id}`
}

/** One paper: what it must show, what was handed in, and a form to hand in or replace it. */
export function MaterialRow(props: MaterialRowProps): VNode {
  const done = props.files.length > 0
  return (
    <li class="material-row" id={materialId(props.id)}>
      <div class="material-head">
        <h3>{props.name}</h3>
        {done ? (
          <StatusTag tone="good">{`已上传${props.files.length}份`}</StatusTag>
        ) : (
          <StatusTag tone={props.necessity === 'required' ? 'strong' : 'plain'}>
            {NECESSITY_WORDS[props.necessity]}
          </StatusTag>
        )}
      </div>
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
      {done && <Uploaded {...props} />}
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

function Uploaded(props: MaterialRowProps): VNode {
  return (
    <ul class="material-files">
      {props.files.map((file) => (
        <li key={file.id}>
          <span class="material-file">
            {file.url === undefined ? file.name : <a href={file.url}>{file.name}</a>}
            <span class="muted small">{fileSize(file.size)}</span>
          </span>
          {props.removeAction !== undefined && (
            <form method="post" action={props.removeAction}>
              <input type="hidden" name="csrf" value={props.csrfToken} />
              <input type="hidden" name="file" value={file.id} />
              <button class="plain-button" type="submit">
                删除<span class="visually-hidden">{file.name}</span>
              </button>
            </form>
          )}
          {props.removeAction !== undefined && (
            <Disclosure summary="换一份">
              <UploadForm {...props} replaces={file} />
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  )
}

function UploadForm(props: MaterialRowProps & { replaces?: UploadedFile }): VNode {
  const { replaces, uploadForm, csrfToken, uploadAction } = props
  if (replaces === undefined && uploadForm !== undefined)
    return (
      <div class="material-upload">
        <FileChoice {...props} />
      </div>
    )
  return (
    <form class="material-upload" method="post" action={uploadAction} encType="multipart/form-data">
      <input type="hidden" name="csrf" value={csrfToken} />
      {replaces !== undefined && <input type="hidden" name="replaces" value={replaces.id} />}
      <FileChoice {...props} />
    </form>
  )
}

/** Several pages of one paper may be chosen together where one form takes everything. */
function FileChoice(props: MaterialRowProps & { replaces?: UploadedFile }): VNode {
  const { replaces } = props
  const id =
    replaces === undefined ? `${materialId(props.id)}-file` : `${materialId(props.id)}-${replaces.id}`
  const error = replaces === undefined ? props.error : undefined
  const label = replaces === undefined ? `选择“${props.name}”的照片或文件` : `换掉“${replaces.name}”`
  const together = replaces === undefined ? props.uploadForm : undefined
  return (
    <>
      <label for={id}>{label}</label>
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          <span class="visually-hidden">需要改：</span>
          {error}
        </p>
      )}
      <div class="material-upload-row">
        <input
          id={id}
          name={together === undefined ? 'upload' : `file.${props.id}`}
          type="file"
          accept={ACCEPT}
          {...(together === undefined ? { required: true } : { form: together, multiple: true })}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
        />
        <button
          class="button button-normal"
          type="submit"
          {...(together === undefined ? {} : { form: together, name: 'then', value: 'stay' })}
        >
          上传
        </button>
      </div>
    </>
  )
}
