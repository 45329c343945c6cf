import type { VNode } from 'preact'

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
}

/** Files that have reached us, carried along in the form. */
export function HandedFiles({ handed }: { handed: readonly HandedFile[] }): VNode {
  return (
    <>
      {handed.map((file) => (
        <input key={file.id} type="hidden" name="handed" value={`${file.material}:${file.id}:${file.name}`} />
      ))}
    </>
  )
}

/** Two remarks on one paper share one upload, at the first of them. */
export function PaperToHandIn({
  line,
  first,
  handed,
  why,
  error,
}: {
  line: PaperLine
  first: boolean
  handed: readonly HandedFile[]
  /** Why it is asked again, or only now. */
  why?: VNode
  error?: string
}): VNode {
  const id = `material-${line.material}-file`
  return (
    <li>
      <h2>{line.name}</h2>
      <p>
        <strong>问题：</strong>
        {line.problem}
      </p>
      <p>
        <strong>怎样补：</strong>
        {line.remedy}
      </p>
      {line.basis !== undefined && <p class="muted">{`依据：${line.basis}`}</p>}
      {why}
      {first && (
        <div class={error === undefined ? 'supplement-upload' : 'supplement-upload field-wrong'}>
          {handed.length > 0 && (
            <p class="supplement-handed">{`已收到：${handed.map((file) => file.name).join('、')}`}</p>
          )}
          <label class="field-label" for={id}>
            {handed.length > 0 ? `再加一份“${line.name}”` : `选择“${line.name}”的照片或文件`}
          </label>
          {error !== undefined && (
            <p class="field-error" id={`${id}-error`}>
              {error}
            </p>
          )}
          <input
            class="field-input"
            id={id}
            name={`file.${line.material}`}
            type="file"
            multiple
            accept="image/jpeg,image/png,application/pdf,.ofd"
            aria-invalid={error === undefined ? undefined : true}
            aria-describedby={error === undefined ? undefined : `${id}-error`}
          />
        </div>
      )}
    </li>
  )
}
