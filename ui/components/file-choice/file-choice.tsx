import type { ComponentChildren, VNode } from 'preact'

export interface FileChoiceProps {
  id: string
  /** The name under which the files are posted. */
  name: string
  /** 居民身份证: stands beside the control already, so it is only read out. */
  paper: string
  label?: string
  error?: string
  /** The message stands already, under this id. */
  wrong?: string
  /** The id of the form it belongs to, where it stands outside. */
  form?: string
  /** Where a script sends each file at once, and which file it takes the place of. */
  upload: string
  replaces?: string
  /** Several pages of one paper at once. */
  many?: boolean
  required?: boolean
  /** What sends the choice without a script. */
  children?: ComponentChildren
}

/** What may be chosen in the phone's file picker; the server looks at the content itself. */
const ACCEPT = 'image/jpeg,image/png,application/pdf,.ofd'
/** Phones turn their own kinds of picture into one of these when nothing else is accepted. */
const PHOTO = 'image/jpeg,image/png'

/**
 * Files of one paper: from the phone's album, from its camera, or dropped onto it. Without a script two plain choices of the
 * form; with it each file goes up at once, with its progress, and again after a lost connection.
 */
export function FileChoice(props: FileChoiceProps): VNode {
  const { id, upload, replaces, error, label = '选照片或文件', many = false, children } = props
  return (
    <div class="file-choice" data-upload={upload} data-replaces={replaces}>
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          <span class="visually-hidden">需要改：</span>
          {error}
        </p>
      )}
      <div class="file-ways">
        <Way {...props} way={label} accept={ACCEPT} many={many} />
        <Way {...props} id={`${id}-camera`} way="拍照" accept={PHOTO} many={false} required={false} camera />
        {children !== undefined && <span class="plain-only">{children}</span>}
      </div>
    </div>
  )
}

function Way({
  id,
  name,
  paper,
  form,
  error,
  wrong,
  way,
  accept,
  many,
  required = false,
  camera = false,
}: FileChoiceProps & { way: string; accept: string; many: boolean; camera?: boolean }): VNode {
  const said = wrong ?? (error === undefined ? undefined : `${id.replace(/-camera$/, '')}-error`)
  return (
    <div class={camera ? 'file-way file-camera' : 'file-way'}>
      <label for={id}>
        {way}
        <span class="visually-hidden">{`：${paper}`}</span>
      </label>
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={many}
        required={required}
        {...(camera ? { capture: 'environment' } : {})}
        {...(form === undefined ? {} : { form })}
        aria-invalid={said === undefined ? undefined : true}
        aria-describedby={said}
      />
    </div>
  )
}

/** Where the upload says what it does; one on a page, above the button that goes on. */
export function UploadStatus({ limit }: { limit: number }): VNode {
  return <p class="upload-status" role="status" id="upload-status" data-limit={String(limit)} />
}
