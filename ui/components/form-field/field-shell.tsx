import type { ComponentChildren, VNode } from 'preact'

export interface FieldFrame {
  id: string
  label: string
  required: boolean
  hint?: string
  error?: string
}

export function hintId(frame: FieldFrame): string {
  return `${frame.id}-hint`
}

export function errorId(frame: FieldFrame): string {
  return `${frame.id}-error`
}

/** What the control must point to, so that hint and error are read with it. */
export function describedBy(frame: FieldFrame): string | undefined {
  const ids = [frame.hint === undefined ? '' : hintId(frame), frame.error === undefined ? '' : errorId(frame)]
  return ids.filter(Boolean).join(' ') || undefined
}

/** Label, hint and error around one control. */
export function SingleControl({
  frame,
  children,
}: {
  frame: FieldFrame
  children: ComponentChildren
}): VNode {
  return (
    <div class={fieldClass(frame)}>
      <label class="field-label" for={frame.id}>
        {frame.label}
        <Optional required={frame.required} />
      </label>
      <Remarks frame={frame} />
      {children}
    </div>
  )
}

/** Legend, hint and error around a group of radios or ticks. The group is the target of the error link. */
export function ControlGroup({ frame, children }: { frame: FieldFrame; children: ComponentChildren }): VNode {
  return (
    <fieldset class={fieldClass(frame)} id={frame.id} tabIndex={-1} aria-describedby={describedBy(frame)}>
      <legend class="field-label">
        {frame.label}
        <Optional required={frame.required} />
      </legend>
      <Remarks frame={frame} />
      {children}
    </fieldset>
  )
}

function fieldClass(frame: FieldFrame): string {
  return frame.error === undefined ? 'field' : 'field field-wrong'
}

function Optional({ required }: { required: boolean }): VNode | null {
  return required ? null : <span class="field-optional">（可不填）</span>
}

function Remarks({ frame }: { frame: FieldFrame }): VNode {
  return (
    <>
      {frame.hint !== undefined && (
        <p class="field-hint" id={hintId(frame)}>
          {frame.hint}
        </p>
      )}
      {frame.error !== undefined && (
        <p class="field-error" id={errorId(frame)}>
          <span class="visually-hidden">需要改：</span>
          {frame.error}
        </p>
      )}
    </>
  )
}
