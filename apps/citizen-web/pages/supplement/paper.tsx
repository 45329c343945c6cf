import type { VNode } from 'preact'
import { FileChoice, FileLine } from '#ui/components/index.ts'

/** A file that reached us before another line of the same form went wrong; carried along so that it is not asked twice. */
export interface HandedFile {
  material: string
  id: string
  name: string
  size?: number
  /** It lies ready with the case, whoever leaves the page; and this is where it can be looked at. */
  kept?: string
}

/** A paper somebody is asked for: what is wrong, how to mend it, on what ground. */
export interface PaperLine {
  material: string
  name: string
  problem: string
  remedy: string
  basis?: string
  /** Nothing is wrong with it: it may be added. */
  optional?: boolean
  /** The form that was filled in here, and whether it was put right since. */
  fromForm?: boolean
  mended?: boolean
}

/** A file that has reached us, carried along in the form; also the answer to an upload by script. */
export function HandedLine({ file }: { file: HandedFile }): VNode {
  const { id, name, size, material, kept } = file
  const removes =
    kept === undefined
      ? ({ type: 'button', class: 'plain-button script-only', 'data-drop': true } as const)
      : ({ type: 'submit', class: 'plain-button', name: 'drop', value: id } as const)
  return (
    <FileLine
      id={id}
      name={name}
      {...(size === undefined ? {} : { size })}
      {...(kept === undefined ? {} : { url: kept })}
    >
      <input type="hidden" name="handed" value={`${material}:${id}:${name}`} />
      <button {...removes}>
        删除<span class="visually-hidden">{name}</span>
      </button>
    </FileLine>
  )
}

/** Where a script sends a file for a paper of the case. */
export function uploadPath(no: string, material: string): string {
  return `/my/cases/${no}/uploads/${material}`
}

/** The same for a paper of the open notice, where it is kept. */
export function keepPath(no: string, material: string): string {
  return `/my/cases/${no}/supplement/uploads/${material}`
}

function labelOf(files: number, form: boolean): { label?: string } {
  if (files > 0) return { label: '再加一份' }
  return form ? { label: '表上要签字盖章的，传照片' } : {}
}

/** The form was filled in here, so it is put right here; a photo of it is wanted by nobody. */
function MendForm({ to, id, mended }: { to: string; id: string; mended: boolean }): VNode {
  return (
    <>
      {mended && (
        <p>
          <strong>已改好</strong>，这一样不用再交。
        </p>
      )}
      <p>
        <a id={id} href={to}>
          {mended ? '再改一处申请表里的内容' : '改申请表里的内容'}
        </a>
      </p>
    </>
  )
}

/** Two remarks on one paper share one upload, at the first of them. */
export function PaperToHandIn({
  no,
  line,
  first,
  handed,
  why,
  before,
  mend,
  error,
  upload = uploadPath(no, line.material),
}: {
  no: string
  line: PaperLine
  first: boolean
  handed: readonly HandedFile[]
  /** Why it is asked again, or only now. */
  why?: VNode
  /** What there is of it already. */
  before?: VNode
  /** Where the form is put right, as long as that is open. */
  mend?: string
  error?: string
  upload?: string
}): VNode {
  const id = `material-${line.material}-file`
  return (
    <li data-paper={line.material}>
      <h2>{line.name}</h2>
      <p>
        <strong>{line.optional ? '现在：' : '问题：'}</strong>
        {line.problem}
      </p>
      <p>
        <strong>{line.optional ? '要求：' : '怎样补：'}</strong>
        {line.remedy}
      </p>
      {line.basis !== undefined && <p class="muted">{`依据：${line.basis}`}</p>}
      {why}
      {first && line.fromForm && mend !== undefined && (
        <MendForm to={mend} id={`material-${line.material}-form`} mended={line.mended ?? false} />
      )}
      {first && before}
      {first && (
        <div class={error === undefined ? undefined : 'field-wrong'}>
          <ul class="material-files" data-files>
            {handed.map((file) => (
              <HandedLine key={file.id} file={file} />
            ))}
          </ul>
          <FileChoice
            id={id}
            name={`file.${line.material}`}
            paper={line.name}
            upload={upload}
            many
            {...labelOf(handed.length, line.fromForm === true && mend !== undefined)}
            {...(error === undefined ? {} : { error })}
          />
        </div>
      )}
    </li>
  )
}
