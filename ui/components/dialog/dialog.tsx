import type { ComponentChildren, VNode } from 'preact'

export interface DialogProps {
  id: string
  /** The question, as one asks it. */
  title: string
  /** The way back: it changes nothing and has the focus first. */
  back: string
  children: ComponentChildren
}

/**
 * One question before something that cannot be taken back. It opens from a `DialogLink`; a browser without scripts follows the link
 * to the page that asks the same. `children` bring the form that goes through with it.
 */
export function Dialog({ id, title, back, children }: DialogProps): VNode {
  return (
    <dialog class="dialog no-print" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div class="dialog-body stack">{children}</div>
      <form method="dialog">
        {/* The focus begins where nothing is lost. */}
        <button class="button button-normal" type="submit" autofocus>
          {back}
        </button>
      </form>
    </dialog>
  )
}

export function DialogLink({
  dialog,
  href,
  button = false,
  children,
}: {
  /** The id of the dialog on this page. */
  dialog: string
  /** The page that asks the same question. */
  href: string
  button?: boolean
  children: ComponentChildren
}): VNode {
  return (
    <a class={button ? 'button button-normal' : undefined} href={href} data-dialog={dialog}>
      {children}
    </a>
  )
}
