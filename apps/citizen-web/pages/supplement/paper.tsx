import type { VNode } from 'preact'
import { FileChoice, FileLine } from '#ui/components/index.ts'

/** A file that reached us before another line of the same form went wrong; carried along so that it is not asked twice. */
export interface HandedFile {
  material: string
  id: string
  name: string
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
}

/** A file that has reached us, carried along in the form; also the answer to an upload by script. */
export function HandedLine({ file }: { file: HandedFile & { size?: number } }): VNode {
  const { id, name, size, material } = file
  return (
    <FileLine id={id} name={name} {...(size === undefined ? {} : { size })}>
      <input type="hidden" name="handed" value={`${material}:${id}:${name}`} />
      <button class="plain-button script-only" type="button" data-drop>
        删除<span class="visually-hidden">{name}</span>
      </button>
    </FileLine>
  )
}

/** Where a script sends a file for a paper of the case. */
export function uploadPath(no: string, material: string): string {
  return `/my/cases/${no}/uploads/${material}`
}

/** Two remarks on one paper share one upload, at the first of them. */
export function PaperToHandIn({
  no,
  line,
  first,
  handed,
  why,
  error,
}: {
  no: string
  line: PaperLine
  first: boolean
  handed: readonly HandedFile[]
  /** Why it is asked again, or only now. */
  why?: VNode
  error?: string
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
            upload={uploadPath(no, line.material)}
            many
            {...(handed.length > 0 ? { label: '再加一份' } : {})}
            {...(error === undefined ? {} : { error })}
          />
        </div>
      )}
    </li>
  )
}
