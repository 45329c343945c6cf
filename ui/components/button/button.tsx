import type { ComponentChildren, VNode } from 'preact'

export type Tone = 'primary' | 'normal' | 'danger'

export function Button({
  tone = 'primary',
  name,
  value,
  formAction,
  children,
}: {
  tone?: Tone
  name?: string
  value?: string
  formAction?: string
  children: ComponentChildren
}): VNode {
  return (
    <button class={`button button-${tone}`} type="submit" name={name} value={value} formAction={formAction}>
      {children}
    </button>
  )
}

/** Looks like a button and goes somewhere; what changes something is a `Button` in a form. */
export function LinkButton({
  href,
  tone = 'primary',
  download = false,
  children,
}: {
  href: string
  tone?: Tone
  download?: boolean
  children: ComponentChildren
}): VNode {
  return (
    <a class={`button button-${tone}`} href={href} download={download ? '' : undefined}>
      {children}
    </a>
  )
}

export function ButtonRow({ children }: { children: ComponentChildren }): VNode {
  return <div class="button-row no-print">{children}</div>
}
